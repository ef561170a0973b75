package org.chartwright.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.chartwright.live.VisitDraft.DraftSection;
import org.chartwright.live.VisitDraft.Place;
import org.chartwright.live.VisitDraft.Sentence;

/**
 * Names the sentences of a draft: a sentence that says the same as one before, or says more of the same words of the visit,
 * keeps its name. One thread.
 */
final class DraftIds {

    private static final double ALIKE = 0.5;

    private final UUID session;
    private List<Known> known = List.of();
    private int named;

    private record Known(String section, Sentence sentence) {}

    DraftIds(UUID session) {
        this.session = session;
    }

    /** The sections with a name for each sentence. */
    List<DraftSection> named(List<CaptionPlaces.Section> sections) {
        List<Known> left = new ArrayList<>(known);
        List<Slot> slots = new ArrayList<>();
        for (CaptionPlaces.Section section : sections) {
            section.sentences().forEach(sentence -> slots.add(new Slot(section.name(), sentence)));
        }
        // The surest first, so that nobody takes another's name.
        match(slots, left, (slot, old) -> slot.section.equals(old.section()) && slot.sentence.text().equals(old.sentence().text()));
        match(slots, left, (slot, old) -> slot.sentence.text().equals(old.sentence().text()));
        match(slots, left, (slot, old) -> slot.section.equals(old.section()) && meet(slot.sentence.evidence(), old.sentence().evidence())
                && alike(slot.sentence.text(), old.sentence().text()));
        List<DraftSection> result = new ArrayList<>();
        List<Known> now = new ArrayList<>();
        int at = 0;
        for (CaptionPlaces.Section section : sections) {
            List<Sentence> sentences = new ArrayList<>();
            for (int i = 0; i < section.sentences().size(); i++) {
                Slot slot = slots.get(at++);
                Sentence made = new Sentence(
                        slot.id.orElseGet(this::fresh), slot.sentence.text(), slot.sentence.evidence());
                sentences.add(made);
                now.add(new Known(section.name(), made));
            }
            result.add(new DraftSection(section.name(), sentences));
        }
        known = now;
        return result;
    }

    private static final class Slot {
        private final String section;
        private final CaptionPlaces.Sentence sentence;
        private Optional<UUID> id = Optional.empty();

        Slot(String section, CaptionPlaces.Sentence sentence) {
            this.section = section;
            this.sentence = sentence;
        }
    }

    private static void match(List<Slot> slots, List<Known> left, BiPredicate<Slot, Known> same) {
        for (Slot slot : slots) {
            if (slot.id.isEmpty()) {
                for (int i = 0; i < left.size() && slot.id.isEmpty(); i++) {
                    if (same.test(slot, left.get(i))) {
                        slot.id = Optional.of(left.remove(i).sentence().id());
                    }
                }
            }
        }
    }

    private static boolean meet(List<Place> some, List<Place> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other ->
                one.caption().equals(other.caption()) && one.from() < other.to() && other.from() < one.to()));
    }

    private static boolean alike(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        long shared = words.stream().filter(others::contains).count();
        return shared >= ALIKE * Math.min(words.size(), others.size());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)));
    }

    private UUID fresh() {
        String name = session + "/sentence/" + named++;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
