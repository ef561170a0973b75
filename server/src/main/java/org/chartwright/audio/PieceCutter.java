package org.chartwright.audio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Scored frames become stretches of speech: opened a little before the sound rises, closed a little after it fell, kept
 * only when somebody's voice is in them, and cut where it is quietest when they grow too long. One thread at a time.
 */
final class PieceCutter {

    /** Where sound begins to stand out, in dB. */
    private static final double LOW = 4.5;

    /** Where it surely stands out. */
    private static final double HIGH = 7;

    private static final double VOICED = 0.6;
    private static final int LEAST_STRONG = 4;
    private static final int LEAST_VOICED = 6;
    private static final int BEFORE = 20;
    private static final int AFTER = 25;

    /** A pause up to this long stays inside a piece. */
    private static final int HANG = 60;

    /** Over how many frames the quietest place is looked for. */
    private static final int QUIET = 15;

    private final int longest;
    private final ArrayList<Mark> open = new ArrayList<>();
    private final ArrayDeque<Mark> recent = new ArrayDeque<>();
    private final Queue<Cut> cuts = new ArrayDeque<>();
    private int index;
    private int openFrom;
    private int lastActive;
    private int lastEnd;

    /** Pieces of at most that many frames. */
    PieceCutter(int longest) {
        if (longest <= 2 * (BEFORE + AFTER)) {
            throw new IllegalArgumentException("Pieces must be longer than a second");
        }
        this.longest = longest;
    }

    /** Takes the next frame. */
    void add(double score, double power, double voicing) {
        Mark mark = new Mark(score, power, score >= HIGH && voicing >= VOICED);
        boolean active = score >= LOW;
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
            if (index - lastActive > HANG) {
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
        int strong = 0;
        int voiced = 0;
        for (Mark mark : open.subList(0, end - openFrom)) {
            strong += mark.score >= HIGH ? 1 : 0;
            voiced += mark.voiced ? 1 : 0;
        }
        lastEnd = end;
        if (strong >= LEAST_STRONG && voiced >= LEAST_VOICED) {
            cuts.add(new Cut(openFrom, end));
        }
    }

    private record Mark(double score, double power, boolean voiced) {}

    /**
     * A stretch of speech in frames.
     *
     * @param from its first
     * @param to the one after its last
     */
    record Cut(int from, int to) {}
}
