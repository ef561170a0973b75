package org.chartwright.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be told to a client, and the thread that tells it. A newer guess takes the place of an older one that was
 * not told yet; a client that is too far behind to be told what is final is given up. Any thread adds.
 */
final class Telling {

    /** Final captions that may wait: some quarter of an hour of talk. */
    private static final int MOST = 200;

    private final LiveListener listener;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Caption> waiting = new ArrayDeque<>();
    private final Beginning beginning;
    private @Nullable VisitDraft draft;
    /** Told first, because some clients give the stream to their caller only when something came. */
    private boolean heartbeat = true;

    private boolean over;
    private @Nullable LiveException why;
    private volatile long lastTold;
    private volatile long writingSince = Long.MAX_VALUE;
    private boolean done;

    /** What must be told before anything else. */
    @FunctionalInterface
    interface Beginning {
        void tell(LiveListener listener) throws IOException, InterruptedException;
    }

    Telling(LiveListener listener, LongSupplier nanos) {
        this(listener, nanos, _ -> {});
    }

    Telling(LiveListener listener, LongSupplier nanos, Beginning beginning) {
        this.beginning = beginning;
        this.listener = listener;
        this.nanos = nanos;
        this.lastTold = nanos.getAsLong();
    }

    /** Adds a caption; false when the client is too far behind. */
    boolean add(Caption caption) {
        lock.lock();
        try {
            replaceGuess(caption.segment());
            if (waiting.size() >= MOST) {
                return false;
            }
            if (!over) {
                waiting.addLast(caption);
                changed.signalAll();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Adds a draft, which takes the place of an older one that was not told yet. */
    void add(VisitDraft newer) {
        lock.lock();
        try {
            if (!over && listener.wantsDraft()) {
                draft = newer;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean wantsDraft() {
        return listener.wantsDraft();
    }

    private void replaceGuess(UUID segment) {
        waiting.removeIf(older -> older.isPartial() && older.segment().equals(segment));
    }

    /** Shows that we are there when nothing was told for that long. */
    void beatAfter(long silenceNanos) {
        lock.lock();
        try {
            if (!over && waiting.isEmpty() && nanos.getAsLong() - lastTold > silenceNanos) {
                heartbeat = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the telling when what waits is told; with a reason, at once. The first call counts. */
    void end(@Nullable LiveException reason) {
        lock.lock();
        try {
            if (!over) {
                over = true;
                why = reason;
                if (reason != null) {
                    waiting.removeIf(Caption::isPartial);
                    draft = null;
                }
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long the client has kept the telling thread waiting in one write, in nanoseconds. */
    long stuckNanos() {
        long since = writingSince;
        return since == Long.MAX_VALUE ? 0 : nanos.getAsLong() - since;
    }

    /** Tells until the end; the thread that is given to this stream. */
    void run() {
        try {
            writingSince = nanos.getAsLong();
            beginning.tell(listener);
            writingSince = Long.MAX_VALUE;
            while (tellNext()) {
                lastTold = nanos.getAsLong();
            }
            writingSince = nanos.getAsLong();
            listener.ended(why);
        } catch (IOException | InterruptedException | RuntimeException _) {
            // The client has gone; what was heard is kept for its next stream.
        } finally {
            writingSince = Long.MAX_VALUE;
            lock.lock();
            over = true;
            done = true;
            waiting.clear();
            changed.signalAll();
            lock.unlock();
        }
    }

    private boolean tellNext() throws IOException, InterruptedException {
        Caption next;
        VisitDraft newest = null;
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && draft == null && !heartbeat && !over) {
                changed.await();
            }
            next = waiting.pollFirst();
            if (next == null) {
                newest = draft;
                draft = null;
            }
            if (next == null && newest == null && over) {
                return false;
            }
            heartbeat = false;
            writingSince = nanos.getAsLong();
        } finally {
            lock.unlock();
        }
        if (next != null) {
            listener.caption(next);
        } else if (newest != null) {
            listener.draft(newest);
        } else {
            listener.heartbeat();
        }
        writingSince = Long.MAX_VALUE;
        return true;
    }

    /** Waits until the last was told. */
    void awaitDone() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!done) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
