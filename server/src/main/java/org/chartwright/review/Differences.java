package org.chartwright.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a note, sentence by sentence and, within those, word by word. Immutable.
 *
 * @param from the earlier version's number
 * @param to the later one's
 * @param sections those in which something differs
 */
public record Differences(int from, int to, List<SectionChanged> sections) {

    /** Longer texts are told of as a whole: to compare them word by word would take too long. */
    private static final int MOST_WORDS = 2000;

    /** A section in which something differs. */
    public record SectionChanged(String name, String title, List<SentenceChanged> changes) {}

    /** A sentence that was added, removed, changed or moved. */
    public record SentenceChanged(
            UUID sentence, String kind, @Nullable String before, @Nullable String after, @Nullable List<WordsChanged> words) {

        /** Leaves the texts out. */
        @Override
        public String toString() {
            return "SentenceChanged[" + sentence + ", " + kind + "]";
        }
    }

    /** Words that are equal, inserted or deleted. */
    public record WordsChanged(String op, String text) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "WordsChanged[" + op + "]";
        }
    }

    static Differences of(int from, VisitNote earlier, int to, VisitNote later, UnaryOperator<String> title) {
        Map<UUID, String> before = sections(earlier);
        Map<UUID, String> after = sections(later);
        Map<UUID, Sentence> old = sentences(earlier);
        Map<String, List<SentenceChanged>> changes = new LinkedHashMap<>();
        for (Section section : later.sections()) {
            List<SentenceChanged> found = changes.computeIfAbsent(section.name(), _ -> new ArrayList<>());
            Set<UUID> reordered = reordered(section, earlier);
            for (Sentence sentence : section.sentences()) {
                Sentence was = old.get(sentence.id());
                if (was == null) {
                    found.add(new SentenceChanged(sentence.id(), "added", null, sentence.text(), null));
                } else if (!was.text().equals(sentence.text())) {
                    found.add(new SentenceChanged(
                            sentence.id(), "changed", was.text(), sentence.text(), words(was.text(), sentence.text())));
                } else if (!Objects.equals(before.get(sentence.id()), section.name()) || reordered.contains(sentence.id())) {
                    found.add(new SentenceChanged(sentence.id(), "moved", was.text(), sentence.text(), null));
                }
            }
        }
        for (Section section : earlier.sections()) {
            for (Sentence sentence : section.sentences()) {
                if (!after.containsKey(sentence.id())) {
                    changes.computeIfAbsent(section.name(), _ -> new ArrayList<>())
                            .add(new SentenceChanged(sentence.id(), "removed", sentence.text(), null, null));
                }
            }
        }
        return new Differences(from, to, changes.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> new SectionChanged(one.getKey(), title.apply(one.getKey()), one.getValue()))
                .toList());
    }

    /** Sentences of a section that do not stand in the order in which they stood there before. */
    private static Set<UUID> reordered(Section section, VisitNote earlier) {
        List<UUID> now = section.sentences().stream().map(Sentence::id).toList();
        List<UUID> then = earlier.sections().stream()
                .filter(one -> one.name().equals(section.name()))
                .flatMap(one -> one.sentences().stream())
                .map(Sentence::id)
                .filter(now::contains)
                .toList();
        List<UUID> kept = now.stream().filter(then::contains).toList();
        Set<UUID> moved = new HashSet<>();
        for (AbstractDelta<UUID> delta : DiffUtils.diff(then, kept).getDeltas()) {
            moved.addAll(delta.getTarget().getLines());
        }
        return moved;
    }

    private static List<WordsChanged> words(String before, String after) {
        List<String> old = List.of(before.split("\\s+"));
        List<String> fresh = List.of(after.split("\\s+"));
        List<WordsChanged> words = new ArrayList<>();
        if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
            return List.of(new WordsChanged("delete", before), new WordsChanged("insert", after));
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh, true).getDeltas()) {
            List<String> source = delta.getSource().getLines();
            List<String> target = delta.getTarget().getLines();
            switch (delta.getType()) {
                case EQUAL -> add(words, "equal", source);
                case DELETE, CHANGE, INSERT -> {
                    add(words, "delete", source);
                    add(words, "insert", target);
                }
            }
        }
        return words;
    }

    private static void add(List<WordsChanged> words, String op, List<String> texts) {
        if (!texts.isEmpty()) {
            words.add(new WordsChanged(op, String.join(" ", texts)));
        }
    }

    private static Map<UUID, String> sections(VisitNote note) {
        Map<UUID, String> found = new HashMap<>();
        note.sections().forEach(section -> section.sentences().forEach(one -> found.put(one.id(), section.name())));
        return found;
    }

    private static Map<UUID, Sentence> sentences(VisitNote note) {
        Map<UUID, Sentence> found = new HashMap<>();
        note.sections().forEach(section -> section.sentences().forEach(one -> found.put(one.id(), one)));
        return found;
    }
}
