package org.chartwright.note;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Prose;

/**
 * A line that lists several things, such as the drugs taken. One of them that does not hold must not take the others out
 * of the note.
 *
 * @param label under what the line stands; a heading of its own, which begins a new line, is written once
 * @param start how the line begins, up to the first thing
 * @param joiner the word before the last thing
 */
record FactLine(Part part, String label, String start, String joiner, List<Item> items) {

    /** One thing and the segments that say it. */
    record Item(String name, Set<Integer> evidence) {

        /** Leaves the name out: it is a patient's story. */
        @Override
        public String toString() {
            return "Item[" + evidence + "]";
        }
    }

    FactLine {
        items = List.copyOf(items);
    }

    /** The whole line where it holds; otherwise what holds together, then each of the others alone, to be refused alone. */
    List<Candidate> candidates(BiPredicate<String, Set<Integer>> holds) {
        if (items.isEmpty()) {
            return List.of();
        }
        if (items.size() == 1 || holds(items, holds)) {
            return List.of(candidate(items, label));
        }
        List<Item> sound = items.stream().filter(item -> holds(List.of(item), holds)).toList();
        List<List<Item>> lines = new ArrayList<>();
        if (!sound.isEmpty() && holds(sound, holds)) {
            lines.add(sound);
        } else {
            sound.forEach(item -> lines.add(List.of(item)));
        }
        items.stream().filter(item -> !sound.contains(item)).forEach(item -> lines.add(List.of(item)));
        List<Candidate> made = new ArrayList<>();
        lines.forEach(line -> made.add(candidate(line, made.isEmpty() || !label.startsWith("\n") ? label : "")));
        return made;
    }

    private boolean holds(List<Item> line, BiPredicate<String, Set<Integer>> holds) {
        return holds.test(text(line), evidence(line));
    }

    private Candidate candidate(List<Item> line, String under) {
        List<Integer> rests = List.copyOf(evidence(line));
        return new Candidate(Candidate.Kind.FACT, part, under, text(line), rests, List.of(), rests.getFirst());
    }

    private String text(List<Item> line) {
        Set<String> names = new LinkedHashSet<>();
        line.forEach(item -> names.add(item.name()));
        return Prose.sentence(start + Sites.listed(names, joiner));
    }

    private static Set<Integer> evidence(List<Item> line) {
        Set<Integer> evidence = new TreeSet<>();
        line.forEach(item -> evidence.addAll(item.evidence()));
        return evidence;
    }

    /** Leaves the things out: they are a patient's story. */
    @Override
    public String toString() {
        return "FactLine[" + part + ", " + items.size() + " things]";
    }
}
