package org.chartwright.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.What;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.Statement;
import org.chartwright.note.Places;
import org.chartwright.note.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Puts a fresh draft in the place of an old one without losing what people did: their sentences stay, what they struck out
 * does not come back, what they moved stays where they put it, and what is said as before keeps its id. One thread.
 */
final class Redraft {

    private final List<Section> before;
    private final NoteForm from;
    private final NoteForm to;
    private final Map<String, Sentence> drafted = new HashMap<>();
    private final Map<UUID, String> sectionOf = new HashMap<>();
    /** People's sentences by the text that the writer had written in their place. */
    private final Map<String, Sentence> edited = new HashMap<>();

    private final Set<String> struckOut;
    private final Set<UUID> used = new HashSet<>();
    private final Map<String, List<Sentence>> result = new LinkedHashMap<>();

    /**
     * For the newest of these versions.
     *
     * @param history all versions, the newest first
     * @param from the template it follows
     * @param to the one it shall follow
     */
    Redraft(List<Kept<VisitNote>> history, NoteForm from, NoteForm to) {
        this.before = history.getFirst().entry().sections();
        this.from = from;
        this.to = to;
        Map<UUID, String> originals = originals(history);
        for (Section section : before) {
            for (Sentence sentence : section.sentences()) {
                sectionOf.put(sentence.id(), section.name());
                if (sentence.origin() == Origin.DRAFTED) {
                    drafted.put(sentence.text(), sentence);
                } else if (originals.containsKey(sentence.id())) {
                    edited.put(originals.get(sentence.id()), sentence);
                }
            }
        }
        this.struckOut = struckOut(history);
    }

    /**
     * The sections of the new draft.
     *
     * @param fresh what the writer writes now
     * @param only the one section that is written anew, or null for all
     */
    List<Section> merge(Note fresh, @Nullable String only) {
        fresh.sections().forEach(section -> result.put(section.name(), new ArrayList<>()));
        if (only != null) {
            before.stream().filter(section -> !section.name().equals(only)).forEach(section -> {
                result.put(section.name(), new ArrayList<>(section.sentences()));
                section.sentences().forEach(sentence -> used.add(sentence.id()));
            });
        }
        for (Note.NoteSection section : fresh.sections()) {
            if (only == null || only.equals(section.name())) {
                section.statements().forEach(statement -> put(section.name(), statement));
            }
        }
        before.forEach(this::putPeoples);
        return result.entrySet().stream().map(one -> new Section(one.getKey(), one.getValue())).toList();
    }

    private void put(String section, Statement statement) {
        Sentence known = drafted.getOrDefault(statement.text(), edited.get(statement.text()));
        if (known == null) {
            if (!struckOut.contains(statement.text())) {
                list(section).add(fresh(UUID.randomUUID(), statement));
            }
            return;
        }
        boolean moved = from.name().equals(to.name()) && !section.equals(sectionOf.get(known.id()));
        if (!moved && used.add(known.id())) {
            list(section).add(known.origin() == Origin.DRAFTED ? fresh(known.id(), statement) : known);
        }
    }

    /** What people wrote or moved goes where it was, after what it stood after. */
    private void putPeoples(Section section) {
        String target = Places.like(section.name(), from, to);
        List<Sentence> list = list(target);
        int at = 0;
        for (Sentence sentence : section.sentences()) {
            int place = indexOf(list, sentence.id());
            if (place >= 0) {
                at = place + 1;
            } else if (!used.contains(sentence.id()) && isPeoples(sentence, section.name())) {
                used.add(sentence.id());
                list.add(Math.min(at, list.size()), sentence);
                at++;
            }
        }
    }

    /** Written by a person, or said by the fresh draft too, but elsewhere. */
    private boolean isPeoples(Sentence sentence, String section) {
        return sentence.origin() != Origin.DRAFTED
                || from.name().equals(to.name()) && !section.equals(sectionOf.get(sentence.id()));
    }

    private List<Sentence> list(String section) {
        return result.computeIfAbsent(section, _ -> new ArrayList<>());
    }

    private static Sentence fresh(UUID id, Statement statement) {
        return new Sentence(
                id, statement.text(), statement.evidence(), Origin.DRAFTED, Verdict.Finding.SUPPORTED.name());
    }

    private static int indexOf(List<Sentence> list, UUID id) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** What the writer had written where a person wrote something else. */
    private static Map<UUID, String> originals(List<Kept<VisitNote>> history) {
        Map<UUID, String> originals = new HashMap<>();
        for (Kept<VisitNote> version : history.reversed()) {
            version.entry().sections().stream()
                    .flatMap(section -> section.sentences().stream())
                    .filter(sentence -> sentence.origin() == Origin.DRAFTED)
                    .forEach(sentence -> originals.put(sentence.id(), sentence.text()));
        }
        return originals;
    }

    /** What the writer had written and a person struck out, and nobody put back. */
    private static Set<String> struckOut(List<Kept<VisitNote>> history) {
        Set<String> struckOut = new HashSet<>();
        List<Kept<VisitNote>> versions = history.reversed();
        for (int i = 1; i < versions.size(); i++) {
            VisitNote later = versions.get(i).entry();
            Set<UUID> there = new HashSet<>();
            later.sections().forEach(section -> section.sentences().forEach(one -> there.add(one.id())));
            if (later.change().what() == What.EDITED || later.change().what() == What.AMENDED) {
                versions.get(i - 1).entry().sections().stream()
                        .flatMap(section -> section.sentences().stream())
                        .filter(one -> one.origin() == Origin.DRAFTED && !there.contains(one.id()))
                        .forEach(one -> struckOut.add(one.text()));
            }
        }
        return struckOut;
    }
}
