package org.chartwright.audio;

import java.io.IOException;

/** One channel, or the mean of all, out of a running decoder. Counts what comes, since no claim of length is believed. */
final class DecodedStream implements AudioStream {

    private final DecoderProcess decoder;
    private final int channels;
    private final int channel;
    private final MediaLimits limits;
    private final byte[] bytes = new byte[32 * 1024];
    private int begin;
    private int end;
    private long samples;
    private boolean ended;

    /**
     * A stream over a decoder that writes interleaved samples.
     *
     * @param channel which one, or -1 for the mean
     */
    DecodedStream(DecoderProcess decoder, int channels, int channel, MediaLimits limits) {
        this.decoder = decoder;
        this.channels = channels;
        this.channel = channel;
        this.limits = limits;
    }

    @Override
    public int read(short[] buffer, int offset, int length) throws IOException, MediaException {
        if (length <= 0) {
            throw new IllegalArgumentException("No room to read into");
        }
        int frame = 2 * channels;
        while (end - begin < frame && !ended) {
            System.arraycopy(bytes, begin, bytes, 0, end - begin);
            end -= begin;
            begin = 0;
            int count = decoder.read(bytes, end, bytes.length - end);
            if (count < 0) {
                ended = true;
                finish();
            } else {
                end += count;
            }
        }
        int frames = Math.min(length, (end - begin) / frame);
        if (frames == 0) {
            return -1;
        }
        for (int i = 0; i < frames; i++) {
            buffer[offset + i] = sample(begin + i * frame);
        }
        begin += frames * frame;
        samples += frames;
        if (samples > limits.longest().toMillis() * AudioStream.sampleRate() / 1000) {
            close();
            throw Refusals.tooLong(limits.longest().toSeconds());
        }
        return frames;
    }

    private void finish() throws IOException, MediaException {
        int status = decoder.finish();
        long total = samples + (end - begin) / (2L * channels);
        if (total == 0) {
            throw Refusals.invalid("No sound could be decoded from it.");
        }
        if (total < limits.shortest().toMillis() * AudioStream.sampleRate() / 1000) {
            throw status == 0
                    ? Refusals.tooShort(limits.shortest().toMillis())
                    : Refusals.invalid("It is damaged; less than a second of sound could be decoded.");
        }
    }

    private short sample(int at) {
        if (channel >= 0) {
            return one(at + 2 * channel);
        }
        return channels == 1 ? one(at) : (short) ((one(at) + one(at + 2)) >> 1);
    }

    private short one(int at) {
        return (short) ((bytes[at] & 0xff) | (bytes[at + 1] << 8));
    }

    @Override
    public boolean damaged() {
        return decoder.complained();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
