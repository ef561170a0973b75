package org.chartwright.audio;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the index of an MP4 file before its data while it is read, since a pipe cannot be searched and recorders write the
 * index last. Nothing is copied but the index: the file's ranges are read in another order, and the places that the
 * index names are moved by its own length.
 */
final class Mp4Order {

    private static final int LARGEST_INDEX = 64 << 20;
    private static final int MOST_BOXES = 100_000;
    private static final Set<String> NESTS = Set.of("moov", "trak", "mdia", "minf", "stbl");

    private final MediaSource source;

    Mp4Order(MediaSource source) {
        this.source = source;
    }

    /** All bytes of the file, with the index before the data. */
    InputStream open() throws IOException, MediaException {
        long firstData = -1;
        long at = 0;
        for (int boxes = 0; boxes < MOST_BOXES; boxes++) {
            Box box = box(at);
            if (box == null) {
                break;
            }
            if (box.type.equals("moov")) {
                return firstData < 0 ? source.open(0) : reordered(firstData, box);
            }
            if (box.type.equals("mdat") && firstData < 0) {
                firstData = at;
            }
            at += box.length;
        }
        throw Refusals.invalid("The MP4 file has no index; its recording was probably cut off before it was finished.");
    }

    private InputStream reordered(long firstData, Box index) throws IOException, MediaException {
        if (index.length > LARGEST_INDEX) {
            throw Refusals.invalid("The MP4 file's index is too large.");
        }
        byte[] moov;
        try (InputStream in = source.open(index.at)) {
            moov = in.readNBytes((int) index.length);
        }
        shift(ByteBuffer.wrap(moov), firstData, index.at, moov.length, 0);
        long afterIndex = index.at + index.length;
        return new SequenceInputStream(Collections.enumeration(List.of(
                new Stretch(source, 0, firstData),
                new ByteArrayInputStream(moov),
                new Stretch(source, firstData, index.at - firstData),
                new Stretch(source, afterIndex, Math.max(0, source.size() - afterIndex)))));
    }

    /** Moves the chunk places between the first data and the old place of the index. */
    private static void shift(ByteBuffer boxes, long from, long to, int by, int depth) throws MediaException {
        while (boxes.remaining() >= 8) {
            int start = boxes.position();
            long length = Integer.toUnsignedLong(boxes.getInt());
            byte[] name = new byte[4];
            boxes.get(name);
            String type = new String(name, StandardCharsets.ISO_8859_1);
            if (length == 1 && boxes.remaining() >= 8) {
                length = boxes.getLong();
            } else if (length == 0) {
                length = (long) boxes.limit() - start;
            }
            if (length < (long) boxes.position() - start || length > (long) boxes.limit() - start) {
                return; // broken; the decoder says so
            }
            ByteBuffer body = boxes.slice(boxes.position(), start + (int) length - boxes.position());
            if (type.equals("cmov")) {
                throw Refusals.unsupported("The MP4 file's index is compressed.");
            } else if (NESTS.contains(type) && depth < 8) {
                shift(body, from, to, by, depth + 1);
            } else if (type.equals("stco") && body.remaining() >= 8) {
                int count = (int) Math.min(Integer.toUnsignedLong(body.getInt(4)), (body.remaining() - 8) / 4);
                for (int i = 0; i < count; i++) {
                    long place = Integer.toUnsignedLong(body.getInt(8 + 4 * i));
                    body.putInt(8 + 4 * i, (int) moved(place, from, to, by));
                }
            } else if (type.equals("co64") && body.remaining() >= 8) {
                int count = (int) Math.min(Integer.toUnsignedLong(body.getInt(4)), (body.remaining() - 8) / 8);
                for (int i = 0; i < count; i++) {
                    body.putLong(8 + 8 * i, moved(body.getLong(8 + 8 * i), from, to, by));
                }
            }
            boxes.position(start + (int) length);
        }
    }

    private static long moved(long place, long from, long to, int by) {
        return place >= from && place < to ? place + by : place;
    }

    private @Nullable Box box(long at) throws IOException {
        if (at + 8 > source.size()) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(source.open(at))) {
            long length = Integer.toUnsignedLong(in.readInt());
            String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (length == 1) {
                length = in.readLong();
            } else if (length == 0) {
                length = source.size() - at;
            }
            return length < 8 || length > Long.MAX_VALUE - at ? null : new Box(at, length, type);
        } catch (EOFException e) {
            return null;
        }
    }

    private record Box(long at, long length, String type) {}

    /** A range of the source, opened when its turn comes. */
    private static final class Stretch extends InputStream {

        private final MediaSource source;
        private final long from;
        private long left;
        private @Nullable InputStream in;

        Stretch(MediaSource source, long from, long length) {
            this.source = source;
            this.from = from;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            if (in == null) {
                in = source.open(from);
            }
            int count = in.read(buffer, offset, (int) Math.min(left, length));
            if (count < 0) {
                throw new EOFException("The recording is shorter than its store said.");
            }
            left -= count;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }
}
