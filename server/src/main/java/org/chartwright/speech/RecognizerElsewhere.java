package org.chartwright.speech;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;

/** What recognisers on other machines have in common: which pieces they take, and how many at a time. */
public abstract class RecognizerElsewhere implements Recognizer {

    /** No word is shorter, and servers refuse so little. */
    private static final Duration SHORTEST_PIECE = Duration.ofMillis(100);

    private final String engine;
    private final Duration longestPiece;
    private final int parallelism;
    private final Semaphore places;
    private volatile boolean closed;

    /** An engine of that name. */
    protected RecognizerElsewhere(String engine, Duration longestPiece, int parallelism) {
        this.engine = engine;
        this.longestPiece = longestPiece;
        this.parallelism = parallelism;
        this.places = new Semaphore(parallelism, true);
    }

    /** Hears a piece that is neither too short nor too long, while there is a place for it. */
    protected abstract List<Word> hear(SpeechPiece piece, Hints hints)
            throws RecognitionException, InterruptedException;

    @Override
    public final List<Word> recognize(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The recogniser is closed");
        }
        if (piece.time().durationMillis() > longestPiece.toMillis()) {
            throw new IllegalArgumentException("A piece is longer than " + longestPiece);
        }
        if (piece.time().durationMillis() < SHORTEST_PIECE.toMillis()) {
            return List.of();
        }
        places.acquire();
        try {
            return hear(piece, hints);
        } finally {
            places.release();
        }
    }

    @Override
    public final String engine() {
        return engine;
    }

    @Override
    public final Duration longestPiece() {
        return longestPiece;
    }

    @Override
    public final int parallelism() {
        return parallelism;
    }

    @Override
    public void close() {
        closed = true;
    }
}
