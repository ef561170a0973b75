package org.chartwright.live.log;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is written to the logs of all sessions, once more and in one file, so that one sync of the disk makes the sound of
 * all of them safe. A session's own log is written without a sync; after a loss of power what it lacks is put back from
 * here. Safe for any number of threads.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final long LARGEST = 64L << 20;
    private static final int MAGIC = 0x43574a31;
    private static final int LARGEST_RECORD = 4 << 20;

    private final Path folder;
    private final Duration rhythm;
    private final long largest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition synced = lock.newCondition();
    private final Thread committer;
    private final ExecutorService retirer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("live-journal-retirer").factory());
    private Part current;
    private Future<?> retiring = CompletableFuture.completedFuture(null);
    private long written;
    private long safe;
    private boolean wanted;
    private boolean closed;
    private boolean broken;

    /** One file of the journal, and the logs that it speaks of. */
    private static final class Part {
        final int number;
        final Path file;
        /** Not a channel: an interrupt of one writer would close that for all. */
        final FileOutputStream out;

        final Set<Path> logs = new HashSet<>();
        long size;

        Part(Path folder, int number) throws IOException {
            this.number = number;
            this.file = folder.resolve("journal-" + number);
            this.out = new FileOutputStream(file.toFile());
        }

        void append(Path log, ByteBuffer record) throws IOException {
            out.write(record.array(), 0, record.limit());
            size += record.limit();
            logs.add(log);
        }
    }

    private Journal(Path folder, Duration rhythm, long largest) throws IOException {
        this.folder = folder;
        this.rhythm = rhythm;
        this.largest = largest;
        this.current = new Part(folder, 0);
        this.committer = Thread.ofPlatform().daemon().name("live-journal").unstarted(this::commit);
    }

    /**
     * Opens the journal of a folder; what a crash left is put into the sessions' logs first.
     *
     * @param rhythm after which time sound is made safe even when nobody waits for it
     */
    public static Journal open(Path folder, Duration rhythm) throws IOException {
        return open(folder, rhythm, LARGEST);
    }

    /** The same with files of another size, in bytes. */
    static Journal open(Path folder, Duration rhythm, long largest) throws IOException {
        Files.createDirectories(folder);
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(file -> file.getFileName().toString().startsWith("journal-"))
                    .sorted((a, b) -> Integer.compare(numberOf(a), numberOf(b)))
                    .toList();
        }
        for (Path old : left) {
            replay(folder, old);
        }
        for (Path old : left) {
            Files.delete(old);
        }
        Journal journal = new Journal(folder, rhythm, largest);
        journal.committer.start();
        return journal;
    }

    private static int numberOf(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }

    /**
     * Notes what was written to a log.
     *
     * @param log its path, below the journal's folder
     * @param offset where in it
     * @return to be waited for
     */
    long append(Path log, long offset, ByteBuffer bytes) throws IOException {
        ByteBuffer record = record(folder.relativize(log).toString(), offset, bytes);
        lock.lock();
        try {
            if (broken || closed) {
                throw new IOException("The journal cannot be written");
            }
            current.append(log, record);
            work.signal();
            return ++written;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until that is on the disk. */
    void await(long ticket) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (safe < ticket) {
                if (broken || closed) {
                    throw new IOException("The journal cannot be written");
                }
                wanted = true;
                work.signal();
                synced.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static ByteBuffer record(String log, long offset, ByteBuffer bytes) {
        byte[] name = log.getBytes(StandardCharsets.UTF_8);
        ByteBuffer record = ByteBuffer.allocate(4 + 2 + name.length + 8 + 4 + bytes.remaining() + 4);
        record.putInt(MAGIC).putShort((short) name.length).put(name).putLong(offset).putInt(bytes.remaining());
        record.put(bytes.duplicate());
        record.putInt(crc(record.array(), record.position()));
        return record.flip();
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** One sync for all that was written meanwhile; sooner when somebody waits, and never much later than the rhythm. */
    private void commit() {
        while (true) {
            Part part;
            long upTo;
            Part full;
            lock.lock();
            try {
                while (written == safe && !closed) {
                    work.await();
                }
                long left = rhythm.toNanos();
                while (!wanted && !closed && left > 0) {
                    left = work.awaitNanos(left);
                }
                if (closed) {
                    return;
                }
                wanted = false;
                part = current;
                upTo = written;
                full = turnOver();
            } catch (InterruptedException _) {
                return;
            } finally {
                lock.unlock();
            }
            sync(part, upTo);
            if (full != null) {
                retiring = retirer.submit(() -> retire(full));
            }
        }
    }

    private void sync(Part part, long upTo) {
        boolean done = false;
        try {
            part.out.getFD().sync();
            done = true;
        } catch (IOException e) {
            LOG.error("The journal in {} cannot be made safe ({}); no stream goes on", folder, e.getClass());
        }
        lock.lock();
        try {
            broken |= !done;
            safe = done ? upTo : safe;
            synced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a new file once this one is large and the last one has gone.
     *
     * @return the file that is full
     */
    private @Nullable Part turnOver() {
        if (current.size <= largest || !retiring.isDone()) {
            return null;
        }
        Part full = current;
        try {
            current = new Part(folder, full.number + 1);
            return full;
        } catch (IOException e) {
            broken = true;
            return null;
        }
    }

    /**
     * Makes the logs safe that a full file speaks of, whereupon that can go. These are many syncs, and those who wait for
     * the journal's must not wait for them.
     */
    private void retire(Part full) {
        try {
            full.out.close();
            for (Path log : full.logs) {
                force(log);
            }
            Files.delete(full.file);
        } catch (IOException e) {
            LOG.error("Logs in {} cannot be made safe ({}); no stream goes on", folder, e.getClass());
            lock.lock();
            try {
                broken = true;
                synced.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static void force(Path log) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (NoSuchFileException _) {
            // Its session was deleted meanwhile.
        }
    }

    private static void replay(Path folder, Path journal) throws IOException {
        Set<Path> mended = new HashSet<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(journal), 1 << 16))) {
            while (in.readInt() == MAGIC) {
                byte[] name = in.readNBytes(in.readUnsignedShort());
                long offset = in.readLong();
                int length = in.readInt();
                if (length < 0 || length > LARGEST_RECORD) {
                    break;
                }
                byte[] bytes = in.readNBytes(length);
                ByteBuffer again = record(new String(name, StandardCharsets.UTF_8), offset, ByteBuffer.wrap(bytes));
                if (bytes.length < length || in.readInt() != again.getInt(again.limit() - 4)) {
                    break;
                }
                Path log = folder.resolve(new String(name, StandardCharsets.UTF_8)).normalize();
                if (log.startsWith(folder) && Files.exists(log)) {
                    mend(log, offset, bytes);
                    mended.add(log);
                }
            }
        } catch (EOFException _) {
            // The end, or a record that was being written when all stopped: nobody was told that it was safe.
        }
        for (Path log : mended) {
            force(log);
        }
    }

    private static void mend(Path log, long offset, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            if (channel.size() >= offset) {
                channel.write(ByteBuffer.wrap(bytes), offset);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            work.signalAll();
            synced.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            committer.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        // What it does not get done stays beside the current file, and is put into the logs by whoever opens the journal next.
        retirer.shutdown();
        current.out.getFD().sync();
        current.out.close();
    }
}
