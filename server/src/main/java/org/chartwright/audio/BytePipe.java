package org.chartwright.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes from one thread to another, a few at a time: who writes more than is read waits. */
final class BytePipe extends InputStream {

    private static final int CAPACITY = 32 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private int first;
    private int count;
    private boolean ended;
    private boolean closed;

    /** Waits for room. */
    void write(byte[] bytes) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            for (int at = 0; at < bytes.length; ) {
                while (count == CAPACITY && !closed) {
                    changed.await();
                }
                if (closed) {
                    throw new IOException("The reader has gone");
                }
                int to = (first + count) % CAPACITY;
                int length = Math.min(Math.min(bytes.length - at, CAPACITY - count), CAPACITY - to);
                System.arraycopy(bytes, at, ring, to, length);
                at += length;
                count += length;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says that no more follows. */
    void end() {
        lock.lock();
        ended = true;
        changed.signalAll();
        lock.unlock();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (count == 0 && !ended && !closed) {
                changed.await();
            }
            if (count == 0 || closed) {
                return -1;
            }
            int taken = Math.min(Math.min(length, count), CAPACITY - first);
            System.arraycopy(ring, first, buffer, offset, taken);
            first = (first + taken) % CAPACITY;
            count -= taken;
            changed.signalAll();
            return taken;
        } catch (InterruptedException _) {
            throw new InterruptedIOException();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        closed = true;
        changed.signalAll();
        lock.unlock();
    }
}
