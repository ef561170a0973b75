package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;

/**
 * The features of all that was heard, 42 bytes a frame: 15 MB for two hours. Samples are never kept.
 */
final class FrameStore {

    private static final int BLOCK = 4096;
    /** Cepstra lie within ±60, levels below 40, log pitches below 7. */
    private static final float SCALE = 500;

    private static final int FRAME_MILLIS = 20;

    private final VoiceFeatures features = new VoiceFeatures();
    private final List<short[]> blocks = new ArrayList<>();
    private final List<long[]> times = new ArrayList<>();
    private int size;

    /** The frames so far; what is added later to either is not in the other. */
    FrameStore snapshot() {
        FrameStore copy = new FrameStore();
        blocks.forEach(block -> copy.blocks.add(block.clone()));
        times.forEach(block -> copy.times.add(block.clone()));
        copy.size = size;
        return copy;
    }

    /** Adds the frames of a piece; a frame's time is the middle of its window. */
    void add(SpeechPiece piece) {
        float[] values = features.of(piece.samples());
        int count = values.length / VoiceFeatures.WIDTH;
        for (int frame = 0; frame < count; frame++) {
            if (size % BLOCK == 0) {
                blocks.add(new short[BLOCK * VoiceFeatures.WIDTH]);
                times.add(new long[BLOCK]);
            }
            short[] block = blocks.getLast();
            int at = size % BLOCK * VoiceFeatures.WIDTH;
            for (int i = 0; i < VoiceFeatures.WIDTH; i++) {
                float scaled = values[frame * VoiceFeatures.WIDTH + i] * SCALE;
                block[at + i] = (short) Math.clamp(Math.round(scaled), Short.MIN_VALUE, Short.MAX_VALUE);
            }
            // The window is 32 ms long: its middle lies 16 ms in, the frame stands for 10 ms on each side of it.
            times.getLast()[size % BLOCK] = piece.startMillis() + (long) frame * FRAME_MILLIS + 6;
            size++;
        }
    }

    int size() {
        return size;
    }

    /** When the twenty milliseconds begin that a frame stands for. */
    long startMillis(int frame) {
        return times.get(frame / BLOCK)[frame % BLOCK];
    }

    long endMillis(int frame) {
        return startMillis(frame) + FRAME_MILLIS;
    }

    float level(int frame) {
        return value(frame, VoiceFeatures.LEVEL);
    }

    /** The natural log of the pitch in Hz, or 0 where nothing is voiced. */
    float logPitch(int frame) {
        return value(frame, VoiceFeatures.PITCH);
    }

    /** Writes the cepstra of a frame into {@code target}. */
    void cepstra(int frame, double[] target) {
        short[] block = blocks.get(frame / BLOCK);
        int from = frame % BLOCK * VoiceFeatures.WIDTH;
        for (int i = 0; i < VoiceFeatures.CEPSTRA; i++) {
            target[i] = block[from + i] / SCALE;
        }
    }

    private float value(int frame, int index) {
        return blocks.get(frame / BLOCK)[frame % BLOCK * VoiceFeatures.WIDTH + index] / SCALE;
    }
}
