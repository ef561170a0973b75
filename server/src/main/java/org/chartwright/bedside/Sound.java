package org.chartwright.bedside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveStream;

/** The sound of a session as one run of bytes: what came twice is passed over, a hole is refused. One thread. */
final class Sound {

    private static final int HEAD = Long.BYTES;
    private static final int SAMPLES_PER_MILLI = 16;
    private static final int PIECE = 32_000;

    private final int frameBytes;
    private final List<LevelMeter> meters = new ArrayList<>();
    private volatile long received;

    /** Sound of that many channels, of which there are frames already. */
    Sound(int channels, long frames) {
        this.frameBytes = 2 * channels;
        this.received = frames * frameBytes;
        for (int i = 0; i < channels; i++) {
            meters.add(new LevelMeter());
        }
    }

    /** Up to which offset there is sound. */
    long received() {
        return received;
    }

    /** The offset of a frame. */
    long offset(long frames) {
        return frames * frameBytes;
    }

    /** Puts silence where sound is lost. */
    void skipTo(long offset, LiveStream stream)
            throws RefusedException, LiveException, IOException, InterruptedException {
        requireWhole(offset);
        while (received < offset) {
            int count = (int) Math.min(PIECE, offset - received);
            stream.sound(new byte[count]);
            received += count;
        }
    }

    /** Takes a message: an offset and the samples that begin there. */
    void take(ByteBuffer message, LiveStream stream)
            throws RefusedException, LiveException, IOException, InterruptedException {
        if (message.remaining() < HEAD) {
            throw ClientMessage.Reading.invalid("A binary message must begin with its offset, eight bytes.");
        }
        long offset = message.order(ByteOrder.BIG_ENDIAN).getLong();
        requireWhole(offset);
        requireWhole(message.remaining());
        if (offset > received) {
            throw new RefusedException("Sound is missing before this message.", received);
        }
        long known = Math.min(message.remaining(), received - offset);
        message.position(message.position() + (int) known);
        byte[] samples = new byte[message.remaining()];
        message.get(samples);
        if (samples.length > 0) {
            stream.sound(samples);
            received += samples.length;
            measure(samples);
        }
    }

    private void requireWhole(long bytes) throws RefusedException {
        if (bytes < 0 || bytes % frameBytes != 0) {
            throw ClientMessage.Reading.invalid("Offsets and lengths must be multiples of " + frameBytes + ".");
        }
    }

    private void measure(byte[] samples) {
        for (int at = 0; at < samples.length; at += 2) {
            short sample = (short) ((samples[at] & 0xff) | (samples[at + 1] << 8));
            meters.get(at / 2 % meters.size()).add(sample);
        }
    }

    /** How loud it was, when half a second has passed. */
    Optional<String> level() {
        if (!meters.getFirst().isDue()) {
            return Optional.empty();
        }
        long at = received / frameBytes / SAMPLES_PER_MILLI;
        return Optional.of(ServerMessages.level(at, meters.stream().map(LevelMeter::take).toList()));
    }
}
