package org.chartwright.speakers;

import java.util.List;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speakers.Voices.VoiceSpan;

/**
 * The voice of each word: the one heard for most of it, or the nearest; and a stray word at the edge of a phrase goes
 * with its phrase, for voices change between phrases more often than within them.
 */
final class WordVoices {

    /** Between phrases there is a pause of this length. */
    private static final long PHRASE_PAUSE = 200;
    /** A stray at the edge of a phrase is no longer than this, and its voice is not heard for all of it. */
    private static final long STRAY_EDGE = 450;

    private static final double WHOLLY_HEARD = 0.8;
    /** Nobody throws in anything shorter without a pause on either side. */
    private static final long STRAY_INSIDE = 300;

    private final List<Word> words;
    private final List<VoiceSpan> spans;
    /** For how many milliseconds of each word its voice is heard. */
    private final long[] overlaps;

    /** Words in order of time, spans in order of time. */
    WordVoices(List<Word> words, List<VoiceSpan> spans) {
        this.words = words;
        this.spans = spans.stream()
                .sorted((a, b) -> a.time().compareTo(b.time()))
                .toList();
        this.overlaps = new long[words.size()];
    }

    int[] voices() {
        int[] voices = new int[words.size()];
        int first = 0;
        long longest = spans.stream().mapToLong(span -> span.time().durationMillis()).max().orElse(0);
        for (int i = 0; i < voices.length; i++) {
            TimeSpan time = words.get(i).time();
            // Spans that begin a longest span before the word can no longer reach it, but one of them may be nearest.
            while (first + 1 < spans.size()
                    && spans.get(first + 1).time().startMillis() + longest < time.startMillis()) {
                first++;
            }
            voices[i] = heard(i, first, i == 0 ? -1 : voices[i - 1]);
        }
        int start = 0;
        for (int i = 1; i <= voices.length; i++) {
            if (i == voices.length || gap(i) >= PHRASE_PAUSE) {
                smooth(voices, start, i);
                start = i;
            }
        }
        return voices;
    }

    private int heard(int index, int first, int before) {
        TimeSpan word = words.get(index).time();
        int voice = Math.max(0, before);
        long most = Long.MIN_VALUE;
        long length = 0;
        for (int s = first; s < spans.size(); s++) {
            VoiceSpan span = spans.get(s);
            if (span.time().startMillis() > word.endMillis() && most > Long.MIN_VALUE) {
                // Later spans are farther still.
                long distance = word.endMillis() - span.time().startMillis();
                return distance > most ? span.voice() : voice;
            }
            long overlap = span.time().overlapMillis(word);
            long score = overlap > 0 ? overlap : -distance(span.time(), word);
            // Where two voices are heard at once, the recogniser hears the one who threw something in: the shorter span.
            boolean inner = score == most && span.time().durationMillis() < length;
            if (score > most || inner) {
                most = score;
                voice = span.voice();
                length = span.time().durationMillis();
                overlaps[index] = overlap;
            }
        }
        return voice;
    }

    private static long distance(TimeSpan span, TimeSpan word) {
        return Math.max(0, Math.max(span.startMillis() - word.endMillis(), word.startMillis() - span.endMillis()));
    }

    private long gap(int word) {
        return words.get(word).time().startMillis() - words.get(word - 1).time().endMillis();
    }

    /** Within one phrase, runs too short to be anything but a misplaced border take the voice of their neighbour. */
    private void smooth(int[] voices, int from, int to) {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i < to && voices[i] == voices[start]) {
                continue;
            }
            long length = words.get(i - 1).time().endMillis() - words.get(start).time().startMillis();
            boolean atStart = start == from;
            boolean atEnd = i == to;
            if (!atStart && !atEnd && length <= STRAY_INSIDE && voices[start - 1] == voices[i]) {
                fill(voices, start, i, voices[i]);
                start = startOfRun(voices, from, start);
            } else if (atStart && !atEnd && length <= STRAY_EDGE && !whollyHeard(start, i)) {
                fill(voices, start, i, voices[i]);
            } else if (atEnd && !atStart && length <= STRAY_EDGE && !whollyHeard(start, i)) {
                fill(voices, start, i, voices[start - 1]);
            } else {
                start = i;
            }
        }
    }

    /** Whether the border of the voice lies at the border of the words, as it does when somebody really begins there. */
    private boolean whollyHeard(int from, int to) {
        double length = 0;
        double heard = 0;
        for (int i = from; i < to; i++) {
            length += Math.max(1, words.get(i).time().durationMillis());
            heard += overlaps[i];
        }
        return heard >= WHOLLY_HEARD * length;
    }

    private static int startOfRun(int[] voices, int from, int at) {
        int start = at;
        while (start > from && voices[start - 1] == voices[at]) {
            start--;
        }
        return start;
    }

    private static void fill(int[] voices, int from, int to, int voice) {
        for (int i = from; i < to; i++) {
            voices[i] = voice;
        }
    }
}
