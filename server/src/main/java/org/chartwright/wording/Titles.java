package org.chartwright.wording;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Titles before a name: "doctor smith" → "Dr. Smith"; without a name the word stays. */
final class Titles {

    private static final Map<String, String> WRITTEN = Map.of("doctor", "Dr.", "mister", "Mr.", "missus", "Mrs.");
    private static final Set<String> NAME_CLASSES = Set.of("N", "B", "-");

    private Titles() {}

    /** Writes the titles among the shown texts of one turn. */
    static void write(String[] texts, Heard heard, List<Mark> marks) {
        for (int i = 0; i + 1 < texts.length; i++) {
            String written = WRITTEN.get(heard.word(i));
            if (written != null && marks.get(i) == Mark.NONE && named(heard.word(i + 1), texts[i + 1])) {
                texts[i] = written;
            }
        }
    }

    private static boolean named(String word, String text) {
        boolean capital = !text.isEmpty() && Character.isUpperCase(text.charAt(0));
        boolean pronoun = word.equals("i") || word.startsWith("i'");
        return capital && !pronoun && word.length() > 1 && NAME_CLASSES.contains(Lexicon.entry(word));
    }
}
