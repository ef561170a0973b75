package org.chartwright.audio;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * Scored frames become stretches of speech: opened a little before the sound rises, closed a little after it fell, kept
 * only when somebody's voice is in them, and cut where it is quietest when they grow too long. One thread at a time.
 */
final class PieceCutter {

    /**
     * Where sound begins to stand out, in dB: above what steady noise reaches by chance, and higher where speech stands out
     * far, so that in a good recording pauses are pauses and in a bad one no word is lost.
     */
    private static final double LEAST_LOW = 2.6;

    private static final double MOST_LOW = 4.5;
    private static final double LOW_SHARE = 0.2;

    /** How slowly the loudest is forgotten, for each frame: by half in 14 s. */
    private static final double FADING = 0.9995;

    /** Where it surely stands out, above that. */
    private static final double HIGH = 2.4;

    private static final double VOICED = 0.6;

    /** In noise a voice is only half heard: then this share of a piece must be somewhat voiced. */
    private static final double HALF_VOICED = 0.5;

    private static final double HALF_VOICED_SHARE = 0.2;
    private static final int HALF_VOICED_LENGTH = 100;

    /** Frames in a row that must be voiced. */
    private static final int LEAST_VOICED = 5;

    /** From how many frames on stillness is judged, and from how many on it may be less than pure. */
    private static final int LEAST_STILL = 8;

    private static final int LONG_STILL = 150;
    private static final double PURE = 0.85;
    private static final double STILL = 0.6;

    /** How far below a piece's loudest frame its others count for the movement of the spectrum, in dB. */
    private static final double LOUD = 25;

    /** Frames within which a voice makes another sound, and how much then moves: a voice all of it, held notes half. */
    private static final int LATER = 12;

    private static final double MOVING = 0.8;

    /** What a band holds at least, in dB of full scale. */
    private static final double QUIETEST = -90;

    private static final int BEFORE = 20;
    private static final int AFTER = 25;

    /** A pause up to this long stays inside a piece of a recording. */
    static final int HANG = 60;

    /** Over how many frames the quietest place is looked for. */
    private static final int QUIET = 15;

    private final int longest;
    private final int hang;
    /** Those of the open stretch or, where none is open, the last few. */
    private final FrameRun frames = new FrameRun();

    private final Queue<Cut> cuts = new ArrayDeque<>();
    private int index;
    private boolean open;
    private int lastActive;
    private double loudest;

    /** Pieces of at most that many frames, in which pauses of up to so many stay. */
    PieceCutter(int longest, int hang) {
        if (longest <= 2 * (BEFORE + AFTER)) {
            throw new IllegalArgumentException("Pieces must be longer than a second");
        }
        this.longest = longest;
        this.hang = hang;
    }

    /** Takes the next frame. */
    void add(VoiceActivity.Scored scored) {
        loudest = Math.max(scored.score(), loudest * FADING);
        double low = Math.clamp(loudest * LOW_SHARE, LEAST_LOW, MOST_LOW);
        boolean strong = scored.score() >= low + HIGH;
        boolean active = scored.score() >= low;
        frames.add(scored.frame(), strong);
        if (active) {
            open = true;
            lastActive = index;
        } else if (!open) {
            frames.dropBefore(index + 1 - BEFORE);
        }
        index++;
        if (open) {
            if (index - lastActive > hang) {
                close();
            } else if (frames.size() >= longest) {
                if (index - lastActive > AFTER) {
                    close();
                } else {
                    cut();
                }
            }
        }
    }

    /** Says that no frame follows. */
    void end() {
        if (open) {
            close();
        }
    }

    /** The stretches found since the last call, in order. */
    Queue<Cut> cuts() {
        return cuts;
    }

    /** The earliest frame that a later stretch may still need. */
    int needed() {
        return open ? frames.first() : Math.max(0, index - BEFORE);
    }

