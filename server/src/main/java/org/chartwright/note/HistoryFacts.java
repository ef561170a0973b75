package org.chartwright.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chartwright.clinical.Assertion;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Insight.Attribute;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Prose;

/** Writes which illnesses the patient has had and which drugs the patient takes. Stateless. */
final class HistoryFacts {

    private static final int MOST_NAMED = 6;
    /** States and events that the lexicon keeps among diagnoses; as a "history of" they would mislead. */
    private static final Set<String> NO_ILLNESS =
            Set.of("pregnancy", "menopause", "motor vehicle accident", "strain", "sprain", "ulcer");

    private HistoryFacts() {}

    static List<Candidate> of(Reading reading) {
        List<Candidate> facts = new ArrayList<>();
        Map<String, Set<Integer>> illnesses = new LinkedHashMap<>();
        Map<String, Set<Integer>> drugs = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        Allergies allergies = new Allergies(reading);
        for (Mention mention : reading.mentions()) {
            Segment segment = reading.segments().get(mention.segment());
            if (mention.subject() != Subject.PATIENT || segment.category() != Category.SUBJECTIVE) {
                continue;
            }
            String name = mention.concept().name();
            boolean had = mention.assertion() == Assertion.PRESENT || mention.assertion() == Assertion.PAST;
            if (mention.concept().kind() == ConceptKind.DISEASE && had && !NO_ILLNESS.contains(name)) {
                illnesses.putIfAbsent(name, Set.of(mention.segment()));
            }
            if (mention.concept().kind() == ConceptKind.MEDICATION && mention.assertion() == Assertion.PRESENT
                    && !mention.concept().system().equals("drug class")
                    && !allergies.holds(name) && Taking.isTaken(mention, reading.segments())) {
                TakenDose dose = TakenDose.of(mention, reading.segments());
                if (dose.text().length() > written.getOrDefault(name, "").length()) {
                    written.put(name, dose.text());
                    drugs.put(name, dose.evidence());
                }
            }
        }
        line("", "Patient reports history of ", illnesses, List.copyOf(illnesses.keySet()), facts);
        line("\nMEDICATIONS\n\n", "Patient reports taking ", drugs, List.copyOf(written.values()), facts);
        facts.addAll(allergies.facts());
        return facts;
    }

    private static void line(
            String label, String start, Map<String, Set<Integer>> where, List<String> names, List<Candidate> facts) {
        if (where.isEmpty()) {
            return;
        }
        Set<Integer> evidence = new TreeSet<>();
        where.values().stream().limit(MOST_NAMED).forEach(evidence::addAll);
        String text = Prose.sentence(start + Sites.listed(names.stream().limit(MOST_NAMED).toList(), "and"));
        facts.add(new Candidate(
                Candidate.Kind.FACT, Part.HISTORY, label, text, List.copyOf(evidence), List.of(),
                evidence.iterator().next()));
    }
}
