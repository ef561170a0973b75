package org.chartwright.note.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.clinical.SpokenFor;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Speaker;
import org.chartwright.models.Recall;
import org.chartwright.note.prose.Clause;

/**
 * Knows who came with the patient, and what the clinician says to them: what a mother says of herself, or is told to do,
 * is not the patient's. A parent who alone speaks is heard for the child, but for what is plainly the parent's. For one visit.
 */
final class Companions {

    private static final Pattern OWN = Pattern.compile("\\b(?:i|me|my|mine|myself|we|us|our)\\b");
    private static final Pattern OF_ANOTHER = Pattern.compile("\\b(?:he|she|him|her|his)\\b");
    private static final Pattern YOU = Pattern.compile("\\b(?:you|your|yourself)\\b");
    private static final Pattern CALLED = Pattern.compile(
            "^(?:(?:and|so|but|okay|well|thank you|thanks)[,.]? )*(?:mom|mommy|mum|mother|dad|daddy|father|grandma|grandpa)\\b[,.?!].*");
    private static final int LEAST = 2;

    private final List<Segment> segments;
    private final Set<Speaker> companions = new HashSet<>();
    private final boolean spokenFor;

    Companions(List<Segment> segments) {
        this.segments = segments;
        this.spokenFor = SpokenFor.is(segments);
        Map<Speaker, int[]> counts = new HashMap<>();
        for (Segment segment : segments) {
            if (segment.speaker().role() == Role.PATIENT) {
                Persons persons = Recall.of("persons of a patient's sentence", segment.text(), Persons::of);
                int[] count = counts.computeIfAbsent(segment.speaker(), _ -> new int[2]);
                count[0] += persons.own();
                count[1] += persons.another();
            }
        }
        boolean oneSpeaksForHimself = counts.values().stream().anyMatch(count -> count[0] > count[1]);
        if (counts.size() > 1 && oneSpeaksForHimself) {
            counts.forEach((speaker, count) -> {
                if (count[1] >= LEAST && count[1] > count[0]) {
                    companions.add(speaker);
                }
            });
        }
    }

    /** How often a sentence speaks of its speaker and those with him, and how often of somebody else. */
    private record Persons(int own, int another) {

        static Persons of(String said) {
            String text = plain(said);
            return new Persons(
                    (int) OWN.matcher(text).results().count(), (int) OF_ANOTHER.matcher(text).results().count());
        }
    }

    /** Whether a clause speaks of a companion as "I", or to one as "you". */
    boolean speaksOf(Clause clause) {
        Segment segment = segments.get(clause.segment());
        if (clause.role() == Role.PATIENT && spokenFor && SpokenFor.ofSpeaker(clause.text())) {
            return true;
        }
        if (clause.role() == Role.PATIENT) {
            return companions.contains(segment.speaker()) && OWN.matcher(clause.text()).find();
        }
        return !companions.isEmpty() && YOU.matcher(clause.text()).find() && CALLED.matcher(plain(segment.text())).matches();
    }

    /** Whether somebody says it who came with the patient. */
    boolean isCompanion(Clause clause) {
        return companions.contains(segments.get(clause.segment()).speaker());
    }

    /** Whether all who speak on the patient's side speak in the patient's place. */
    boolean speakForPatient() {
        return spokenFor;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
