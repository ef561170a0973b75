package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Turn;

/**
 * What the classifier of section headers looks at: words and pairs of words, apart for who said them and for the opening,
 * pieces of words, the sorts of concepts named, how the questions begin, and how long it all is. Groups are scaled apart,
 * so that a long dialogue does not drown its opening.
 */
public final class SectionFeatures {

    private static final int OPENING = 2;

    private SectionFeatures() {}

    /** The features of a dialogue with their values. */
    public static Map<String, Double> of(List<Turn> turns) {
        Map<String, Double> words = new LinkedHashMap<>();
        Map<String, Double> byRole = new LinkedHashMap<>();
        Map<String, Double> letters = new LinkedHashMap<>();
        Map<String, Double> opening = new LinkedHashMap<>();
        Map<String, Double> concepts = new LinkedHashMap<>();
        Map<String, Double> asks = new LinkedHashMap<>();
        int total = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            String role = turn.speaker().role() == Role.CLINICIAN ? "d" : "p";
            String text = turn.text().toLowerCase(Locale.ROOT);
            List<String> forms = forms(text);
            total += forms.size();
            for (int w = 0; w < forms.size(); w++) {
                count(words, "w " + forms.get(w));
                count(byRole, role + " " + forms.get(w));
                if (w > 0) {
                    String pair = forms.get(w - 1) + " " + forms.get(w);
                    count(words, "b " + pair);
                    count(byRole, role + "b " + pair);
                }
                if (w > 1 && role.equals("d")) {
                    count(asks, "t " + forms.get(w - 2) + " " + forms.get(w - 1) + " " + forms.get(w));
                }
                if (i < OPENING) {
                    count(opening, "o" + i + role + " " + forms.get(w));
                }
            }
            pieces(letters, forms);
            for (Lexicon.Found found : Lexicon.standard().find(turn.text())) {
                count(concepts, "k " + role + found.concept().kind());
                count(concepts, "k " + found.concept().kind());
                count(concepts, "s " + found.concept().kind() + " " + found.concept().system());
                count(concepts, "c " + found.concept().name());
            }
        }
        Map<String, Double> all = new LinkedHashMap<>();
        scaled(all, words, 1.0);
        scaled(all, byRole, 0.8);
        scaled(all, letters, 0.7);
        scaled(all, opening, 0.6);
        scaled(all, concepts, 0.8);
        scaled(all, asks, 0.6);
        all.put("turns " + Math.min(12, turns.size() / 2), 0.3);
        all.put("length " + (int) (Math.log(total + 1.0) * 2), 0.4);
        return all;
    }

    private static List<String> forms(String text) {
        List<String> forms = new ArrayList<>();
        for (Token token : Tokenizer.tokens(text)) {
            boolean number = Character.isDigit(token.form().charAt(0)) || SpokenNumbers.isNumberWord(token.form());
            if (number) {
                forms.add("#");
            } else if (token.isWord() || token.form().equals("?")) {
                forms.add(token.form());
            }
        }
        return forms;
    }

    private static void pieces(Map<String, Double> letters, List<String> forms) {
        for (String form : forms) {
            String bounded = "_" + form + "_";
            for (int length = 4; length <= 5; length++) {
                for (int at = 0; at + length <= bounded.length(); at++) {
                    count(letters, "l " + bounded.substring(at, at + length));
                }
            }
        }
    }

    private static void count(Map<String, Double> counts, String feature) {
        counts.merge(feature, 1.0, Double::sum);
    }

    /** Damped counts, scaled to a length of {@code weight} in all. */
    private static void scaled(Map<String, Double> all, Map<String, Double> counts, double weight) {
        double squares = 0;
        for (double count : counts.values()) {
            double damped = 1 + Math.log(count);
            squares += damped * damped;
        }
        double scale = weight / Math.sqrt(Math.max(squares, 1e-9));
        counts.forEach((feature, count) -> all.put(feature, (1 + Math.log(count)) * scale));
    }
}
