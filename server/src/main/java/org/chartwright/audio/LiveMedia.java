package org.chartwright.audio;

import java.io.IOException;

/**
 * A compressed stream that is decoded while it comes: one thread writes its bytes, another reads samples at 16 kHz. Closing
 * it, by any thread, ends both.
 */
public final class LiveMedia implements AutoCloseable {

    private final DecoderProcess decoder;
    private final BytePipe pipe;
    private final int channels;
    private final byte[] bytes = new byte[8 * 1024];
    private int left;

    LiveMedia(DecoderProcess decoder, BytePipe pipe, int channels) {
        this.decoder = decoder;
        this.pipe = pipe;
        this.channels = channels;
    }

    /** Hands the next bytes over; waits while the decoder is behind. */
    public void write(byte[] more) throws IOException, InterruptedException {
        pipe.write(more);
    }

    /** Says that no more bytes follow. */
    public void end() {
        pipe.end();
    }

    /**
     * Waits for samples, those of all channels in turn.
     *
     * @return none at the end
     * @throws MediaException when what came cannot be decoded
     */
    public short[] read() throws IOException, MediaException {
        int frame = 2 * channels;
        while (left < frame) {
            int count = decoder.read(bytes, left, bytes.length - left);
            if (count < 0) {
                if (decoder.finish() != 0) {
                    throw Refusals.invalid("It could not be decoded.");
                }
                return new short[0];
            }
            left += count;
        }
        short[] samples = new short[left / frame * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8));
        }
        int used = 2 * samples.length;
        System.arraycopy(bytes, used, bytes, 0, left - used);
        left -= used;
        return samples;
    }

    @Override
    public void close() {
        pipe.close();
        decoder.close();
    }
}
