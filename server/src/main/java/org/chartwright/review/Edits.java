package org.chartwright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.note.Verdict;
import org.chartwright.note.Verdict.Finding;
import org.chartwright.note.check.Claims;
import org.jspecify.annotations.Nullable;

/** Applies edits to the sections of a note, one after the other; what a person wrote is judged again. One thread. */
final class Edits {

    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_LOOKED_FOR = 1000;
    private static final double SHARED = 0.5;

    private final Dialogue dialogue;
    private final Inspection inspection;
    private final Lexicon lexicon;
    private final Map<UUID, Review.OmissionShown> omissions;
    private final Map<String, List<Sentence>> sections = new LinkedHashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Map<UUID, Integer> writers = new HashMap<>();
    private int applied = -1;

    Edits(
            List<Section> before,
            Dialogue dialogue,
            Inspection inspection,
            Lexicon lexicon,
            Map<UUID, Review.OmissionShown> omissions) {
        this.dialogue = dialogue;
        this.inspection = inspection;
        this.lexicon = lexicon;
        this.omissions = omissions;
        before.forEach(section -> sections.put(section.name(), new ArrayList<>(section.sentences())));
    }

    /** What came of it. */
    List<Section> sections() {
        return sections.entrySet().stream().map(one -> new Section(one.getKey(), one.getValue())).toList();
    }

    /** The sentences whose words are others now. */
    Set<UUID> changed() {
        return changed;
    }

    /** Which edit, from 0, wrote a sentence as it is now; those that none wrote are left out. */
    Map<UUID, Integer> writers() {
        return writers;
    }

    void apply(Edit edit) {
        applied++;
        switch (edit) {
            case Edit.Replace replace -> replace(replace);
            case Edit.Insert insert -> put(
                    insert.section(), insert.after(), written(insert.text(), dialogue.holding(insert.evidence()), UUID.randomUUID()));
            case Edit.Remove remove -> {
                Place place = find(remove.sentence());
                place.list.remove(place.index);
            }
            case Edit.Move move -> {
                Place place = find(move.sentence());
                put(move.section(), move.after(), place.list.remove(place.index));
            }
            case Edit.AddOmission add -> add(add);
            case Edit.Seen _, Edit.Decide _ -> {}
        }
    }

    private void replace(Edit.Replace replace) {
        Place place = find(replace.sentence());
        Sentence before = place.list.get(place.index);
        String text = checked(replace.text());
        if (!text.equals(before.text())) {
            place.list.set(place.index, written(text, before.evidence(), before.id()));
            changed.add(before.id());
        }
    }

    private void add(Edit.AddOmission add) {
        Review.OmissionShown omission = Optional.ofNullable(omissions.get(add.id())).orElseThrow(ReviewException::missing);
        List<Integer> words = new ArrayList<>();
        omission.evidence().forEach(place -> {
            for (int word = place.from(); word <= place.to(); word++) {
                words.add(word);
            }
        });
        String text = add.text() == null ? omission.text() : add.text();
        String section = add.section() == null ? omission.section() : add.section();
        put(section, add.after(), written(text, dialogue.holding(words), UUID.randomUUID()));
    }

    /**
     * A person's sentence. When what it was said to rest on does not hold it, another place that does is looked for: a
     * corrected dose was perhaps said elsewhere.
     */
    private Sentence written(String text, List<SegmentId> evidence, UUID id) {
        String said = checked(text);
        writers.put(id, applied);
        List<Segment> cited = dialogue.of(evidence);
        Verdict verdict = inspection.judge(said, cited);
        if (verdict.finding() != Finding.SUPPORTED) {
            Optional<List<Segment>> better = support(said, cited);
            if (better.isPresent()) {
                return new Sentence(
                        id, said, better.get().stream().map(Segment::id).toList(), Origin.EDITED, Finding.SUPPORTED.name());
            }
        }
        return new Sentence(id, said, evidence, evidence.isEmpty() ? Origin.ADDED : Origin.EDITED, verdict.finding().name());
    }

    /** The segment that holds a sentence, alone or with what it rests on already. */
    private Optional<List<Segment>> support(String text, List<Segment> cited) {
        if (text.length() > LONGEST_LOOKED_FOR) {
            return Optional.empty();
        }
        Claims claims = Claims.of(text, lexicon);
        record Likely(Segment segment, double held) {}
        List<Claims> said = dialogue.claims(lexicon);
        List<Likely> likely = IntStream.range(0, said.size())
                .mapToObj(i -> new Likely(dialogue.segments().get(i), claims.heldBy(said.get(i))))
                .filter(one -> one.held >= SHARED)
                .sorted(Comparator.comparingDouble(Likely::held).reversed())
                .limit(5)
                .toList();
        for (Likely one : likely) {
            if (inspection.judge(text, List.of(one.segment)).finding() == Finding.SUPPORTED) {
                return Optional.of(List.of(one.segment));
            }
            List<Segment> both = new ArrayList<>(cited);
            both.add(one.segment);
            List<Segment> ordered = dialogue.of(both.stream().map(Segment::id).toList());
            if (!cited.isEmpty() && inspection.judge(text, ordered).finding() == Finding.SUPPORTED) {
                return Optional.of(ordered);
            }
        }
        return Optional.empty();
    }

    private void put(String section, @Nullable String after, Sentence sentence) {
        List<Sentence> list = sections.get(section);
        if (list == null) {
            throw ReviewException.invalid("The note has no such section.");
        }
        if (after == null) {
            list.addLast(sentence);
        } else if (after.isEmpty()) {
            list.addFirst(sentence);
        } else {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).id().toString().equals(after)) {
                    list.add(i + 1, sentence);
                    return;
                }
            }
            throw ReviewException.invalid("The section has no such sentence to stand after.");
        }
    }

    private record Place(List<Sentence> list, int index) {}

    private Place find(UUID sentence) {
        for (List<Sentence> list : sections.values()) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).id().equals(sentence)) {
                    return new Place(list, i);
                }
            }
        }
        throw ReviewException.missing();
    }

    private static String checked(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw ReviewException.invalid("A sentence has 1 to " + LONGEST + " characters.");
        }
        return text.strip();
    }
}
