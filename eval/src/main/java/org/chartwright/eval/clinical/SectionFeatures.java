package org.chartwright.eval.clinical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.Concept;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Turn;

/**
 * What the classifier of section headers looks at: words and pieces of words, apart also for the patient, for the
 * clinician's questions, for the opening and for the end, the sorts of concepts named, and the shape of the talk. Each
 * group is scaled to a length of its own, so that a long dialogue does not drown its opening.
 */
final class SectionFeatures {

    private static final int OPENING = 2;
    private static final int ENDING = 2;
    private static final int STEM = 5;
    private static final int LONGEST_PIECE = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}_]+|[?#]");
    private static final Pattern QUESTION = Pattern.compile("[^.?!]*\\?");
    private static final Pattern NO = Pattern.compile("(?:um|uh|oh|well|,|\\s)*(?:no|nope|not|nah|none)\\b.*");
    private static final Pattern YES = Pattern.compile("(?:um|uh|oh|well|,|\\s)*(?:yes|yeah|yep)\\b.*");

    /** Features of one kind. */
    private static final class Group {
        private final String prefix;
        private final Map<String, Double> counts = new LinkedHashMap<>();

        private Group(String prefix) {
            this.prefix = prefix;
        }

        private void add(String feature) {
            counts.merge(prefix + feature, 1.0, Double::sum);
        }

        /** Pieces of words from {@code shortest} to five letters, with the blanks around the word. */
        private void pieces(String text, int shortest) {
            for (String word : text.split("\\s+", -1)) {
                String bounded = " " + word + " ";
                for (int length = shortest; length <= LONGEST_PIECE && !word.isEmpty(); length++) {
                    for (int at = 0; at + length <= bounded.length(); at++) {
                        add(bounded.substring(at, at + length));
                    }
                }
            }
        }

        /** Damped counts, scaled to a length of {@code length} in all. */
        private void into(Map<String, Double> all, double length) {
            counts.replaceAll((feature, count) -> 1 + Math.log(count));
            scaled(all, length);
        }

        /** The same without regard to how often. */
        private void onceInto(Map<String, Double> all, double length) {
            counts.replaceAll((feature, count) -> 1.0);
            scaled(all, length);
        }

        private void scaled(Map<String, Double> all, double length) {
            double squares = 0;
            for (double value : counts.values()) {
                squares += value * value;
            }
            double scale = length / Math.sqrt(Math.max(squares, 1e-9));
            counts.forEach((feature, value) -> all.put(feature, value * scale));
        }
    }

    private SectionFeatures() {}

    /** The features of a dialogue with their values. */
    static Map<String, Double> of(List<Turn> turns) {
        List<String> texts = turns.stream().map(SectionFeatures::plain).toList();
        Map<String, Double> all = new LinkedHashMap<>();
        words(texts, all);
        pieces(turns, texts, all);
        opening(turns, texts, all);
        concepts(turns, all);
        shape(turns, texts, all);
        return all;
    }

    private static String plain(Turn turn) {
        return turn.text().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#").strip();
    }

    private static boolean byClinician(Turn turn) {
        return turn.speaker().role() == Role.CLINICIAN;
    }

    private static List<String> wordsOf(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static void words(List<String> texts, Map<String, Double> all) {
        Group words = new Group("w ");
        Group stems = new Group("s ");
        String last = "";
        for (String word : wordsOf(String.join(" ", texts))) {
            words.add(word);
            String stem = word.substring(0, Math.min(STEM, word.length()));
            stems.add(stem);
            if (!last.isEmpty()) {
                stems.add(last + " " + stem);
            }
            last = stem;
        }
        words.into(all, 0.082);
        stems.onceInto(all, 0.139);
    }

    private static void pieces(List<Turn> turns, List<String> texts, Map<String, Double> all) {
        Group everywhere = new Group("c ");
        Group patient = new Group("p ");
        Group asked = new Group("q ");
        Group ending = new Group("e ");
        Group first = new Group("f ");
        boolean begun = false;
        for (int i = 0; i < texts.size(); i++) {
            everywhere.pieces(texts.get(i), 3);
            if (i >= texts.size() - ENDING) {
                ending.pieces(texts.get(i), 3);
            }
            if (!byClinician(turns.get(i))) {
                patient.pieces(texts.get(i), 3);
                continue;
            }
            Matcher questions = QUESTION.matcher(texts.get(i));
            while (questions.find()) {
                asked.pieces(questions.group(), 3);
            }
            if (!begun) {
                first.pieces(texts.get(i), 2);
                begun = true;
            }
        }
        everywhere.into(all, 0.110);
        patient.into(all, 0.071);
        asked.into(all, 0.071);
        ending.into(all, 0.061);
        first.into(all, 0.069);
    }

    private static void opening(List<Turn> turns, List<String> texts, Map<String, Double> all) {
        Group opening = new Group("o ");
        String last = "";
        for (int i = 0; i < Math.min(OPENING, turns.size()); i++) {
            for (String word : wordsOf(texts.get(i))) {
                String placed = i + (byClinician(turns.get(i)) ? "d " : "p ") + word;
                opening.add(placed);
                opening.add(last + " " + placed);
                last = placed;
            }
        }
        opening.into(all, 0.052);
    }

    private static void concepts(List<Turn> turns, Map<String, Double> all) {
        Group concepts = new Group("k ");
        for (Turn turn : turns) {
            for (Lexicon.Found found : Lexicon.standard().find(turn.text())) {
                Concept concept = found.concept();
                concepts.add(concept.kind().name());
                concepts.add((byClinician(turn) ? "d " : "p ") + concept.kind());
                concepts.add(concept.kind() + " " + concept.system());
            }
        }
        concepts.into(all, 0.090);
    }

    /** How long it is, who talks, how much is asked, and how often the patient says yes or no: each by what it exceeds. */
    private static void shape(List<Turn> turns, List<String> texts, Map<String, Double> all) {
        double words = 0;
        double clinicians = 0;
        double asked = 0;
        double askedBack = 0;
        double no = 0;
        double yes = 0;
        for (int i = 0; i < texts.size(); i++) {
            int length = wordsOf(texts.get(i)).size();
            long marks = texts.get(i).chars().filter(c -> c == '?').count();
            boolean clinician = byClinician(turns.get(i));
            words += length;
            clinicians += clinician ? length : 0;
            asked += clinician ? marks : 0;
            askedBack += clinician ? 0 : marks;
            no += !clinician && NO.matcher(texts.get(i)).matches() ? 1 : 0;
            yes += !clinician && YES.matcher(texts.get(i)).matches() ? 1 : 0;
        }
        double count = Math.max(1, turns.size());
        Group shape = new Group("n ");
        exceeds(shape, "turns", turns.size(), 2, 3, 4, 6, 8, 10, 14, 20, 30);
        exceeds(shape, "words", words, 10, 20, 30, 50, 80, 120, 180, 250, 400);
        exceeds(shape, "clinician", clinicians / Math.max(1, words), 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        exceeds(shape, "asked", asked, 0, 1, 2, 3, 5, 8, 12);
        exceeds(shape, "back", askedBack, 0, 1, 2);
        exceeds(shape, "no", no, 0, 1, 2, 3, 5, 8);
        exceeds(shape, "yes", yes, 0, 1, 2, 3, 5);
        exceeds(shape, "asks", asked / count, 0.1, 0.25, 0.35, 0.45, 0.6);
        exceeds(shape, "denies", no / count, 0, 0.1, 0.25, 0.4);
        if (!turns.isEmpty()) {
            shape.add("first " + byClinician(turns.getFirst()));
            shape.add("last " + byClinician(turns.getLast()));
        }
        shape.into(all, 0.152);
    }

    private static void exceeds(Group shape, String name, double value, double... steps) {
        for (double step : steps) {
            if (value > step) {
                shape.add(name + " > " + step);
            }
        }
    }
}
