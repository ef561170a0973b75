package org.chartwright.note;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.clinical.Mention;
import org.chartwright.encounter.Insight.Attribute;
import org.chartwright.encounter.Segment;

/** Names concepts with what belongs to them, and lists names as prose does. Stateless. */
final class Sites {

    private Sites() {}

    private static final Set<String> UNPLACED = Set.of(
            "weakness", "numbness", "tingling", "numbness and tingling", "swelling", "stiffness", "soreness", "pain", "rash", "itching", "clumsiness");

    /** The concept's clinical name, with the side where one belongs to it. */
    static String named(Mention mention, List<Segment> segments) {
        String name = mention.concept().name();
        for (Attribute attribute : mention.insight().attributes()) {
            if (attribute.type().equals("DIRECTION")) {
                String side = said(attribute, segments).toLowerCase(Locale.ROOT);
                if (side.matches("left|right|bilateral") && !name.contains(side)) {
                    // "Left weakness" is no English; where it is, is not told.
                    return UNPLACED.contains(name) ? name + (side.equals("bilateral") ? " on both sides" : " on the " + side) : side + " " + name;
                }
            }
        }
        return name;
    }

    /** The words of an attribute; empty when they lie in no known segment. */
    static String said(Attribute attribute, List<Segment> segments) {
        return attribute.spans().stream()
                .flatMap(span -> segments.stream().filter(segment -> segment.id().equals(span.segment())).map(span::in))
                .collect(Collectors.joining(" "));
    }

    /** "a", "a and b", "a, b, and c". */
    static String listed(Collection<String> names, String join) {
        List<String> all = List.copyOf(names);
        if (all.size() <= 2) {
            return String.join(" " + join + " ", all);
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + ", " + join + " " + all.getLast();
    }
}
