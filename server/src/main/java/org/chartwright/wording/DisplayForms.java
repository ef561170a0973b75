package org.chartwright.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.jspecify.annotations.Nullable;

/**
 * Shows the phrases of a custom vocabulary as its {@code DisplayAs} column asks.
 *
 * <p>Phrases come as in the vocabulary ("Los-Angeles", "A.B.C.") and match heard words whatever their case, the longest
 * first, never across the end of a sentence. Shown words with spaces become several words that share the time of what was
 * heard by their length. Works on plain recogniser words (before {@link Wording}, the better place: the words it sets are
 * then left alone) and on readable ones. Immutable, safe for any number of threads.
 */
public final class DisplayForms {

    private final Map<List<String>, List<String>> forms;
    private final int longest;

    private DisplayForms(Map<List<String>, List<String>> forms) {
        this.forms = Map.copyOf(forms);
        this.longest = forms.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /** From phrase to display form; entries without one (blank) are passed over. */
    public static DisplayForms of(Map<String, String> displayed) {
        Map<List<String>, List<String>> forms = new HashMap<>();
        displayed.forEach((phrase, shown) -> {
            List<String> heard = heard(phrase);
            if (!shown.isBlank() && !heard.isEmpty()) {
                forms.put(heard, List.of(shown.strip().split("\\s+", -1)));
            }
        });
        return new DisplayForms(forms);
    }

    /** The words a recogniser gives for a phrase of a vocabulary. */
    private static List<String> heard(String phrase) {
        return Arrays.stream(phrase.toLowerCase(Locale.ROOT).split("[-\\s]+|(?<=\\.)", -1))
                .map(DisplayForms::plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** The turns with the phrases shown in their display form. */
    public List<Turn> applied(List<Turn> turns) {
        if (forms.isEmpty()) {
            return List.copyOf(turns);
        }
        List<Turn> result = new ArrayList<>();
        for (Turn turn : turns) {
            result.add(new Turn(turn.speaker(), applied(turn)));
        }
        return List.copyOf(result);
    }

    private List<Word> applied(Turn turn) {
        List<Word> words = turn.words();
        List<Word> shown = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int end = i + Math.min(longest, words.size() - i);
            List<String> form = null;
            while (end > i && (form = form(words.subList(i, end))) == null) {
                end--;
            }
            if (form == null) {
                shown.add(words.get(i++));
            } else {
                shown.addAll(shown(words.subList(i, end), form));
                i = end;
            }
        }
        return shown;
    }

    private @Nullable List<String> form(List<Word> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            String mark = words.get(i).mark();
            if (!mark.isEmpty() && !mark.equals(",")) {
                return null;
            }
        }
        return forms.get(words.stream().map(word -> plain(word.text())).toList());
    }

    /** One shown word for each heard one where the numbers agree; else the whole time, shared by length. */
    private static List<Word> shown(List<Word> heard, List<String> form) {
        String lastMark = heard.getLast().mark();
        boolean flagged = heard.stream().anyMatch(Word::flagged);
        double confidence = heard.stream().mapToDouble(Word::confidence).min().orElseThrow();
        TimeSpan whole = heard.stream().map(Word::time).reduce(TimeSpan::union).orElseThrow();
        int letters = form.stream().mapToInt(String::length).sum();
        List<Word> shown = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < form.size(); i++) {
            String text = form.get(i);
            String mark = i + 1 == form.size() ? lastMark : "";
            if (form.size() == heard.size()) {
                shown.add(heard.get(i).shownAs(text, mark));
            } else {
                long from = whole.startMillis() + whole.durationMillis() * before / letters;
                before += text.length();
                long to = whole.startMillis() + whole.durationMillis() * before / letters;
                shown.add(new Word(text, mark, new TimeSpan(from, to), confidence, heard.getFirst().channel(), flagged));
            }
        }
        return shown;
    }
}
