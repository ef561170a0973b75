package org.chartwright.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.chartwright.clinical.Assertion;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;

/** Writes which illnesses the patient has had and which drugs the patient takes. Stateless. */
final class HistoryFacts {

    private static final int MOST_NAMED = 6;
    /** States and events that the lexicon keeps among diagnoses; as a "history of" they would mislead. */
    private static final Set<String> NO_ILLNESS =
            Set.of("pregnancy", "menopause", "motor vehicle accident", "strain", "sprain", "ulcer");

    private static final Pattern CONCLUDED = Pattern.compile(
            "(?i)\\b(?:i|we) (?:do |really |also )*(?:think|believe|suspect|feel)\\b(?! you (?:said|told|mentioned))|\\b(?:looks|sounds) like you (?:have|'ve got)\\b|\\bconsistent with\\b|\\bmy diagnosis\\b|\\bfor (?:example|instance)\\b");
    private static final Pattern TAKEN_NOW = Pattern.compile(
            "(?i)\\b(?:i'm|i am|i've been) (?:also |already |currently |still )?(?:taking|on)\\b|\\bi (?:also|already|still) take\\b");
    private static final Pattern GIVEN = Pattern.compile(
            "(?i)\\b(?:gives?|gave|makes?|made|caus(?:es|ed?)) (?:me|him|her|them)? ?(?:(?:an?|some|bad|terrible) )*$");

    private HistoryFacts() {}

    static List<Candidate> of(Reading reading, BiPredicate<String, Set<Integer>> holds) {
        List<Candidate> facts = new ArrayList<>();
        Map<String, Set<Integer>> illnesses = new LinkedHashMap<>();
        Map<String, Set<Integer>> drugs = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        Allergies allergies = new Allergies(reading);
        for (Mention mention : reading.mentions()) {
            Segment segment = reading.segments().get(mention.segment());
            boolean told = segment.category() == Category.SUBJECTIVE
                    || (mention.concept().kind() == ConceptKind.MEDICATION && isTakenNow(segment));
            if (mention.subject() != Subject.PATIENT || !told) {
                continue;
            }
            String name = mention.concept().name();
            boolean had = mention.assertion() == Assertion.PRESENT || mention.assertion() == Assertion.PAST;
            if (mention.concept().kind() == ConceptKind.DISEASE && had && !NO_ILLNESS.contains(name)
                    && !isEffect(mention, reading) && !isConcluded(segment)) {
                illnesses.putIfAbsent(name, Set.of(mention.segment()));
            }
            if (mention.concept().kind() == ConceptKind.MEDICATION && mention.assertion() == Assertion.PRESENT
                    && !mention.concept().system().equals("drug class")
                    && !allergies.holds(name) && Taking.isTaken(mention, reading)) {
                TakenDose dose = TakenDose.of(mention, reading.segments());
                if (dose.text().length() > written.getOrDefault(name, "").length()) {
                    written.put(name, dose.text());
                    drugs.put(name, dose.evidence());
                }
            }
        }
        facts.addAll(line("", "Patient reports history of ", illnesses, Map.of()).candidates(holds));
        facts.addAll(line("\nMEDICATIONS\n\n", "Patient reports taking ", drugs, written).candidates(holds));
        facts.addAll(allergies.facts(holds));
        return facts;
    }

    /** What the patient says late in a visit of what is taken: "I'm taking a vitamin". "So I take it twice a day" repeats an order. */
    private static boolean isTakenNow(Segment segment) {
        return segment.speaker().role() == Role.PATIENT && TAKEN_NOW.matcher(segment.text().replace('\u2019', '\'')).find();
    }

    /** What the clinician concludes today, or gives as an example, is no history. */
    private static boolean isConcluded(Segment segment) {
        return segment.speaker().role() == Role.CLINICIAN && CONCLUDED.matcher(segment.text()).find();
    }

    /** "Aspirin gives me stomach bleeding" tells of the drug, not of an illness. */
    private static boolean isEffect(Mention mention, Reading reading) {
        String before = reading.segments().get(mention.segment()).text()
                .substring(0, mention.insight().spans().getFirst().begin());
        return GIVEN.matcher(before).find() && reading.mentions().stream().anyMatch(
                drug -> drug.segment() == mention.segment() && drug.concept().kind() == ConceptKind.MEDICATION);
    }

    private static FactLine line(String label, String start, Map<String, Set<Integer>> where, Map<String, String> names) {
        return new FactLine(Part.HISTORY, label, start, "and", where.entrySet().stream()
                .limit(MOST_NAMED)
                .map(one -> new FactLine.Item(names.getOrDefault(one.getKey(), one.getKey()), one.getValue()))
                .toList());
    }
}
