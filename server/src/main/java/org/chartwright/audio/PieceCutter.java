package org.chartwright.audio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final ArrayList<Mark> open = new ArrayList<>();
    private final ArrayDeque<Mark> recent = new ArrayDeque<>();
    private final Queue<Cut> cuts = new ArrayDeque<>();
    private int index;
    private int openFrom;
    private int lastActive;
    private int lastEnd;
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
        FrameAnalyser.Frame frame = scored.frame();
        Mark mark = new Mark(frame.power(), strong, frame.voicing(), frame.steadiness(), frame.bands());
        boolean active = scored.score() >= low;
        if (open.isEmpty()) {
            if (active) {
                openFrom = Math.max(lastEnd, index - recent.size());
                while (recent.size() > index - openFrom) {
                    recent.removeFirst();
                }
                open.addAll(recent);
                recent.clear();
            } else {
                recent.addLast(mark);
                if (recent.size() > BEFORE) {
                    recent.removeFirst();
                }
            }
        }
        if (active) {
            lastActive = index;
        }
        if (active || !open.isEmpty()) {
            open.add(mark);
        }
        index++;
        if (!open.isEmpty()) {
            if (index - lastActive > hang) {
                close();
            } else if (open.size() >= longest) {
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
        if (!open.isEmpty()) {
            close();
        }
    }

    /** The stretches found since the last call, in order. */
    Queue<Cut> cuts() {
        return cuts;
    }

    /** The earliest frame that a later stretch may still need. */
    int needed() {
        return open.isEmpty() ? Math.max(0, index - BEFORE) : openFrom;
    }

    /** The first frame of the stretch that has not ended yet, or -1 where there is none with a voice in it so far. */
    int voicedFrom() {
        return !open.isEmpty() && hasVoice(open) ? openFrom : -1;
    }

    private void close() {
        int end = Math.min(index, lastActive + 1 + AFTER);
        List<Mark> rest = List.copyOf(open.subList(end - openFrom, open.size()));
        emit(end);
        open.clear();
        recent.clear();
        rest.stream().skip(Math.max(0, rest.size() - BEFORE)).forEach(recent::addLast);
    }

    /** Ends the piece where it is quietest in its second half; the rest opens the next one. */
    private void cut() {
        int best = longest - 1;
        double least = Double.MAX_VALUE;
        for (int at = longest / 2; at + QUIET <= longest; at++) {
            double sum = 0;
            for (int i = at; i < at + QUIET; i++) {
                sum += open.get(i).power;
            }
            if (sum <= least) {
                least = sum;
                best = at + QUIET / 2;
            }
        }
        emit(openFrom + best);
        List<Mark> rest = List.copyOf(open.subList(best, open.size()));
        open.clear();
        open.addAll(rest);
        openFrom += best;
    }

    private void emit(int end) {
        List<Mark> piece = open.subList(0, end - openFrom);
        lastEnd = end;
        if (hasVoice(piece) && !isTone(piece)) {
            cuts.add(new Cut(openFrom, end));
        }
    }

    /** A voice holds its pitch for a vowel; a click or a burst of noise seems to only for a moment. */
    private static boolean hasVoice(List<Mark> piece) {
        int run = 0;
        int half = 0;
        for (Mark mark : piece) {
            run = mark.strong && mark.voicing >= VOICED ? run + 1 : 0;
            if (run >= LEAST_VOICED) {
                return true;
            }
            half += mark.voicing >= HALF_VOICED ? 1 : 0;
        }
        return piece.size() >= HALF_VOICED_LENGTH && half >= HALF_VOICED_SHARE * piece.size();
    }

    /**
     * Beeps, ringing and music: the peaks of the spectrum stand still, and so does its shape. Short pieces must be all but
     * pure, for a voice may hum; who speaks in a monotone moves the shape all the same.
     */
    private static boolean isTone(List<Mark> piece) {
        int seen = 0;
        double sum = 0;
        for (int i = FrameAnalyser.LAG; i < piece.size(); i++) {
            if (piece.get(i).strong && piece.get(i - FrameAnalyser.LAG).strong) {
                seen++;
                sum += piece.get(i).steadiness;
            }
        }
        return seen >= LEAST_STILL && sum / seen > (seen >= LONG_STILL ? STILL : PURE) && movement(piece) < MOVING;
    }

    /** How much the bands change: the mean square in units of twice each band's variance, so that 1 is all of it. */
    private static double movement(List<Mark> piece) {
        double loudest = piece.stream().mapToDouble(Mark::power).max().orElse(0);
        double least = loudest * Math.pow(10, -LOUD / 10);
        List<double[]> levels = piece.stream().map(mark -> mark.power >= least ? mark.levels() : new double[0]).toList();
        List<double[]> loud = levels.stream().filter(level -> level.length > 0).toList();
        double sum = 0;
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            int at = band;
            double mean = loud.stream().mapToDouble(level -> level[at]).average().orElse(0);
            double variance = loud.stream().mapToDouble(level -> (level[at] - mean) * (level[at] - mean)).average().orElse(0);
            double moved = 0;
            int pairs = 0;
            for (int i = LATER; i < levels.size(); i++) {
                if (levels.get(i).length > 0 && levels.get(i - LATER).length > 0) {
                    double step = levels.get(i)[at] - levels.get(i - LATER)[at];
                    moved += step * step;
                    pairs++;
                }
            }
            sum += moved / Math.max(1, pairs) / (2 * variance + 1e-6);
        }
        return sum / FrameAnalyser.BANDS;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Mark(double power, boolean strong, double voicing, double steadiness, double[] bands) {

        /** In dB of full scale. */
        double[] levels() {
            return Arrays.stream(bands).map(band -> Math.max(QUIETEST, FrameAnalyser.decibels(band))).toArray();
        }
    }

    /**
     * A stretch of speech in frames.
     *
     * @param from its first
     * @param to the one after its last
     */
    record Cut(int from, int to) {}
}
