package org.chartwright.scribing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.chartwright.audio.AudioQuality;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaSource;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.scribing.Progress.Stage;
import org.chartwright.scribing.Progress.Step;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one channel: pieces of speech are cut one after the other and recognised side by side, no more of them at
 * once than the engine takes, so that memory holds a few pieces whatever the recording's length. One thread calls.
 */
final class Listening {

    private final Stages stages;
    private final Hints hints;
    private final Progress progress;
    private long samples;
    private AudioQuality quality = AudioQuality.UNKNOWN;

    Listening(Stages stages, Hints hints, Progress progress) {
        this.stages = stages;
        this.hints = hints;
        this.progress = progress;
    }

    /** How much was listened to. */
    Duration length() {
        return Duration.ofMillis(samples * 1000 / AudioStream.sampleRate());
    }

    /** How good the sound was; known once all of it was listened to. */
    AudioQuality quality() {
        return quality;
    }

    /** The words of a channel, in order of time; every piece is shown to the witness, in order, by this thread. */
    List<Word> listen(MediaSource media, int channel, Consumer<SpeechPiece> witness)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        ExecutorService work =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("hear-", 0).factory());
        try (AudioStream stream = stages.sound().open(media, channel)) {
            List<Future<List<Word>>> heard = recognize(new Counted(stream), channel, witness, work);
            List<Word> words = new ArrayList<>();
            for (Future<List<Word>> piece : heard) {
                words.addAll(result(piece));
            }
            return words;
        } finally {
            work.shutdownNow(); // does nothing when all went well
            work.close();
        }
    }

    private List<Future<List<Word>>> recognize(
            AudioStream stream, int channel, Consumer<SpeechPiece> witness, ExecutorService work)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        Semaphore free = new Semaphore(stages.recognizer().parallelism());
        List<Future<List<Word>>> heard = new ArrayList<>();
        int checked = 0;
        Stages.Pieces pieces =
                stages.cutter().cut(stream, channel, stages.recognizer().longestPiece());
        for (SpeechPiece piece = next(pieces); piece != null; piece = next(pieces)) {
            witness.accept(piece);
            free.acquire();
            for (; checked < heard.size() && heard.get(checked).isDone(); checked++) {
                result(heard.get(checked)); // stops at the first failure rather than at the end of the recording
            }
            SpeechPiece next = piece;
            heard.add(work.submit(() -> {
                try (var _ = progress.begin(Step.RECOGNISE)) {
                    return stages.recognizer().recognize(next, hints);
                } finally {
                    free.release();
                }
            }));
            progress.reached(Stage.HEARING, length());
        }
        quality = pieces.quality();
        return heard;
    }

    private @Nullable SpeechPiece next(Stages.Pieces pieces) throws IOException, MediaException {
        try (var _ = progress.begin(Step.DECODE)) {
            return pieces.next();
        }
    }

    private static List<Word> result(Future<List<Word>> piece) throws RecognitionException, InterruptedException {
        try {
            return piece.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RecognitionException failure -> throw failure;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException bug -> throw bug;
                case Error bad -> throw bad;
                case null, default -> throw new IllegalStateException("The recogniser failed in an unknown way", e);
            }
        }
    }

    /** Counts what goes by: the only true length of a recording. */
    private final class Counted implements AudioStream {

        private final AudioStream inner;

        Counted(AudioStream inner) {
            this.inner = inner;
        }

        @Override
        public int read(short[] buffer, int offset, int length) throws IOException, MediaException {
            int count = inner.read(buffer, offset, length);
            samples += Math.max(0, count);
            return count;
        }

        @Override
        public boolean damaged() {
            return inner.damaged();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
