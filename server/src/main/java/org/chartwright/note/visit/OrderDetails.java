package org.chartwright.note.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwright.clinical.Concept;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Insight.Attribute;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Span;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Prose;

/** How much, how often and when, as it was said. For one visit. */
final class OrderDetails {

    private static final String FREQUENCY = "FREQUENCY";
    private static final List<String> ORDER = List.of("STRENGTH", "DOSAGE", "FORM", "ROUTE_OR_MODE", FREQUENCY, "DURATION");
    private static final Pattern TAKEN = Pattern.compile("(?:(?:and|so|then),? )*(?:i want you to |i would like you to |(?:you|he|she) (?:can|will|should|are going to|is going to) (?:just )?)?(?:take|use) (?:that|it|this|these|those|them) "
            + "(?<often>(?:(?:about )?every (?:\\w+ to )?\\w+ hours?|once daily|twice daily|\\w+ times daily|daily|every (?:morning|night|evening|other day|day)|at (?:night|bedtime))(?: as needed)?)");
    private static final int NEXT = 3;
    private static final String NUMBER = "(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple(?: of)?|a few)";
    private static final Pattern WHEN = Pattern.compile(
            "\\b(?:(?:in|within|after|about|in about|over the next) (?:the next )?" + NUMBER + "(?: (?:to|or) " + NUMBER + ")? (?:day|week|month|year)s?"
                    + "|today|tomorrow|this (?:week|afternoon|month)|next (?:week|month|year|visit)|before (?:you leave|surgery)"
                    + "|on (?:monday|tuesday|wednesday|thursday|friday)|" + NUMBER + " (?:day|week|month|year)s?(?= from now|$|[.,]))");

    private static final String UNITS = "(?: (?:mg|mcg|g|ml|units?|tablets?|pills?|capsules?|puffs?|drops?))";
    private static final Pattern CHANGE = Pattern.compile(
            "\\bfrom (?:the |your )?(?<from>\\d[\\d.,]*" + UNITS + "?)(?: [a-z]+){0,4}? (?:up |down )?to (?<to>\\d[\\d.,]*(?<unit>" + UNITS + ")?)\\b");
    private static final Pattern RAISED = Pattern.compile("\\b(?:increas\\w+|go|going|bump\\w*|rais\\w+|titrat\\w+)\\b[^,.;]{0,40}\\bup to\\b");

    private final Reading reading;

    OrderDetails(Reading reading) {
        this.reading = reading;
    }

    /**
     * How a drug is to be taken.
     *
     * @param named by attribute
     * @param evidence segments that say it
     */
    record Dose(Map<String, String> named, Set<Integer> evidence) {

        private static final Dose NONE = new Dose(Map.of(), Set.of());

        /** As it is written after the drug. */
        List<String> inOrder() {
            return ORDER.stream().filter(named::containsKey).map(named::get).toList();
        }

        @Override
        public String toString() {
            return "Dose[" + named.keySet() + "]";
        }
    }

    /** The fullest mention of the drug within the clause. */
    Dose of(Clause clause, Concept drug) {
        return reading.mentions().stream()
                .filter(mention -> mention.segment() == clause.segment() && mention.concept().name().equals(drug.name()))
                .map(mention -> dose(mention, clause))
                .max(java.util.Comparator.comparingInt(dose -> dose.named().size()))
                .orElse(Dose.NONE);
    }

    /** With how often it is to be taken, where that is said next: "You can take that every six hours as needed". */
    static Dose withFrequency(Dose dose, List<Clause> clauses, int at) {
        if (dose.named().containsKey(FREQUENCY)) {
            return dose;
        }
        for (int i = at + 1; i < Math.min(clauses.size(), at + NEXT) && clauses.get(i).turn() == clauses.get(at).turn(); i++) {
            Matcher taken = TAKEN.matcher(clauses.get(i).text());
            if (taken.lookingAt()) {
                Map<String, String> named = new LinkedHashMap<>(dose.named());
                named.put(FREQUENCY, taken.group("often"));
                Set<Integer> evidence = new TreeSet<>(dose.evidence());
                evidence.add(clauses.get(i).segment());
                return new Dose(named, evidence);
            }
        }
        return dose;
    }

    private Dose dose(Mention mention, Clause clause) {
        Map<String, String> named = new LinkedHashMap<>();
        Set<Integer> evidence = new TreeSet<>();
        for (Attribute attribute : mention.insight().attributes()) {
            Optional<Integer> at = segment(attribute.spans().getFirst());
            if (at.isEmpty() || !ORDER.contains(attribute.type())) {
                continue;
            }
            String said = Prose.cleaned(said(attribute));
            said = changedTo(clause.text(), said);
            // "Up to three times a day" is the most, not the dose.
            // But "increase it up to 10 mg" orders 10 mg.
            if (!said.isEmpty() && clause.text().contains("up to " + said) && !RAISED.matcher(clause.text()).find()) {
                said = "up to " + said;
            }
            // A dose of another clause of the same segment may belong to what was taken before.
            boolean here = at.get() != clause.segment() || clause.text().contains(said);
            if (here && !said.isEmpty() && named.putIfAbsent(attribute.type(), said) == null) {
                evidence.add(at.get());
            }
        }
        return new Dose(named, evidence);
    }

    /** "From 20 mg to 60 mg" orders the 60. */
    private static String changedTo(String text, String said) {
        Matcher change = CHANGE.matcher(text);
        while (change.find()) {
            if (change.group("from").equals(said)) {
                String unit = change.group("unit") == null ? said.replaceFirst("^[\\d.,]+", "") : "";
                return change.group("to") + unit;
            }
        }
        return said;
    }

    private String said(Attribute attribute) {
        return attribute.spans().stream()
                .flatMap(span -> segment(span).stream().map(at -> span.in(reading.segments().get(at))))
                .collect(Collectors.joining(" "));
    }

    private Optional<Integer> segment(Span span) {
        List<Segment> segments = reading.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).id().equals(span.segment())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** When, as a text says it; empty when it does not. */
    String when(String text) {
        List<String> times = new ArrayList<>();
        Matcher matcher = WHEN.matcher(text);
        while (matcher.find()) {
            times.add(matcher.group());
        }
        return times.isEmpty() ? "" : times.getFirst();
    }

    /** With names and abbreviations as they are written, in the middle of a sentence. */
    static String written(String text) {
        String sentence = Prose.sentence("x " + text);
        return sentence.substring(2, sentence.length() - 1);
    }
}
