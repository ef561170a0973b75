package org.chartwright.audio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How far each frame stands out of the noise around it: the mean over the bands of the level above the floor, in dB.
 * Frames go in, and come out scored: of a recording up to ten seconds later, since the floor looks ahead; live at once, with
 * a floor that looks back only. One thread at a time.
 */
final class VoiceActivity {

    private static final int AHEAD = 10 * 100;
    private static final int BEHIND = 20 * 100;
    private static final int SMOOTH = 2;
    private static final double MOST = 30;

    /** A floor in dB to begin with, and for how many frames it counts: some seconds of sound outweigh it. */
    private static final double QUIET_ROOM = -68;

    private static final int PRESUMED = 40;

    private final NoiseFloor floor = new NoiseFloor();
    /** The last few, so that it costs nothing to drop the first. */
    private final ArrayList<FrameAnalyser.Frame> raw = new ArrayList<>(2 * SMOOTH + 2);
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private final double[] floors = new double[FrameAnalyser.BANDS];
    private final double[] lastFloors = new double[FrameAnalyser.BANDS];
    private final double[] powers = new double[FrameAnalyser.BANDS];
    private final int ahead;
    private int behind;
    private int before = -1;

    private VoiceActivity(int ahead) {
        this.ahead = ahead;
        Arrays.fill(lastFloors, Double.NaN);
    }

    /** For a recording, of which more can be read at will. */
    static VoiceActivity ofRecording() {
        return new VoiceActivity(AHEAD);
    }

    /** For sound that is only just being made; begins with the idea of a quiet room. */
    static VoiceActivity live() {
        VoiceActivity activity = new VoiceActivity(0);
        double[] quiet = new double[FrameAnalyser.BANDS];
        Arrays.fill(quiet, QUIET_ROOM);
        for (int i = 0; i < PRESUMED; i++) {
            activity.floor.add(quiet);
        }
        activity.behind = PRESUMED;
        return activity;
    }

    /** Takes the next frame. */
    void add(FrameAnalyser.Frame frame) {
        raw.add(frame);
        if (raw.size() > 2 * SMOOTH + 1) {
            raw.removeFirst();
        }
        if (raw.size() > SMOOTH) {
            before = raw.size() - 1 - SMOOTH;
            smooth();
        }
    }

    /** Says that no frame follows. */
    void end() {
        for (int i = 0; i < SMOOTH && before + 1 < raw.size(); i++) {
            before++;
            smooth();
        }
    }

    /** The next scored frame, or null while more must be added or none is left. */
    @Nullable Scored next(boolean ended) {
        if (pending.isEmpty() || (!ended && pending.size() <= ahead)) {
            return null;
        }
        Pending next = pending.removeFirst();
        floor.floor(floors);
        double sum = 0;
        double noise = 0;
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            sum += Math.clamp(next.decibels[band] - floors[band], 0, MOST);
            noise += power(band);
        }
        behind++;
        if (behind > BEHIND) {
            floor.forget();
            behind--;
        }
        return new Scored(next.frame, sum / FrameAnalyser.BANDS, noise);
    }

    /** The power of a band's floor, which mostly stands where it stood a frame before. */
    private double power(int band) {
        if (floors[band] != lastFloors[band]) {
            lastFloors[band] = floors[band];
            powers[band] = StrictMath.pow(10, floors[band] / 10);
        }
        return powers[band];
    }

    private void smooth() {
        double[] decibels = new double[FrameAnalyser.BANDS];
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            double sum = 0;
            for (FrameAnalyser.Frame near : raw) {
                sum += near.bands()[band];
            }
            decibels[band] = Math.max(FrameAnalyser.QUIETEST, FrameAnalyser.decibels(sum / raw.size()));
        }
        pending.addLast(new Pending(raw.get(before), decibels));
        floor.add(decibels);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pending(FrameAnalyser.Frame frame, double[] decibels) {}

    /**
     * A frame and its surroundings.
     *
     * @param score mean level above the floor in dB, 0 to 30
     * @param noise power of the floor
     */
    record Scored(FrameAnalyser.Frame frame, double score, double noise) {}
}
