package org.chartwright.note;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/**
 * Tells a visit from other talk. Talk about medicine is not enough, since people tell each other of films, of neighbours
 * and of games: somebody must do what clinicians do &ndash; take a history, ask the other about an ailment, examine, tell
 * a finding, say what to take &ndash; and other matters must not outweigh that. Stateless.
 */
final class VisitGate {

    /** The sparsest of the training visits has 1.4 mentions in a hundred words; talk of other things has hardly any. */
    private static final double LEAST_IN_A_HUNDRED_WORDS = 0.9;

    /** In a few words one complaint must do, so the complaint must be most of what is said. */
    private static final double LEAST_WHEN_SHORT = 2.0;

    private static final int FEW_WORDS = 300;
    private static final int MANY_WORDS = 200;
    private static final int HARDLY_A_WORD = 30;
    private static final int LEAST_CONCEPTS = 3;
    private static final int LEAST_ACTS = 2;
    /** So many kinds of questions are asked by nobody else, whatever roles were heard. */
    private static final int HISTORY_WHOEVER_ASKS = 3;
    private static final int HUNDRED = 100;

    private final Set<String> concepts = new HashSet<>();
    private final BitSet asked = new BitSet();
    private final BitSet askedByAnybody = new BitSet();
    private int words;
    private int mentions;
    private int questions;
    private int told;
    private int complaints;
    private int ofKin;
    private int personal;
    private boolean attended;
    private boolean doctor;
    private long other;

    private VisitGate(Reading reading) {
        int[] inSegment = new int[reading.segments().size()];
        for (Mention mention : reading.mentions()) {
            if (counts(mention)) {
                inSegment[mention.segment()]++;
                mentions++;
                concepts.add(mention.concept().name());
            }
        }
        for (int i = 0; i < inSegment.length; i++) {
            Segment segment = reading.segments().get(i);
            words += segment.words().size();
            VisitSigns signs = VisitSigns.of(segment.text());
            other += signs.other();
            askedByAnybody.or(signs.history());
            if (segment.speaker().role() == Role.CLINICIAN) {
                clinician(signs, inSegment[i]);
            } else {
                patient(signs, inSegment[i]);
            }
        }
    }

    static boolean isVisit(Reading reading) {
        return new VisitGate(reading).visit();
    }

    private void clinician(VisitSigns signs, int named) {
        asked.or(signs.history());
        attended |= signs.attends();
        personal += signs.yours() ? named : 0;
        if (named > 0 && signs.asks()) {
            questions++;
        } else if (named > 0 && (signs.yours() || signs.bids())) {
            told++;
        }
    }

    private void patient(VisitSigns signs, int named) {
        doctor |= signs.doctor();
        complaints += signs.own() ? named : 0;
        ofKin += !signs.own() && signs.kin() ? named : 0;
        personal += signs.own() ? named : 0;
    }

    private boolean visit() {
        int kinds = asked.cardinality();
        int acts = kinds + questions + told;
        if (other > 0 && other >= acts + personal) {
            return false;
        }
        boolean historyTaken = kinds > other || askedByAnybody.cardinality() >= HISTORY_WHOEVER_ASKS + other;
        // In a long talk of what the one has and the other attends to, the words of a history may be wanting: in therapy.
        boolean attendedLong = attended && words > MANY_WORDS && other == 0 && personal >= LEAST_ACTS;
        boolean whole = (acts >= LEAST_ACTS || attendedLong)
                && concepts.size() >= LEAST_CONCEPTS
                && dense(LEAST_IN_A_HUNDRED_WORDS);
        return historyTaken || whole || (words <= FEW_WORDS && other == 0 && dense(LEAST_WHEN_SHORT) && few());
    }

    /** Where little was said. */
    private boolean few() {
        boolean findings = told > 0 && (concepts.size() > 1 || complaints > 0 || doctor || words <= HARDLY_A_WORD);
        boolean heard = complaints + ofKin > 0 && (attended || doctor);
        return questions > 0 || findings || heard || (mentions > 0 && attended && doctor);
    }

    private boolean dense(double least) {
        return mentions * HUNDRED >= least * words;
    }

    private static boolean counts(Mention mention) {
        return mention.subject() == Subject.PATIENT
                && mention.concept().kind() != ConceptKind.ANATOMY
                && mention.concept().kind() != ConceptKind.PERSON;
    }
}
