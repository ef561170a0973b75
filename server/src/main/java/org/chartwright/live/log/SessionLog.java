package org.chartwright.live.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One session on disk: its sound at 16 kHz, and what was heard in it, in the order in which they came. Each record is sealed
 * and bears a checksum; what a crash left of a last one is cut off when the log is opened. Safe for any number of threads.
 */
public final class SessionLog implements AutoCloseable {

    private static final int HEAD = 1 + 4 + 4;
    private static final int TAIL = 4;
    private static final int LARGEST_RECORD = 1 << 20;
    private static final byte SOUND = 'S';
    private static final byte HEARD = 'H';
    /** Frames of sound in a record: half a second. */
    private static final int FRAMES = 8000;

    /** Not a channel: an interrupt of its user would close that. */
    private final RandomAccessFile data;

    private final Path file;
    private final @Nullable Journal journal;
    private final Seal seal;
    private final int channels;
    private final List<Place> sound = new ArrayList<>();
    private final List<byte[]> heard = new ArrayList<>();
    private long records;
    private long length;
    private long frames;
    /** What was added and is not written yet, as it came, and how many samples those are. */
    private final List<short[]> pending = new ArrayList<>();

    private int pendingCount;
    private long ticket;

    /** Where a record of sound lies. */
    private record Place(long number, long offset, int size, long firstFrame, int frames) {}

    private SessionLog(RandomAccessFile data, Path file, @Nullable Journal journal, Seal seal, int channels) {
        this.data = data;
        this.file = file;
        this.journal = journal;
        this.seal = seal;
        this.channels = channels;
    }

    /** Opens a log to go on with it, or begins one. */
    public static SessionLog open(Path file, Journal journal, Seal seal, int channels) throws IOException {
        Files.createDirectories(file.getParent());
        SessionLog log =
                new SessionLog(new RandomAccessFile(file.toFile(), "rw"), file, journal, seal, channels);
        log.data.setLength(log.scan());
        return log;
    }

    /** Opens a log to read it only. */
    public static SessionLog read(Path file, Seal seal, int channels) throws IOException {
        SessionLog log = new SessionLog(new RandomAccessFile(file.toFile(), "r"), file, null, seal, channels);
        log.scan();
        return log;
    }

    private long scan() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        long size = data.length();
        while (length + HEAD <= size) {
            head.clear();
            fill(head, length);
            byte kind = head.get(0);
            int count = head.getInt(1);
            int sealed = head.getInt(5);
            if (sealed < 0 || sealed > LARGEST_RECORD || length + HEAD + sealed + TAIL > size) {
                break;
            }
            ByteBuffer record = ByteBuffer.allocate(HEAD + sealed + TAIL);
            fill(record, length);
            if (record.getInt(HEAD + sealed) != crc(record.array(), HEAD + sealed)) {
                break;
            }
            if (kind == SOUND) {
                sound.add(new Place(records, length, sealed, frames, count));
                frames += count;
            } else {
                heard.add(seal.open(Arrays.copyOfRange(record.array(), HEAD, HEAD + sealed), records));
            }
            records++;
            length += record.capacity();
        }
        return length;
    }

    /** How many frames (samples of each channel) there are, those that are not yet written included. */
    public synchronized long frames() {
        return frames + pendingCount / channels;
    }

    /** What was noted with {@link #note}, in order. */
    public synchronized List<byte[]> notes() {
        return List.copyOf(heard);
    }

    /** Adds sound, the samples of all channels in turn; the array is kept, and may not change afterwards. */
    public synchronized void append(short[] samples) throws IOException {
        pending.add(samples);
        pendingCount += samples.length;
        if (pendingCount >= FRAMES * channels) {
            flush();
        }
    }

    /** Adds what was heard. */
    public synchronized void note(byte[] what) throws IOException {
        flush();
        write(HEARD, 0, what);
        heard.add(what);
    }

    /** Writes what is pending, so that {@link #secure} can wait for it. */
    public synchronized void flush() throws IOException {
        int next = 0;
        int from = 0;
        for (int at = 0; at < pendingCount; at += FRAMES * channels) {
            int count = Math.min(FRAMES * channels, pendingCount - at);
            ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
            ShortBuffer samples = bytes.asShortBuffer();
            while (samples.hasRemaining()) {
                short[] part = pending.get(next);
                int taken = Math.min(samples.remaining(), part.length - from);
                samples.put(part, from, taken);
                from += taken;
                if (from == part.length) {
                    next++;
                    from = 0;
                }
            }
            Place place = write(SOUND, count / channels, bytes.array());
            sound.add(place);
            frames += count / channels;
        }
        pendingCount = 0;
        pending.clear();
    }

    /** Waits until all that was written is safe. */
    public void secure() throws IOException, InterruptedException {
        long last;
        synchronized (this) {
            flush();
            last = ticket;
        }
        if (journal != null) {
            journal.await(last);
        }
    }

    private Place write(byte kind, int count, byte[] plain) throws IOException {
        byte[] sealed = seal.seal(plain, records);
        ByteBuffer record = ByteBuffer.allocate(HEAD + sealed.length + TAIL);
        record.put(kind).putInt(count).putInt(sealed.length).put(sealed);
        record.putInt(crc(record.array(), record.position())).flip();
        int size = record.remaining();
        data.seek(length);
        data.write(record.array(), 0, size);
        if (journal != null) {
            ticket = journal.append(file, length, record);
        }
        Place place = new Place(records, length, sealed.length, frames, count);
        records++;
        length += size;
        return place;
    }

    /**
     * Reads sound back, of one channel or, for -1, the mean of all.
     *
     * @return fewer samples where the log ends before
     */
    public synchronized short[] samples(int which, long fromFrame, int count) throws IOException {
        short[] samples = new short[(int) Math.max(0, Math.min(count, frames - fromFrame))];
        int record = first(fromFrame);
        int written = 0;
        while (written < samples.length) {
            Place place = sound.get(record++);
            ByteBuffer sealed = ByteBuffer.allocate(place.size());
            fill(sealed, place.offset() + HEAD);
            ByteBuffer plain =
                    ByteBuffer.wrap(seal.open(sealed.array(), place.number())).order(ByteOrder.LITTLE_ENDIAN);
            int from = (int) (fromFrame + written - place.firstFrame());
            for (int i = from; i < place.frames() && written < samples.length; i++) {
                samples[written++] = sample(plain, i, which);
            }
        }
        return samples;
    }

    /** Reads sound back as it was added, the samples of all channels in turn. */
    public short[] interleaved(long fromFrame, int count) throws IOException {
        if (channels == 1) {
            return samples(0, fromFrame, count);
        }
        short[] left = samples(0, fromFrame, count);
        short[] right = samples(1, fromFrame, count);
        short[] both = new short[2 * left.length];
        for (int i = 0; i < left.length; i++) {
            both[2 * i] = left[i];
            both[2 * i + 1] = right[i];
        }
        return both;
    }

    private short sample(ByteBuffer plain, int frame, int which) {
        if (which >= 0 || channels == 1) {
            return plain.getShort(2 * (frame * channels + Math.max(0, which)));
        }
        return (short) ((plain.getShort(4 * frame) + plain.getShort(4 * frame + 2)) >> 1);
    }

    /** The record that holds this frame. */
    private int first(long frame) {
        int low = 0;
        int high = sound.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (sound.get(middle).firstFrame() <= frame) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void fill(ByteBuffer buffer, long position) throws IOException {
        data.seek(position);
        data.readFully(buffer.array(), 0, buffer.limit());
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (journal != null) {
                flush();
            }
        } finally {
            data.close();
        }
    }
}
