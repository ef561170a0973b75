package org.chartwright.bedside;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.chartwright.live.LiveStream;

/** Tells a client up to where its sound is safe, some times a second, on a thread of its own. */
final class Keeper {

    private static final long PACE_MILLIS = 200;

    private final LiveStream stream;
    private final Link link;
    private final Sound sound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean dirty = true;
    private boolean stopped;

    Keeper(LiveStream stream, Link link, Sound sound) {
        this.stream = stream;
        this.link = link;
        this.sound = sound;
        Thread.ofVirtual().name("bedside-keeper").start(this::run);
    }

    void wake() {
        lock.lock();
        try {
            dirty = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitSound()) {
                link.send(ServerMessages.kept(sound.offset(stream.secure())));
                TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
            }
        } catch (IOException | InterruptedException _) {
            // The client has gone, or the stream has ended: whoever ends it says so.
        }
    }

    private boolean awaitSound() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!dirty && !stopped) {
                changed.await();
            }
            dirty = false;
            return !stopped;
        } finally {
            lock.unlock();
        }
    }
}
