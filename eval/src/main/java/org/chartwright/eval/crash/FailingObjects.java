package org.chartwright.eval.crash;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaSource;
import org.chartwright.scribing.JobObjects;

/** An object store that answers with errors, late, or breaks off in the middle, as often as it is told to. Any thread. */
final class FailingObjects implements JobObjects {

    private static final long LATE_MILLIS = 300;

    private final JobObjects objects;
    private final Random luck;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile double share;

    FailingObjects(JobObjects objects, Random luck) {
        this.objects = objects;
        this.luck = luck;
    }

    /** From now on this share of calls fails, 0 to 1. */
    void fail(double part) {
        share = part;
    }

    int failures() {
        return failures.get();
    }

    private void maybeFail() throws IOException {
        if (happens()) {
            switch (luck.nextInt(3)) {
                case 0 -> throw new IOException("503 Slow Down");
                case 1 -> throw new IOException("500 Internal Error");
                default -> late();
            }
        }
    }

    private boolean happens() {
        boolean happens = luck.nextDouble() < share;
        if (happens) {
            failures.incrementAndGet();
        }
        return happens;
    }

    private static void late() throws IOException {
        try {
            Thread.sleep(LATE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("No answer in time");
    }

    @Override
    public MediaSource open(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        maybeFail();
        MediaSource source = objects.open(tenant, bucket, key);
        return new MediaSource() {
            @Override
            public long size() throws IOException {
                return source.size();
            }

            @Override
            public InputStream open(long offset) throws IOException {
                maybeFail();
                InputStream whole = source.open(offset);
                long cut = happens() ? luck.nextLong(Math.max(1, source.size())) : Long.MAX_VALUE;
                return new Cut(whole, cut);
            }
        };
    }

    /** Breaks off after so many bytes. */
    private static final class Cut extends FilterInputStream {
        private long left;

        Cut(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("The connection broke off");
            }
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("The connection broke off");
            }
            int count = super.read(buffer, offset, (int) Math.min(length, left));
            left -= count;
            return count;
        }
    }

    /** May have written what it then says it could not. */
    @Override
    public void put(TenantId tenant, String bucket, String key, byte[] content, String type)
            throws IOException, ObjectRefusedException {
        if (luck.nextBoolean()) {
            maybeFail();
        }
        objects.put(tenant, bucket, key, content, type);
        maybeFail();
    }

    @Override
    public void delete(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        objects.delete(tenant, bucket, key);
    }
}
