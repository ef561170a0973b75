package org.chartwright.audio;

import java.util.Arrays;

/**
 * Takes the channels of live sound apart. Of two, what leaks over from one speaker's microphone to the other's is turned
 * down, as in recordings, which holds each sample back for a tenth of a second. One thread at a time.
 */
public final class ChannelSplit {

    private final int channels;
    private final CrosstalkGate[] gates;

    /** For one channel or two. */
    public ChannelSplit(int channels) {
        this.channels = channels;
        this.gates = channels == 1 ? new CrosstalkGate[0] : new CrosstalkGate[] {new CrosstalkGate(), new CrosstalkGate()};
    }

    /** Takes samples of all channels in turn and gives what can be given of each channel. */
    public short[][] add(short[] samples) {
        if (channels == 1) {
            return new short[][] {samples};
        }
        for (int i = 0; i + 1 < samples.length; i += 2) {
            gates[0].add(samples[i], samples[i + 1]);
            gates[1].add(samples[i + 1], samples[i]);
        }
        return take();
    }

    /** Gives what is left when no more follows. */
    public short[][] end() {
        if (channels == 1) {
            return new short[1][0];
        }
        for (CrosstalkGate gate : gates) {
            gate.end();
        }
        return take();
    }

    private short[][] take() {
        short[][] taken = new short[channels][];
        for (int channel = 0; channel < channels; channel++) {
            short[] buffer = new short[4096];
            int count = 0;
            int more;
            while ((more = gates[channel].take(buffer, count, buffer.length - count)) > 0) {
                count += more;
                if (count == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * count);
                }
            }
            taken[channel] = Arrays.copyOf(buffer, count);
        }
        return taken;
    }
}
