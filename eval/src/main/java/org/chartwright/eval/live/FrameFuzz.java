package org.chartwright.eval.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.eventstream.FrameException;
import org.chartwright.aws.eventstream.FrameReader;
import org.chartwright.aws.eventstream.FrameWriter;
import org.chartwright.aws.eventstream.HeaderValue;

/**
 * Makes messages, breaks them where their structure is, and mends their checksums, so that what is behind the checksums is
 * reached. Each must be read as what it says, byte for byte, or refused in the one documented way.
 */
public final class FrameFuzz {

    private static final int OVERHEAD = 16;

    private final Random luck;
    private long read;
    private long refused;
    private long cut;

    /** With that seed. */
    public FrameFuzz(long seed) {
        this.luck = new Random(seed);
    }

    /** What came of the messages: read, refused, and ended before their end. */
    public record Tally(long read, long refused, long cut) {}

    /**
     * Tries that many messages.
     *
     * @throws IllegalStateException at the first that is neither read rightly nor refused rightly
     */
    public Tally run(long count) {
        for (long i = 0; i < count; i++) {
            byte[] frame = broken(FrameWriter.encode(message()));
            try {
                EventMessage message =
                        new FrameReader(new ByteArrayInputStream(frame), FrameReader.LARGEST).next();
                if (message == null) {
                    throw new IllegalStateException("Nothing was read of message " + i);
                }
                int length = ByteBuffer.wrap(frame).getInt();
                if (!sameBytes(message, Arrays.copyOf(frame, length))) {
                    throw new IllegalStateException("Message " + i + " was read as another");
                }
                read++;
            } catch (FrameException _) {
                refused++;
            } catch (IOException _) {
                cut++;
            } catch (RuntimeException e) {
                throw new IllegalStateException("Message " + i + " was answered by " + e.getClass(), e);
            }
        }
        return new Tally(read, refused, cut);
    }

    private static boolean sameBytes(EventMessage message, byte[] frame) {
        return Arrays.equals(FrameWriter.encode(message), frame);
    }

    private EventMessage message() {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        int count = luck.nextInt(5);
        for (int i = 0; i < count; i++) {
            headers.put(name(), value());
        }
        byte[] payload = new byte[luck.nextInt(200)];
        luck.nextBytes(payload);
        return new EventMessage(headers, payload);
    }

    private String name() {
        return List.of(":event-type", ":message-type", ":content-type", ":date", ":chunk-signature", "x").get(luck.nextInt(6))
                + (luck.nextInt(4) == 0 ? "é" : "");
    }

    private HeaderValue value() {
        byte[] bytes = new byte[luck.nextInt(40)];
        luck.nextBytes(bytes);
        return switch (luck.nextInt(9)) {
            case 0 -> new HeaderValue.Flag(luck.nextBoolean());
            case 1 -> new HeaderValue.Int8((byte) luck.nextInt());
            case 2 -> new HeaderValue.Int16((short) luck.nextInt());
            case 3 -> new HeaderValue.Int32(luck.nextInt());
            case 4 -> new HeaderValue.Int64(luck.nextLong());
            case 5 -> new HeaderValue.Bytes(bytes);
            case 6 -> new HeaderValue.Timestamp(Instant.ofEpochMilli(luck.nextLong()));
            case 7 -> new HeaderValue.Uuid(new UUID(luck.nextLong(), luck.nextLong()));
            default -> new HeaderValue.Text("event".repeat(luck.nextInt(4)));
        };
    }

    private byte[] broken(byte[] frame) {
        int times = luck.nextInt(4);
        byte[] now = frame;
        for (int i = 0; i < times; i++) {
            now = brokenOnce(now);
        }
        return luck.nextInt(20) == 0 ? now : mended(now);
    }

    private byte[] brokenOnce(byte[] frame) {
        byte[] now = frame.clone();
        ByteBuffer view = ByteBuffer.wrap(now);
        switch (luck.nextInt(7)) {
            case 0 -> view.putInt(0, now.length + luck.nextInt(9) - 4);
            case 1 -> view.putInt(4, Math.max(0, view.getInt(4) + luck.nextInt(9) - 4));
            case 2 -> view.putInt(luck.nextBoolean() ? 0 : 4, luck.nextInt());
            case 3 -> now[12 + luck.nextInt(now.length - 12)] = (byte) luck.nextInt(12);
            case 4 -> now[luck.nextInt(now.length)] ^= (byte) (1 << luck.nextInt(8));
            case 5 -> now = Arrays.copyOf(now, Math.max(OVERHEAD, now.length - luck.nextInt(8)));
            default -> now = Arrays.copyOf(now, now.length + luck.nextInt(8));
        }
        return now;
    }

    private static byte[] mended(byte[] frame) {
        ByteBuffer view = ByteBuffer.wrap(frame);
        view.putInt(8, crc(frame, 8));
        int total = view.getInt(0);
        int end = total >= OVERHEAD && total <= frame.length ? total : frame.length;
        view.putInt(end - 4, crc(frame, end - 4));
        return frame;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