    /** The first frame of the stretch that has not ended yet, or -1 where there is none with a voice in it so far. */
    int voicedFrom() {
        return open && hasVoice(frames.size()) ? frames.first() : -1;
    }

    private void close() {
        emit(Math.min(index, lastActive + 1 + AFTER));
        frames.dropBefore(index - BEFORE);
        open = false;
    }

    /** Ends the piece where it is quietest in its second half; the rest opens the next one. */
    private void cut() {
        int best = longest - 1;
        double least = Double.MAX_VALUE;
        for (int at = longest / 2; at + QUIET <= longest; at++) {
            double sum = 0;
            for (int i = at; i < at + QUIET; i++) {
                sum += frames.power(i);
            }
            if (sum <= least) {
                least = sum;
                best = at + QUIET / 2;
            }
        }
        emit(frames.first() + best);
    }

    private void emit(int end) {
        int count = end - frames.first();
        if (hasVoice(count) && !isTone(count)) {
            cuts.add(new Cut(frames.first(), end));
        }
        frames.dropBefore(end);
    }

    /** A voice holds its pitch for a vowel; a click or a burst of noise seems to only for a moment. */
    private boolean hasVoice(int count) {
        int run = 0;
        int half = 0;
        for (int i = 0; i < count; i++) {
            run = frames.isStrong(i) && frames.voicing(i) >= VOICED ? run + 1 : 0;
            if (run >= LEAST_VOICED) {
                return true;
            }
            half += frames.voicing(i) >= HALF_VOICED ? 1 : 0;
        }
        return count >= HALF_VOICED_LENGTH && half >= HALF_VOICED_SHARE * count;
    }

    /**
     * Beeps, ringing and music: the peaks of the spectrum stand still, and so does its shape. Short pieces must be all but
     * pure, for a voice may hum; who speaks in a monotone moves the shape all the same.
     */
    private boolean isTone(int count) {
        int seen = 0;
        double sum = 0;
        for (int i = FrameAnalyser.LAG; i < count; i++) {
            if (frames.isStrong(i) && frames.isStrong(i - FrameAnalyser.LAG)) {
                seen++;
                sum += frames.steadiness(i);
            }
        }
        return seen >= LEAST_STILL && sum / seen > (seen >= LONG_STILL ? STILL : PURE) && movement(count) < MOVING;
    }

    /** How much the bands change: the mean square in units of twice each band's variance, so that 1 is all of it. */
    private double movement(int count) {
        double loudest = 0;
        for (int i = 0; i < count; i++) {
            loudest = Math.max(loudest, frames.power(i));
        }
        double least = loudest * Math.pow(10, -LOUD / 10);
        double sum = 0;
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            sum += movement(levels(count, band, least));
        }
        return sum / FrameAnalyser.BANDS;
    }

    /** A band in dB of full scale, frame after frame; not a number where a frame is less loud than that. */
    private double[] levels(int count, int band, double least) {
        double[] levels = new double[count];
        for (int i = 0; i < count; i++) {
            levels[i] = frames.power(i) < least
                    ? Double.NaN
                    : Math.max(QUIETEST, FrameAnalyser.decibels(frames.band(i, band)));
        }
        return levels;
    }

    private static double movement(double[] levels) {
        double[] loud = Arrays.stream(levels).filter(level -> !Double.isNaN(level)).toArray();
        double mean = Arrays.stream(loud).average().orElse(0);
        double variance = Arrays.stream(loud).map(level -> (level - mean) * (level - mean)).average().orElse(0);
        double moved = 0;
        int pairs = 0;
        for (int i = LATER; i < levels.length; i++) {
            double step = levels[i] - levels[i - LATER];
            if (!Double.isNaN(step)) {
                moved += step * step;
                pairs++;
            }
        }
        return moved / Math.max(1, pairs) / (2 * variance + 1e-6);
    }

    /**
     * A stretch of speech in frames.
     *
     * @param from its first
     * @param to the one after its last
     */
    record Cut(int from, int to) {}
}
