package org.chartwright.clinical;

import java.util.List;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;

/**
 * What was understood of a visit.
 *
 * @param segments all the words of the visit, cut into sentences, in order
 * @param insights clinical entities, in order of appearance; every span lies inside its segment
 */
public record Reading(List<Segment> segments, List<Insight> insights) {

    /** Copies the lists. */
    public Reading {
        segments = List.copyOf(segments);
        insights = List.copyOf(insights);
    }

    @Override
    public String toString() {
        return "Reading[" + segments.size() + " segments, " + insights.size() + " insights]";
    }
}
