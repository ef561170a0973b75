package org.chartwright.clinical;

import java.util.List;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;

/**
 * What was understood of a visit.
 *
 * @param segments all the words of the visit, cut into sentences, in order
 * @param insights clinical entities, in order of appearance; every span lies inside its segment
 * @param mentions what the dialogue claims about the concepts behind those insights that have one, in the same order
 */
public record Reading(List<Segment> segments, List<Insight> insights, List<Mention> mentions) {

    /** Copies the lists. */
    public Reading {
        segments = List.copyOf(segments);
        insights = List.copyOf(insights);
        mentions = List.copyOf(mentions);
    }

    @Override
    public String toString() {
        return "Reading[" + segments.size() + " segments, " + insights.size() + " insights, " + mentions.size()
                + " mentions]";
    }
}
