package org.chartwright.speech.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.Walls;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.LiveRecognizer;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.SpeechConfig;
import org.jspecify.annotations.Nullable;

/**
 * A pool of worker processes behind the recogniser's door. Processes are started when wanted, given back when idle, and
 * replaced after a crash or a hang. A process keeps its hints, so that the pieces of one visit find one that fits.
 */
public final class WorkerRecognizer implements LiveRecognizer {

    private final SpeechConfig config;
    private final Duration longestPiece;
    private final Semaphore places;
    private final Deque<Resting> resting = new ArrayDeque<>();
    private final Set<ChildProcess> working = new HashSet<>();
    private final ScheduledExecutorService sweeper;
    private @Nullable Walls walls;
    private boolean closed;

    /** A process without work, and since when. */
    private record Resting(ChildProcess child, long sinceNanos) {}

    /** A pool that starts its first process at first use. */
    public WorkerRecognizer(SpeechConfig config, Duration longestPiece) {
        this.config = config;
        this.longestPiece = longestPiece;
        this.places = new Semaphore(config.parallelism(), true);
        this.sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("speech-sweeper").factory());
        long period = Math.max(50, config.limits().idle().toMillis() / 4);
        var _ = sweeper.scheduleWithFixedDelay(this::giveBackIdle, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public String engine() {
        return config.engine();
    }

    @Override
    public Duration longestPiece() {
        return longestPiece;
    }

    @Override
    public int parallelism() {
        return config.parallelism();
    }

    @Override
    public List<Word> recognize(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException {
        Duration length = Duration.ofMillis(piece.time().durationMillis());
        if (length.compareTo(longestPiece) > 0) {
            throw new IllegalArgumentException("A piece of " + length + " is longer than " + longestPiece);
        }
        places.acquire();
        try {
            ChildProcess child = take(hints);
            boolean done = false;
            try {
                List<Word> words = hear(child, piece, length, hints);
                done = true;
                return words;
            } finally {
                putBack(child, done);
            }
        } finally {
            places.release();
        }
    }

    @Override
    public Utterance listen(Hints hints) throws RecognitionException, InterruptedException {
        places.acquire();
        boolean done = false;
        try {
            ChildProcess child = take(hints);
            try {
                ready(child, hints);
                done = true;
                return new Borrowed(child);
            } finally {
                if (!done) {
                    putBack(child, false);
                }
            }
        } finally {
            if (!done) {
                places.release();
            }
        }
    }

    private List<Word> hear(ChildProcess child, SpeechPiece piece, Duration length, Hints hints)
            throws RecognitionException, InterruptedException {
        ready(child, hints);
        return child.hear(piece, config.limits().forPiece(length));
    }

    private void ready(ChildProcess child, Hints hints) throws RecognitionException, InterruptedException {
        if (!child.isReadyFor(hints)) {
            Path model = config.model();
            String folder = model == null ? "" : model.toString();
            child.open(new Request.Open(config.engine(), folder, hints), config.limits().start());
        }
    }

    /** A process that listens to one utterance and to nothing else. */
    private final class Borrowed implements Utterance {

        private final ChildProcess child;
        private boolean begun;
        private boolean sound = true;
        private boolean givenBack;

        Borrowed(ChildProcess child) {
            this.child = child;
        }

        @Override
        public List<Word> along(SpeechPiece more) throws RecognitionException, InterruptedException {
            sound = false;
            List<Word> words = child.along(more, !begun, config.limits().forPiece(longestPiece));
            begun = true;
            sound = true;
            return words;
        }

        @Override
        public List<Word> end(SpeechPiece whole) throws RecognitionException, InterruptedException {
            sound = false;
            List<Word> words = child.end(whole, config.limits().forPiece(longestPiece));
            sound = true;
            return words;
        }

        @Override
        public void close() {
            if (!givenBack) {
                givenBack = true;
                putBack(child, sound);
                places.release();
            }
        }
    }

    /** A resting process with these hints, else any, else a new one. */
    private ChildProcess take(Hints hints) throws RecognitionException {
        ChildProcess found = rested(hints);
        ChildProcess child = found != null ? found : ChildProcess.start(config.limits().memoryMegabytes(), walls());
        synchronized (this) {
            working.add(child);
        }
        return child;
    }

    /** Found out at the first start of a process. */
    private synchronized Walls walls() {
        if (walls == null) {
            walls = ChildProcess.walls(config.model());
        }
        return walls;
    }

    private synchronized @Nullable ChildProcess rested(Hints hints) {
        if (closed) {
            throw new IllegalStateException("The recogniser is closed");
        }
        resting.removeIf(one -> {
            if (!one.child().isAlive()) {
                one.child().close();
                return true;
            }
            return false;
        });
        Resting best = null;
        for (Resting one : resting) {
            if (one.child().isReadyFor(hints)) {
                best = one;
            }
        }
        if (best == null) {
            best = resting.peekFirst();
        }
        if (best == null) {
            return null;
        }
        resting.remove(best);
        return best.child();
    }

    private void putBack(ChildProcess child, boolean sound) {
        synchronized (this) {
            working.remove(child);
            if (sound && !closed && child.isAlive()) {
                resting.addLast(new Resting(child, System.nanoTime()));
                return;
            }
        }
        child.close();
    }

    private void giveBackIdle() {
        List<ChildProcess> old = new ArrayList<>();
        synchronized (this) {
            long limit = config.limits().idle().toNanos();
            long now = System.nanoTime();
            resting.removeIf(one -> {
                boolean tooOld = now - one.sinceNanos() > limit;
                if (tooOld) {
                    old.add(one.child());
                }
                return tooOld;
            });
        }
        old.forEach(ChildProcess::close);
    }

    /** The process ids of the workers that are resting, for tests and for {@code doctor}. */
    synchronized List<Long> restingProcesses() {
        return resting.stream().map(one -> one.child().pid()).toList();
    }

    /** Waits for nobody: pieces that are being worked on end with an exception. */
    @Override
    public void close() {
        List<ChildProcess> unused = new ArrayList<>();
        synchronized (this) {
            closed = true;
            resting.forEach(one -> unused.add(one.child()));
            resting.clear();
            working.forEach(ChildProcess::kill);
        }
        sweeper.shutdownNow();
        unused.forEach(ChildProcess::close);
    }
}
