package org.chartwright.speech;

import java.time.Duration;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;

/** A recogniser that cannot listen along, made to look like one that can. */
record WholeOnly(Recognizer inner) implements LiveRecognizer {

    @Override
    public Utterance listen(Hints hints) {
        return new Utterance() {
            @Override
            public List<Word> along(SpeechPiece more) {
                return List.of();
            }

            @Override
            public List<Word> end(SpeechPiece whole) throws RecognitionException, InterruptedException {
                return inner.recognize(whole, hints);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String engine() {
        return inner.engine();
    }

    @Override
    public Duration longestPiece() {
        return inner.longestPiece();
    }

    @Override
    public int parallelism() {
        return inner.parallelism();
    }

    @Override
    public List<Word> recognize(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException {
        return inner.recognize(piece, hints);
    }

    @Override
    public void close() {
        inner.close();
    }
}
