package org.chartwright.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound as a WAV file, made as it is read, from any place on. One thread. */
final class WavStream extends InputStream {

    private static final int HEAD = 44;
    private static final int RATE = 16_000;
    private static final int BYTES = 2;
    private static final int AT_ONCE = RATE;

    private final StreamedSound.Sound sound;
    private final int frame;
    private long position;
    private byte[] ready = {};
    private int used;

    WavStream(StreamedSound.Sound sound, long position) {
        this.sound = sound;
        this.frame = sound.channels() * BYTES;
        this.position = position;
    }

    /** How long the whole file is. */
    static long size(StreamedSound.Sound sound) {
        return HEAD + sound.frames() * sound.channels() * BYTES;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (used == ready.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, ready.length - used);
        System.arraycopy(ready, used, into, offset, count);
        used += count;
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (position < HEAD) {
            ready = head();
            used = (int) position;
            return true;
        }
        long place = position - HEAD;
        short[] samples = sound.read(place / frame, AT_ONCE);
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        ready = bytes.array();
        used = (int) Math.min(ready.length, place % frame);
        return used < ready.length;
    }

    private byte[] head() {
        long data = size(sound) - HEAD;
        return ByteBuffer.allocate(HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (data + HEAD - 8))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) sound.channels())
                .putInt(RATE)
                .putInt(RATE * frame)
                .putShort((short) frame)
                .putShort((short) (BYTES * 8))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) data)
                .array();
    }

    @Override
    public void close() throws IOException {
        sound.close();
    }
}
