package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;

/** The words of a turn as the models know them: lower case, hyphenated words cut apart, with the pause after each. */
final class Parts {

    private static final Pattern HYPHENATED = Pattern.compile("[\\p{L}']+(-[\\p{L}']+)+");
    private static final long UNKNOWN = -1;

    /** No word is so long; whatever is, stays whole. */
    static final int LONGEST = 64;

    private final List<String> words = new ArrayList<>();
    private final long[] pauses;
    private final int[] ends;

    private Parts(List<Word> heard) {
        ends = new int[heard.size()];
        List<Long> after = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            String plain = heard.get(i).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            String[] cut = plain.length() <= LONGEST && HYPHENATED.matcher(plain).matches() ? plain.split("-", -1) : new String[] {plain};
            for (String part : cut) {
                words.add(part);
                after.add(UNKNOWN);
            }
            after.set(after.size() - 1, pause(heard, i));
            ends[i] = words.size();
        }
        pauses = after.stream().mapToLong(Long::longValue).toArray();
    }

    static Parts of(List<Word> heard) {
        return new Parts(heard);
    }

    /** The parts of all words, in order. */
    List<String> words() {
        return words;
    }

    /** Milliseconds of silence after each part; -1 inside a word and where no times are known. */
    long[] pauses() {
        return pauses;
    }

    /** The last part of a word. */
    int last(int word) {
        return ends[word] - 1;
    }

    /** A word put together again from its parts as they are shown. */
    String shown(int word, List<String> texts) {
        int from = word == 0 ? 0 : ends[word - 1];
        return ends[word] == from + 1 ? texts.get(from) : String.join("-", texts.subList(from, ends[word]));
    }

    private static long pause(List<Word> heard, int i) {
        if (i + 1 >= heard.size()) {
            return UNKNOWN;
        }
        TimeSpan here = heard.get(i).time();
        TimeSpan next = heard.get(i + 1).time();
        boolean known = here.durationMillis() > 0 && next.durationMillis() > 0;
        return known ? Math.max(0, next.startMillis() - here.endMillis()) : UNKNOWN;
    }
}
