package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;

/**
 * The words of a turn as the models know them: lower case, hyphenated words cut apart, with the pause after each.
 *
 * @param words the parts of all words in order
 * @param pauses milliseconds of silence after each part; -1 inside a word and where no times are known
 * @param owners the word each part belongs to
 */
record Parts(List<String> words, long[] pauses, List<Integer> owners) {

    static Parts of(List<Word> heard) {
        List<String> words = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            String plain = heard.get(i).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            boolean cut = plain.matches("[\\p{L}']+(-[\\p{L}']+)+");
            for (String part : cut ? plain.split("-") : new String[] {plain}) {
                words.add(part);
                owners.add(i);
                pauses.add(-1L);
            }
            pauses.set(pauses.size() - 1, pause(heard, i));
        }
        return new Parts(words, pauses.stream().mapToLong(Long::longValue).toArray(), owners);
    }

    /** The last part of a word. */
    int last(int word) {
        return owners.lastIndexOf(word);
    }

    /** A word put together again from its parts as they are shown. */
    String shown(int word, List<String> texts) {
        return String.join("-", texts.subList(owners.indexOf(word), last(word) + 1));
    }

    private static long pause(List<Word> heard, int i) {
        if (i + 1 >= heard.size()) {
            return -1;
        }
        TimeSpan here = heard.get(i).time();
        TimeSpan next = heard.get(i + 1).time();
        boolean known = here.durationMillis() > 0 && next.durationMillis() > 0;
        return known ? Math.max(0, next.startMillis() - here.endMillis()) : -1;
    }

    /** Leaves the words out: they are somebody's. */
    @Override
    public String toString() {
        return "Parts[" + words.size() + "]";
    }
}
