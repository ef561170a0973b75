package org.chartwright.note;

import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.encounter.Segment;

/** Tells a visit from chatter: a note is written only where clinical matters of the patient are spoken of. Stateless. */
final class VisitGate {

    /** The sparsest of the training visits has 1.4 mentions in a hundred words; talk of other things has hardly any. */
    private static final double LEAST_IN_A_HUNDRED_WORDS = 0.9;

    private static final int LEAST = 3;
    private static final int HUNDRED = 100;

    private VisitGate() {}

    static boolean isVisit(Reading reading) {
        long mentions = reading.mentions().stream().filter(VisitGate::counts).count();
        long words = reading.segments().stream().map(Segment::words).mapToLong(java.util.List::size).sum();
        long concepts = reading.mentions().stream()
                .filter(VisitGate::counts)
                .map(mention -> mention.concept().name())
                .distinct()
                .count();
        return concepts >= LEAST && mentions * HUNDRED >= LEAST_IN_A_HUNDRED_WORDS * words;
    }

    private static boolean counts(Mention mention) {
        return mention.subject() == Subject.PATIENT
                && mention.concept().kind() != ConceptKind.ANATOMY
                && mention.concept().kind() != ConceptKind.PERSON;
    }
}
