package org.chartwright.audio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the other speaker out of a speaker's own channel. Two microphones in one room hear both people, and words that leak
 * over would be written twice; where the other channel is much louder over a fifth of a second, this one is turned down to
 * its own noise. Works in blocks of 10 ms on the sample clock, so chunks do not matter. One thread at a time.
 */
final class CrosstalkGate {

    private static final int BLOCK = FrameAnalyser.HOP;
    private static final int REACH = 10;

    /** How much louder the other channel must be: 10 dB. A quieter microphone alone does not make such a difference. */
    private static final double LOUDER = 10;

    /** What is weaker than this over a block is nobody's voice. */
    private static final double VOICE = 32.0 * 32.0 * BLOCK;

    /** How far below the noise it is turned down, as power, since a voice is stronger in some bands than noise is. */
    private static final double DOWN = 0.03;

    /** How fast the idea of the noise rises, for each block: 3 dB a second. */
    private static final double RISE = 1.007;

    private final List<Block> window = new ArrayList<>();
    private final ArrayDeque<short[]> ready = new ArrayDeque<>();
    private short[] own = new short[BLOCK];
    private int filled;
    private double ownEnergy;
    private double otherEnergy;
    private int next;
    private int taken;
    private double noise = -1;
    private double gain = 1;

    /** Takes the next sample of both channels. */
    void add(short sample, short other) {
        own[filled++] = sample;
        ownEnergy += (double) sample * sample;
        otherEnergy += (double) other * other;
        if (filled == BLOCK) {
            block();
            if (window.size() - next > REACH) {
                gate();
            }
        }
    }

    /** Says that no sample follows. */
    void end() {
        int rest = filled;
        if (rest > 0) {
            block();
        }
        while (next < window.size()) {
            gate();
        }
        if (rest > 0) {
            short[] last = ready.removeLast();
            ready.addLast(Arrays.copyOf(last, rest));
        }
    }

    /** Gives what is done, 0 when more must be added first. */
    int take(short[] buffer, int offset, int length) {
        int given = 0;
        while (given < length && !ready.isEmpty()) {
            short[] block = ready.getFirst();
            int count = Math.min(length - given, block.length - taken);
            System.arraycopy(block, taken, buffer, offset + given, count);
            given += count;
            taken += count;
            if (taken == block.length) {
                ready.removeFirst();
                taken = 0;
            }
        }
        return given;
    }

    private void block() {
        window.add(new Block(own, ownEnergy, otherEnergy));
        own = new short[BLOCK];
        filled = 0;
        ownEnergy = 0;
        otherEnergy = 0;
    }

    private void gate() {
        double here = 0;
        double there = 0;
        int from = Math.max(0, next - REACH);
        int to = Math.min(window.size(), next + REACH + 1);
        for (Block near : window.subList(from, to)) {
            here += near.own / (to - from);
            there += near.other / (to - from);
        }
        noise = noise < 0 ? here : Math.min(noise * RISE + 1e-3, here);
        boolean foreign = there > VOICE && there > LOUDER * here;
        double target = foreign ? Math.sqrt(Math.min(1, DOWN * noise / here)) : 1;
        short[] block = window.get(next).samples;
        for (int i = 0; i < BLOCK; i++) {
            double now = gain + (target - gain) * i / BLOCK;
            block[i] = (short) Math.round(block[i] * now);
        }
        gain = target;
        ready.addLast(block);
        next++;
        if (next > REACH) {
            window.removeFirst();
            next--;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(short[] samples, double own, double other) {}
}
