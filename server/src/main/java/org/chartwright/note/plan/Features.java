package org.chartwright.note.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.models.Recall;
import org.chartwright.note.prose.Clause;

/** What the learned parts look at of a clause and its surroundings. Stateless. */
final class Features {

    private static final int POSITIONS = 10;
    private static final int REACH = 5;
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9./%']+");
    private static final Pattern MARKS = Pattern.compile("^[./']+|[./']+$");

    private Features() {}

    static List<String> of(List<Clause> clauses, int at) {
        // All that is looked at, so that a clause far from the end of a growing visit is looked at once.
        List<Object> seen = new ArrayList<>();
        for (int i = Math.max(0, at - REACH); i <= Math.min(clauses.size() - 1, at + 1); i++) {
            Clause near = clauses.get(i);
            seen.add(i - at);
            seen.add(near.text());
            seen.add(near.role());
            seen.add(near.turn() - clauses.get(at).turn());
        }
        Clause clause = clauses.get(at);
        seen.add(clause.asked());
        seen.add(clause.category());
        seen.add((int) (clause.position() * POSITIONS));
        return Recall.of("features of a clause", seen, _ -> found(clauses, at));
    }

    private static List<String> found(List<Clause> clauses, int at) {
        Clause clause = clauses.get(at);
        Set<String> features = new LinkedHashSet<>();
        String who = clause.role() == org.chartwright.encounter.Role.CLINICIAN ? "d" : "p";
        features.add("who=" + who);
        features.add("asked=" + clause.asked());
        features.add("where=" + (int) (clause.position() * POSITIONS));
        features.add("where=" + (int) (clause.position() * POSITIONS) + who);
        features.add("category=" + clause.category());
        List<String> words = words(clause.text());
        String last = "^";
        for (String word : words) {
            String shape = word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '/') ? "#" : word;
            features.add("w=" + shape);
            features.add(who + "=" + shape);
            features.add("b=" + last + "_" + shape);
            last = shape;
        }
        features.add("b=" + last + "_$");
        features.add("length=" + Math.min(8, words.size() / 3));
        around(clauses, at, -1, "before", features);
        around(clauses, at, -2, "before", features);
        around(clauses, at, 1, "after", features);
        questionBefore(clauses, at, features);
        return new ArrayList<>(features);
    }

    private static void around(List<Clause> clauses, int at, int offset, String name, Set<String> features) {
        int other = at + offset;
        if (other < 0 || other >= clauses.size()) {
            features.add(name + "=none");
            return;
        }
        for (String word : words(clauses.get(other).text())) {
            features.add(name + "=" + word);
        }
    }

    private static void questionBefore(List<Clause> clauses, int at, Set<String> features) {
        Clause clause = clauses.get(at);
        for (int i = at - 1; i >= 0 && i > at - 6; i--) {
            Clause earlier = clauses.get(i);
            if (earlier.turn() == clause.turn() - 1 && earlier.role() != clause.role()) {
                for (String word : words(earlier.text())) {
                    features.add("q=" + word);
                }
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(text, -1)) {
            String bare = MARKS.matcher(word).replaceAll("");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }
}
