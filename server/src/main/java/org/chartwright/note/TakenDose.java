package org.chartwright.note;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chartwright.clinical.Mention;
import org.chartwright.encounter.Insight.Attribute;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Span;
import org.chartwright.note.prose.DosesPutRight;
import org.chartwright.note.prose.Prose;

/**
 * A drug as it was named, with its strength and how often, where those were said in the same segment or by the patient in
 * reply: "are you still on the lisinopril?" &ndash; "yes, twenty milligrams".
 *
 * @param text the drug and its dose, lower case
 * @param evidence the segments that say it
 */
record TakenDose(String text, Set<Integer> evidence) {

    private static final Pattern NARROWS = Pattern.compile(
            "^(?:(?:well|um|uh|no|yes|yeah)[,.]? )*(?:only|just|sometimes|mostly|usually|not (?:always|every)|when i|if i)\\b|\\b(?:forget|forgot|skip\\w*|miss(?:ed)?)\\b");
    private static final List<String> PARTS = List.of("STRENGTH", "DOSAGE", "FREQUENCY");

    /** The dose of a mention; the drug alone where two strengths were said, since nobody knows which one counts. */
    static TakenDose of(Mention mention, List<Segment> segments) {
        Segment own = segments.get(mention.segment());
        StringBuilder text = new StringBuilder(
                mention.insight().spans().getFirst().in(own).toLowerCase(Locale.ROOT));
        Set<Integer> evidence = new TreeSet<>(Set.of(mention.segment()));
        // "5,000 units ..." "or 50,000 units, excuse me": which one counts is not for the list to say.
        for (String part : DosesPutRight.goesOn(segments, mention.segment() + 1) || narrowed(mention, segments) ? List.<String>of() : PARTS) {
            Set<String> said = new LinkedHashSet<>();
            Set<Integer> where = new TreeSet<>();
            for (Attribute attribute : mention.insight().attributes()) {
                List<Integer> at = attribute.type().equals(part) ? places(attribute, mention.segment(), segments) : List.of();
                if (!at.isEmpty()) {
                    String told = Prose.cleaned(Sites.said(attribute, segments));
                    // "How often?" tells nothing, nor "a day" where nobody knows how many.
                    if (!told.matches("often|frequently|much") && !(told.matches("(?:a|per) (?:day|week|month)") && text.indexOf(" ") < 0)) {
                        said.add(told);
                        where.addAll(at);
                    }
                }
            }
            if (said.size() > 1 && part.equals("STRENGTH")) {
                break;
            }
            if (!said.isEmpty()) {
                text.append(' ').append(said.iterator().next());
                evidence.addAll(where);
            }
        }
        return new TakenDose(text.toString(), evidence);
    }

    /** "Are you taking it twice a day?" &ndash; "Only in the morning, at night I forget.": how often is not as it was asked. */
    private static boolean narrowed(Mention mention, List<Segment> segments) {
        Segment own = segments.get(mention.segment());
        if (own.speaker().role() == Role.PATIENT || !own.text().strip().endsWith("?")) {
            return false;
        }
        return segments.stream()
                .filter(segment -> segment.turn() == own.turn() + 1 && segment.speaker().role() == Role.PATIENT)
                .anyMatch(segment -> NARROWS.matcher(segment.text().toLowerCase(Locale.ROOT)).find());
    }

    /** Whether the patient replied with how much or how often. */
    static boolean isReplied(Mention mention, List<Segment> segments) {
        return mention.insight().attributes().stream()
                .filter(attribute -> PARTS.contains(attribute.type()))
                .anyMatch(attribute -> places(attribute, mention.segment(), segments).stream().anyMatch(at -> at != mention.segment()));
    }

    /** The segments that an attribute is said in; none where one of them is neither the drug's own nor a reply to it. */
    private static List<Integer> places(Attribute attribute, int home, List<Segment> segments) {
        Segment own = segments.get(home);
        List<Integer> places = new ArrayList<>();
        for (Span span : attribute.spans()) {
            int at = home;
            while (at < segments.size() && !segments.get(at).id().equals(span.segment())) {
                at++;
            }
            boolean reply = at < segments.size() && own.text().strip().endsWith("?")
                    && segments.get(at).speaker().role() == Role.PATIENT && segments.get(at).turn() > own.turn();
            if (at != home && !reply) {
                return List.of();
            }
            places.add(at);
        }
        return places;
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "TakenDose[" + evidence + "]";
    }
}
