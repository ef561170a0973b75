package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.models.Recall;
import org.chartwright.specialties.Specialty;

/**
 * Reads a dialogue by a written lexicon, written rules and small learned classifiers. Deterministic, stateless after
 * construction, safe for any number of threads.
 */
public final class DialogueReader implements Reader {

    private final Categories categories = new Categories();
    private final Map<Specialty, EntityFinder> finders = new ConcurrentHashMap<>();
    private final Assertions assertions = new Assertions();

    @Override
    public Reading read(List<Turn> turns, UUID visit, Specialty specialty) {
        List<Segment> segments = categories.assign(cut(turns, visit));
        EntityFinder entityFinder =
                finders.computeIfAbsent(specialty, field -> new EntityFinder(Lexicon.of(field)));
        List<SentenceText> texts = entityFinder.find(segments);
        List<Insight> insights = texts.stream()
                .flatMap(text -> text.entities.stream())
                .map(Entity::insight)
                .toList();
        return new Reading(segments, insights, assertions.of(texts));
    }

    private record Place(UUID visit, int index) {

        private SegmentId id() {
            return SegmentIds.of(visit, index);
        }
    }

    /** The segments alone, not yet told apart: every category is {@link Category#OTHER}. */
    public static List<Segment> cut(List<Turn> turns, UUID visit) {
        List<Segment> segments = new ArrayList<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            for (List<Word> sentence : Recall.of("sentences", turns.get(turn).words(), SentenceCutter::cut)) {
                segments.add(new Segment(
                        Recall.of("segment id", new Place(visit, segments.size()), Place::id),
                        turn,
                        turns.get(turn).speaker(),
                        Category.OTHER,
                        sentence));
            }
        }
        return segments;
    }
}
