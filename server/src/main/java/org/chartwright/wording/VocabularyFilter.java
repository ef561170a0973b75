package org.chartwright.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;

/**
 * Removes, masks or tags the words that a vocabulary filter names.
 *
 * <p>A shown word matches when it is a word of the filter, whole, whatever the case of its letters; "pained" does not match
 * "pain". Immutable, safe for any number of threads.
 */
public final class VocabularyFilter {

    /** What happens to a word that matches. */
    public enum Method {
        /** It goes; a mark that ended a sentence after it moves to the word before. A turn without words goes too. */
        REMOVE,
        /** {@code ***} stands in its place, with its time and mark. */
        MASK,
        /** It stays and is {@linkplain Word#flagged flagged}. */
        TAG
    }

    private static final String MASKED = "***";

    private final Set<String> words;
    private final Method method;

    private VocabularyFilter(Set<String> words, Method method) {
        this.words = words;
        this.method = method;
    }

    /** A filter of these words. */
    public static VocabularyFilter of(Collection<String> words, Method method) {
        Set<String> plain = new HashSet<>();
        words.forEach(word -> plain.add(plain(word.strip())));
        return new VocabularyFilter(Set.copyOf(plain), method);
    }

    /** The turns with the filter's method done to the words that match. */
    public List<Turn> applied(List<Turn> turns) {
        List<Turn> result = new ArrayList<>();
        for (Turn turn : turns) {
            List<Word> kept = new ArrayList<>();
            for (Word word : turn.words()) {
                if (!words.contains(plain(word.text()))) {
                    kept.add(word);
                    continue;
                }
                switch (method) {
                    case MASK -> kept.add(word.shownAs(MASKED, word.mark()));
                    case TAG -> kept.add(new Word(
                            word.text(), word.mark(), word.time(), word.confidence(), word.channel(), true));
                    case REMOVE -> keepEnding(kept, word.mark());
                }
            }
            if (!kept.isEmpty()) {
                result.add(new Turn(turn.speaker(), kept));
            }
        }
        return List.copyOf(result);
    }

    private static void keepEnding(List<Word> kept, String mark) {
        boolean ends = mark.equals(".") || mark.equals("?") || mark.equals("!");
        if (ends && !kept.isEmpty()) {
            Word last = kept.removeLast();
            boolean open = last.mark().isEmpty() || last.mark().equals(",");
            kept.add(open ? last.shownAs(last.text(), mark) : last);
        }
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
