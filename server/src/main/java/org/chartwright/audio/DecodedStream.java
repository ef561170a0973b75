package org.chartwright.audio;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One channel, or the mean of all, out of a running decoder. Counts what comes, since no claim of length is believed. */
final class DecodedStream implements AudioStream {

    private final DecoderProcess decoder;
    private final int channels;
    private final int channel;
    private final MediaLimits limits;
    private final @Nullable CrosstalkGate gate;
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
        this.gate = channels == 2 && channel >= 0 ? new CrosstalkGate() : null;
    }

    @Override
    public int read(short[] buffer, int offset, int length) throws IOException, MediaException {
        if (length <= 0) {
            throw new IllegalArgumentException("No room to read into");
        }
        while (true) {
            int given = gate == null ? direct(buffer, offset, length) : gate.take(buffer, offset, length);
            if (given > 0) {
                return given;
            }
            if (ended) {
                return -1;
            }
            fill();
            if (gate != null) {
                pass(gate);
            }
        }
    }

    private int direct(short[] buffer, int offset, int length) {
        int frame = 2 * channels;
        int frames = Math.min(length, (end - begin) / frame);
        for (int i = 0; i < frames; i++) {
            int at = begin + i * frame;
            buffer[offset + i] = channels == 1 ? sample(at) : (short) ((sample(at) + sample(at + 2)) >> 1);
        }
        begin += frames * frame;
        return frames;
    }

    private void pass(CrosstalkGate both) {
        for (; end - begin >= 4; begin += 4) {
            both.add(sample(begin + 2 * channel), sample(begin + 2 * (1 - channel)));
        }
        if (ended) {
            both.end();
        }
    }

    /** Reads more of the decoder's output; what is left of a frame stays in front. */
    private void fill() throws IOException, MediaException {
        System.arraycopy(bytes, begin, bytes, 0, end - begin);
        end -= begin;
        begin = 0;
        int before = end / (2 * channels);
        int count = decoder.read(bytes, end, bytes.length - end);
        if (count < 0) {
            ended = true;
            finish();
            return;
        }
        end += count;
        samples += end / (2 * channels) - before;
        if (samples > limits.longest().toMillis() * AudioStream.sampleRate() / 1000) {
            close();
            throw Refusals.tooLong(limits.longest().toSeconds());
        }
    }

    private void finish() throws IOException, MediaException {
        int status = decoder.finish();
        if (samples == 0) {
            throw Refusals.invalid("No sound could be decoded from it.");
        }
        if (samples < limits.shortest().toMillis() * AudioStream.sampleRate() / 1000) {
            throw status == 0
                    ? Refusals.tooShort(limits.shortest().toMillis())
                    : Refusals.invalid("It is damaged; too little of its sound could be decoded.");
        }
    }

    private short sample(int at) {
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
