package org.chartwright.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;

/** All that a note could hold, part by part and laid out within each part, before sections are made of it. Immutable. */
final class Content {

    static final Content NONE = new Content(Map.of(), List.of());

    private final Map<Part, List<Candidate>> parts;
    private final List<Candidate> plan;

    Content(Map<Part, List<Candidate>> parts, List<Candidate> plan) {
        this.parts = Map.copyOf(parts);
        this.plan = List.copyOf(plan);
    }

    /** One part; a list of its own. */
    List<Candidate> of(Part part) {
        return new ArrayList<>(parts.getOrDefault(part, List.of()));
    }

    /** What shall be done, problem by problem; a list of its own. */
    List<Candidate> plan() {
        return new ArrayList<>(plan);
    }
}
