package org.chartwright.live;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Sound between the thread that keeps it and the one that hears it. Whoever is far ahead waits. Safe for all threads. */
final class SoundQueue {

    /** Stands between sounds where nothing comes for a while. */
    static final short[] PAUSE = {};

    /** Samples that may wait to be heard: half a minute. Then the client waits. */
    private static final int MOST_WAITING = 30 * 16_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<short[]> waiting = new ArrayDeque<>();
    private volatile boolean full;
    private volatile boolean ended;
    private volatile boolean stopped;
    private int waitingSamples;

    /** Adds sound, when there is room. */
    void put(short[] samples) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waitingSamples > MOST_WAITING && !stopped) {
                full = true;
                changed.await();
            }
            full = false;
            waiting.addLast(samples);
            waitingSamples += samples.length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Adds a {@link #PAUSE}, at once. */
    void pause() {
        lock.lock();
        try {
            waiting.addLast(PAUSE);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what comes next, when it is there.
     *
     * @return sound or {@link #PAUSE}, or null when all was taken and no more will come
     * @throws InterruptedException also when it was stopped
     */
    short @Nullable [] next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !ended && !stopped) {
                changed.await();
            }
            if (stopped) {
                throw new InterruptedException("The stream has ended");
            }
            short[] next = waiting.pollFirst();
            if (next != null) {
                waitingSamples -= next.length;
                changed.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** No more will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What waits will not be heard.
     *
     * @return whether it was not stopped before
     */
    boolean stop() {
        lock.lock();
        try {
            boolean first = !stopped;
            stopped = true;
            changed.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    boolean isFull() {
        return full;
    }

    boolean isEnded() {
        return ended;
    }

    boolean isStopped() {
        return stopped;
    }
}
