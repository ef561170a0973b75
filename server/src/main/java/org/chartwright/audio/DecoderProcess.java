package org.chartwright.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One run of the decoder: fed from a stream by a thread of its own, watched by another, read by the caller. Closing it
 * kills and reaps the process and ends both threads. One thread reads; any thread may close.
 *
 * <p>Both threads are platform threads: each spends its life in blocking calls on pipes, which would hold a carrier of
 * virtual threads for as long as a slow recogniser makes the decoder wait.
 */
final class DecoderProcess implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Process process;
    private final InputStream feed;
    private final MediaLimits limits;
    private final long bytesPerSecond;
    private final Thread feeder;
    private final Thread watchman;
    private final AtomicLong fed = new AtomicLong();
    private final AtomicLong given = new AtomicLong();
    private volatile boolean sourcing;
    private volatile boolean waiting;
    private volatile boolean closed;
    private volatile @Nullable IOException feedFailure;
    private volatile @Nullable String killedBecause;
    private volatile boolean complained;

    private DecoderProcess(Process process, InputStream feed, MediaLimits limits, long bytesPerSecond) {
        this.process = process;
        this.feed = feed;
        this.limits = limits;
        this.bytesPerSecond = bytesPerSecond;
        this.feeder = Thread.ofPlatform().daemon().name("media-feeder").unstarted(this::feed);
        this.watchman = Thread.ofPlatform().daemon().name("media-watchman").unstarted(this::watch);
    }

    /**
     * Starts the command.
     *
     * @param feed what it reads; closed by us in every case
     * @param bytesPerSecond how much output is one second of sound, by which its CPU time is judged
     */
    static DecoderProcess start(List<String> command, InputStream feed, MediaLimits limits, long bytesPerSecond)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear(); // FFmpeg obeys some variables, and secrets may be in others
        builder.environment().put("PATH", path);
        try {
            DecoderProcess decoder = new DecoderProcess(builder.start(), feed, limits, bytesPerSecond);
            decoder.feeder.start();
            decoder.watchman.start();
            return decoder;
        } catch (IOException | RuntimeException | Error e) {
            feed.close();
            throw e;
        }
    }

    /** Reads output; -1 at its end. */
    int read(byte[] buffer, int offset, int length) throws IOException {
        waiting = true;
        try {
            int count = process.getInputStream().read(buffer, offset, length);
            if (count > 0) {
                given.addAndGet(count);
            }
            return count;
        } catch (IOException e) {
            if (closed || killedBecause != null) {
                return -1; // the pipe was closed under us, on purpose
            }
            throw e;
        } finally {
            waiting = false;
        }
    }

    /**
     * Waits for the end of the process after its output ended.
     *
     * @return its exit status
     * @throws IOException when the source failed, so that what was decoded is not all there is
     * @throws MediaException when a limit was broken or the decoder crashed
     */
    int finish() throws IOException, MediaException {
        try {
            feeder.join(limits.stall());
            if (!process.waitFor(limits.stall().toMillis(), TimeUnit.MILLISECONDS)) {
                killedBecause = "Its decoding did not come to an end.";
                process.destroyForcibly().waitFor();
            }
            watchman.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while decoding", e);
        }
        IOException failure = feedFailure;
        if (failure != null) {
            throw new IOException("The recording could not be read to its end", failure);
        }
        String reason = killedBecause;
        if (reason != null) {
            throw Refusals.decoderFailed(reason);
        }
        int status = process.exitValue();
        if (status >= 126) { // killed by a signal, by the limits, or not started at all
            throw Refusals.decoderFailed("Decoding it broke the decoder's limits or the decoder itself.");
        }
        return status;
    }

    /** Whether the decoder complained about the data. */
    boolean complained() {
        return complained;
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        try {
            feed.close(); // wakes a feeder that waits for a slow source
        } catch (IOException e) {
            // It was only read; what matters of its failures the feeder has noted.
        }
        feeder.interrupt();
        boolean interrupted = false;
        try {
            process.waitFor();
            feeder.join(limits.stall());
            watchman.join(limits.stall());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        for (AutoCloseable pipe :
                List.<AutoCloseable>of(process.getInputStream(), process.getErrorStream(), process.getOutputStream())) {
            try {
                pipe.close();
            } catch (Exception e) {
                // A broken pipe is what is left of a killed process.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void feed() {
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream pipe = process.getOutputStream();
                feed) {
            while (!closed) {
                int count = source(buffer);
                if (count < 0) {
                    return;
                }
                try {
                    pipe.write(buffer, 0, count);
                    pipe.flush();
                } catch (IOException e) {
                    return; // the decoder has read enough, or is gone; its exit status tells
                }
                fed.addAndGet(count);
            }
        } catch (IOException e) {
            // Closing the pipe: as above. A failure of the source was noted where it happened.
        }
    }

    private int source(byte[] buffer) {
        sourcing = true;
        try {
            return feed.read(buffer);
        } catch (IOException e) {
            if (!closed) {
                feedFailure = e;
            }
            return -1;
        } finally {
            sourcing = false;
        }
    }

    private void watch() {
        StringBuilder line = new StringBuilder();
        long progress = -1;
        long since = System.nanoTime();
        while (true) {
            boolean ended = !process.isAlive();
            drainComplaints(line);
            if (ended || closed) {
                return;
            }
            long now = fed.get() + given.get();
            if (now != progress || !waiting || sourcing) {
                progress = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > limits.stall().toNanos()) {
                kill("Its decoding stood still.");
            }
            Duration allowed = limits.cpuAllowance().plusMillis(given.get() * 100 / bytesPerSecond);
            if (process.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(allowed) > 0) {
                kill("Its decoding takes far too long for the sound in it.");
            }
            try {
                process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void kill(String reason) {
        killedBecause = reason;
        process.destroyForcibly();
    }

    /** Only whether there were complaints is kept: their text may quote the file. */
    private void drainComplaints(StringBuilder line) {
        InputStream errors = process.getErrorStream();
        byte[] buffer = new byte[8192];
        try {
            while (errors.available() > 0) {
                int count = errors.read(buffer);
                if (complained || count < 0) {
                    continue;
                }
                line.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                int end = line.lastIndexOf("\n");
                if (end >= 0) {
                    complained = line.substring(0, end).lines().anyMatch(DecoderProcess::isComplaint);
                    line.delete(0, end + 1);
                }
            }
        } catch (IOException e) {
            // The process is gone, and its complaints with it.
        }
    }

    /** Streams that we do not decode, such as pictures, are reported too, and are no fault. */
    private static boolean isComplaint(String line) {
        return !line.contains("not on whitelist") && !line.contains("Last message repeated") && !line.isBlank();
    }
}
