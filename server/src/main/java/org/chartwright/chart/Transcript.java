package org.chartwright.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;

/**
 * What was said at a visit and what it tells.
 *
 * @param patient whose visit it was
 * @param visit which one
 * @param segments all that was said, in order
 * @param insights the clinical entities in it
 * @param facts what is claimed of them
 * @param labels what people call the speakers, by {@link org.chartwright.encounter.Speaker#label()}
 */
public record Transcript(
        UUID patient,
        UUID visit,
        List<Segment> segments,
        List<Insight> insights,
        List<Fact> facts,
        Map<String, String> labels)
        implements Entry {

    /** Copies the collections; what was kept before there were labels has none. */
    public Transcript {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        segments = List.copyOf(segments);
        insights = List.copyOf(insights);
        facts = List.copyOf(facts);
    }

    /**
     * Something the dialogue claims.
     *
     * @param name the concept's clinical name
     * @param kind what sort of thing it is, such as {@code MEDICATION}
     * @param assertion such as {@code PRESENT} or {@code DENIED}
     * @param subject {@code PATIENT}, {@code FAMILY} or {@code OTHER}
     * @param insight the index of the entity that says it
     * @param evidence the segments that it rests on, never empty
     */
    public record Fact(
            String name, String kind, String assertion, String subject, int insight, List<SegmentId> evidence) {

        /** Copies the evidence. */
        public Fact {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("A fact needs evidence");
            }
        }

        /** Leaves the name out: it is part of a patient's story. */
        @Override
        public String toString() {
            return "Fact[" + kind + ", " + assertion + "]";
        }
    }

    /** The segment of that name. */
    public Optional<Segment> segment(SegmentId id) {
        return segments.stream().filter(segment -> segment.id().equals(id)).findFirst();
    }

    @Override
    public UUID scope(UUID id) {
        return visit;
    }

    @Override
    public Set<Find> findings() {
        return Set.of(new Find("patient", patient.toString()), new Find("visit", visit.toString()));
    }

    /** Leaves out what was said. */
    @Override
    public String toString() {
        return "Transcript[" + segments.size() + " segments]";
    }
}
