package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartwright.encounter.Word;

/**
 * Cuts a turn into sentences: at sentence marks where there are any, and where a recogniser gave none, before the words
 * with which people start anew. Only whole words are moved, and none is lost.
 */
final class SentenceCutter {

    /** Without a mark, a sentence longer than this is looked at again. */
    private static final int LONG = 24;

    /** The same where the speaker's words carry sentence marks, which are better than any guess. */
    private static final int LONG_THOUGH_MARKED = 60;

    /** No sentence is longer, however it is written: rules look at the words of a sentence two by two. */
    private static final int LONGEST = 120;

    private static final int SHORT = 7;
    private static final Set<String> ENDS = Set.of(".", "?", "!", "…", "...");
    private static final Set<String> TITLES = Set.of("dr", "mr", "mrs", "ms", "st", "vs", "prof", "doctor");
    private static final Set<String> FRESH_STARTS = Set.of(
            "okay", "ok", "alright", "so", "now", "well", "then", "anyway", "also", "let's", "next", "um", "uh");
    /** After these goes on what they begin: "and I | also want to give you". */
    private static final Set<String> LEADS = Set.of("i", "i'm", "i'll", "i'd", "i've", "we", "we're", "we'll", "we'd", "you", "you're", "you'll", "he", "she",
            "they", "it", "am", "are", "is", "was", "were", "will", "would", "could", "should", "can", "to", "the", "a", "my", "your", "not");
    private static final Set<String> JOINS = Set.of("and", "but", "or", "because", "cause");
    private static final Set<String> STARTERS = Set.of(
            "i", "i'm", "i've", "i'd", "i'll", "you", "you're", "you've", "he", "she", "it", "it's", "we", "we're",
            "we'll", "they", "my", "your", "the", "that", "that's", "then", "so", "do", "have", "any", "are", "is",
            "what", "how", "there", "there's", "he's", "she's", "when", "if", "no");

    private static final Set<String> CONDITIONS = Set.of("if", "unless");
    /** With these begins what depends on a condition. */
    private static final Set<String> DEPENDS = Set.of("i", "i'm", "i'd", "i'll", "we", "we'll", "we're", "you", "then", "let's");

    private SentenceCutter() {}

    /** The sentences of a turn, in order; together they hold each word exactly once. */
    static List<List<Word>> cut(List<Word> words) {
        List<List<Word>> sentences = new ArrayList<>();
        boolean marked = words.stream().limit(words.size() - 1L).anyMatch(SentenceCutter::hasEnd);
        int most = marked ? LONG_THOUGH_MARKED : LONG;
        int start = 0;
        boolean spoken = false;
        for (int i = 0; i < words.size(); i++) {
            spoken |= !isSilent(words.get(i));
            if (spoken && ends(words, i) && !(i + 1 < words.size() && isSilent(words.get(i + 1)))) {
                addCut(words.subList(start, i + 1), most, sentences);
                start = i + 1;
                spoken = false;
            } else if (spoken && i > start && isSilent(words.get(i)) && ends(words, i - 1)
                    && !(i + 1 < words.size() && isSilent(words.get(i + 1)))) {
                addCut(words.subList(start, i + 1), most, sentences);
                start = i + 1;
                spoken = false;
            }
        }
        if (start < words.size()) {
            addCut(words.subList(start, words.size()), most, sentences);
        }
        return sentences;
    }

    private static boolean ends(List<Word> words, int index) {
        Word word = words.get(index);
        boolean alone = isMarkOnly(word);
        boolean inside = word.mark().isEmpty() && endsInside(word.text());
        if (!alone && !inside && !ENDS.contains(word.mark())) {
            return false;
        }
        String before = alone ? (index > 0 ? words.get(index - 1).text() : "") : word.text();
        String bare = lower(before).replace(".", "");
        boolean period = word.rendered().endsWith(".");
        if (period && TITLES.contains(bare) && index + 1 < words.size()) {
            return false;
        }
        if (period && hangs(words, index)) {
            return false;
        }
        // "seven . two" is a decimal that was taken apart.
        return !(period
                && alone
                && index + 1 < words.size()
                && SpokenNumbers.isNumberWord(bare)
                && SpokenNumbers.isNumberWord(lower(words.get(index + 1).text())));
    }

    /** "And if that's positive. I want to ...": the recogniser's mark parts a condition from what depends on it. */
    private static boolean hangs(List<Word> words, int index) {
        if (index + 1 >= words.size() || !DEPENDS.contains(lower(words.get(index + 1).text()))) {
            return false;
        }
        for (int i = index; i >= Math.max(0, index - SHORT); i--) {
            String word = lower(words.get(i).text());
            boolean closed = i < index && (hasEnd(words.get(i)) || words.get(i).mark().equals(","));
            if (closed || (i < index - 1 && i > 0 && DEPENDS.contains(word) && !CONDITIONS.contains(lower(words.get(i - 1).text())))) {
                return false;
            }
            if (CONDITIONS.contains(word)) {
                return i == 0 || JOINS.contains(lower(words.get(i - 1).text())) || hasEnd(words.get(i - 1));
            }
        }
        return false;
    }

    private static boolean endsInside(String text) {
        char last = text.charAt(text.length() - 1);
        return text.length() > 1 && (last == '?' || last == '!' || (last == '.' && text.indexOf('.') == text.length() - 1));
    }

    private static boolean hasEnd(Word word) {
        return ENDS.contains(word.mark()) || ENDS.contains(word.text());
    }

    /** Nothing but punctuation; it belongs to the sentence before it. */
    private static boolean isSilent(Word word) {
        return word.rendered().codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean isMarkOnly(Word word) {
        String text = word.rendered();
        return ENDS.contains(text) || text.equals("?!") || text.equals("\"");
    }

    private static void addCut(List<Word> sentence, int most, List<List<Word>> sentences) {
        int start = 0;
        for (int i = SHORT; sentence.size() - start > most && i < sentence.size() - 3; i++) {
            if (i - start >= SHORT && startsAnew(sentence, i, i - start)) {
                sentences.add(List.copyOf(sentence.subList(start, i)));
                start = i;
            }
        }
        for (; start < sentence.size(); start += LONGEST) {
            sentences.add(List.copyOf(sentence.subList(start, Math.min(sentence.size(), start + LONGEST))));
        }
    }

    private static boolean startsAnew(List<Word> words, int index, int length) {
        String word = lower(words.get(index).text());
        String before = lower(words.get(index - 1).text());
        boolean joined = JOINS.contains(before) || FRESH_STARTS.contains(before) || LEADS.contains(before);
        boolean weak = word.equals("so") || word.equals("well");
        if (!joined && !weak && FRESH_STARTS.contains(word)) {
            return true;
        }
        String next = index + 1 < words.size() ? lower(words.get(index + 1).text()) : "";
        if (!joined && weak) {
            return STARTERS.contains(next) || FRESH_STARTS.contains(next);
        }
        return length >= 2 * SHORT && !joined && JOINS.contains(word) && STARTERS.contains(next);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
