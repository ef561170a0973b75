package org.chartwright.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.clinical.Assertion;
import org.chartwright.clinical.Concept;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.note.plan.Candidate;
import org.chartwright.specialties.Specialty;

/** Finds the clinical facts that a note does not hold, the weightiest first. Stateless. */
public final class Omissions {

    private Omissions() {}

    static List<DraftReport.Omission> of(Reading reading, Map<String, List<Candidate>> sections, Emphasis emphasis) {
        return of(reading, sections.values().stream().flatMap(Collection::stream).map(Candidate::text).toList(), emphasis);
    }

    /** What a note does not hold that says these sentences, whoever wrote them. */
    public static List<DraftReport.Omission> of(Reading reading, Collection<String> written, Specialty specialty) {
        return of(reading, written, Emphasis.of(specialty));
    }

    private static List<DraftReport.Omission> of(Reading reading, Collection<String> written, Emphasis emphasis) {
        Set<String> held = new HashSet<>();
        for (String sentence : written) {
            for (Lexicon.Found found : emphasis.lexicon().find(sentence)) {
                held.add(found.concept().name());
            }
        }
        Map<String, DraftReport.Omission> omitted = new LinkedHashMap<>();
        for (Mention mention : reading.mentions()) {
            String name = mention.concept().name();
            double weight = emphasis.weight(name, weight(mention));
            if (weight > 0 && !held.contains(name)) {
                omitted.merge(name, new DraftReport.Omission(name, mention.segment(), weight),
                        (a, b) -> a.weight() >= b.weight() ? a : b);
            }
        }
        List<DraftReport.Omission> ranked = new ArrayList<>(omitted.values());
        ranked.sort(Comparator.comparingDouble(DraftReport.Omission::weight).reversed()
                .thenComparingInt(DraftReport.Omission::segment));
        return ranked;
    }

    /** Drugs and diagnoses weigh most; what was only asked about weighs nothing. */
    private static double weight(Mention mention) {
        if (mention.subject() == Subject.OTHER || mention.assertion() == Assertion.ASKED) {
            return 0;
        }
        Concept concept = mention.concept();
        double base = switch (concept.kind()) {
            case MEDICATION, ALLERGY -> 1.0;
            case DISEASE -> 0.9;
            case FINDING, PROCEDURE -> 0.7;
            case SYMPTOM, TEST -> 0.6;
            case TREATMENT, HABIT -> 0.4;
            case ANATOMY, PERSON -> 0;
        };
        return mention.assertion() == Assertion.DENIED ? base / 2 : base;
    }
}
