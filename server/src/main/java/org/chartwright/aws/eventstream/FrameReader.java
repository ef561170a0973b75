package org.chartwright.aws.eventstream;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages one after another. Between two messages it holds no buffer at all, and within one no more than that
 * message; nothing is allocated before the prelude's checksum holds. One thread at a time.
 */
public final class FrameReader {

    /** The largest message that is taken, in bytes: a second of sound on two channels at 16 kHz, and its envelope. */
    public static final int LARGEST = 64 * 1024;

    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    /** Length of a message without headers and payload. */
    private static final int LEAST = PRELUDE + CHECKSUM;
    private static final int LARGEST_HEADERS = 128 * 1024;

    private final InputStream in;
    private final int largest;

    /** Reads from that stream, which stays the caller's to close, messages of at most that many bytes. */
    public FrameReader(InputStream in, int largest) {
        this.in = in;
        this.largest = largest;
    }

    /**
     * Waits for the next message.
     *
     * @return {@code null} when the stream ended between two messages
     * @throws FrameException when what came is not a message, or too large a one; the stream is of no use any more
     * @throws IOException when the stream broke off
     */
    public @Nullable EventMessage next() throws IOException, FrameException {
        byte[] prelude = in.readNBytes(PRELUDE);
        if (prelude.length == 0) {
            return null;
        }
        if (prelude.length < PRELUDE) {
            throw new EOFException("The stream ended inside a message");
        }
        int total = total(ByteBuffer.wrap(prelude), largest);
        byte[] frame = new byte[total];
        System.arraycopy(prelude, 0, frame, 0, PRELUDE);
        if (in.readNBytes(frame, PRELUDE, total - PRELUDE) < total - PRELUDE) {
            throw new EOFException("The stream ended inside a message");
        }
        return decode(frame);
    }

    /** Reads a message that is all of these bytes. */
    public static EventMessage decode(byte[] frame) throws FrameException {
        ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.BIG_ENDIAN);
        if (frame.length < LEAST) {
            throw new FrameException("A message of " + frame.length + " bytes is shorter than any");
        }
        if (total(bytes, Integer.MAX_VALUE) != frame.length) {
            throw new FrameException("A message is not as long as it says");
        }
        int headers = bytes.getInt(4);
        if (bytes.getInt(frame.length - CHECKSUM) != crc(frame, frame.length - CHECKSUM)) {
            throw new FrameException("Message checksum mismatch");
        }
        byte[] payload = new byte[frame.length - LEAST - headers];
        bytes.get(PRELUDE + headers, payload);
        return new EventMessage(headers(bytes.slice(PRELUDE, headers)), payload);
    }

    private static int total(ByteBuffer prelude, int largest) throws FrameException {
        if (prelude.getInt(8) != crc(prelude.array(), 8)) {
            throw new FrameException("Prelude checksum mismatch");
        }
        long total = prelude.getInt(0) & 0xFFFFFFFFL;
        long headers = prelude.getInt(4) & 0xFFFFFFFFL;
        if (total > largest) {
            throw new FrameException("A message can have at most " + largest + " bytes");
        }
        if (headers > LARGEST_HEADERS || headers + LEAST > total) {
            throw new FrameException("The headers are longer than their message");
        }
        return (int) total;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static Map<String, HeaderValue> headers(ByteBuffer bytes) throws FrameException {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            String name = text(take(bytes, take(bytes, 1).get() & 0xFF));
            if (name.isEmpty() || headers.put(name, value(bytes)) != null) {
                throw new FrameException("A header has no name, or a name came twice");
            }
        }
        return headers;
    }

    private static HeaderValue value(ByteBuffer bytes) throws FrameException {
        int type = take(bytes, 1).get();
        return switch (type) {
            case 0 -> new HeaderValue.Flag(true);
            case 1 -> new HeaderValue.Flag(false);
            case 2 -> new HeaderValue.Int8(take(bytes, 1).get());
            case 3 -> new HeaderValue.Int16(take(bytes, 2).getShort());
            case 4 -> new HeaderValue.Int32(take(bytes, 4).getInt());
            case 5 -> new HeaderValue.Int64(take(bytes, 8).getLong());
            case 6 -> new HeaderValue.Bytes(array(take(bytes, length(bytes))));
            case 7 -> new HeaderValue.Text(text(take(bytes, length(bytes))));
            case 8 -> new HeaderValue.Timestamp(Instant.ofEpochMilli(take(bytes, 8).getLong()));
            case 9 -> {
                ByteBuffer both = take(bytes, 16);
                yield new HeaderValue.Uuid(new UUID(both.getLong(), both.getLong()));
            }
            default -> throw new FrameException("A header has the unknown type " + type);
        };
    }

    private static int length(ByteBuffer bytes) throws FrameException {
        return take(bytes, 2).getShort() & 0xFFFF;
    }

    private static ByteBuffer take(ByteBuffer bytes, int count) throws FrameException {
        if (bytes.remaining() < count) {
            throw new FrameException("A header ends after the headers");
        }
        ByteBuffer taken = bytes.slice(bytes.position(), count);
        bytes.position(bytes.position() + count);
        return taken;
    }

    private static byte[] array(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }

    private static String text(ByteBuffer bytes) throws FrameException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw new FrameException("A header is not valid UTF-8");
        }
    }
}
