package org.chartwright.note.visit;

import java.util.List;
import java.util.Map;
import org.chartwright.encounter.Insight.Code;

/**
 * Something that the clinician said shall be done. A proposal: nothing is ordered by it.
 *
 * @param kind what sort of order
 * @param action what shall happen to it
 * @param what the drug, test, person or procedure, as it was named
 * @param details strength, frequency and the like by the names of HealthScribe's attributes; only what was said
 * @param why for what, as it was said; empty when nobody said so
 * @param when until or at which time; empty when nobody said so
 * @param condition under which condition only; empty for none
 * @param text the order as a sentence
 * @param codes what it is called in code systems; often empty
 * @param evidence indexes of the segments it rests on, ascending, never empty
 */
public record ProposedOrder(
        Kind kind,
        Action action,
        String what,
        Map<String, String> details,
        String why,
        String when,
        String condition,
        String text,
        List<Code> codes,
        List<Integer> evidence) {

    /** What sort of order. */
    public enum Kind {
        /** A drug. */
        MEDICATION,
        /** Something measured in blood, urine or other samples. */
        LAB,
        /** A picture of the inside. */
        IMAGING,
        /** Another test. */
        TEST,
        /** Another clinician or service. */
        REFERRAL,
        /** Something done to the body. */
        PROCEDURE,
        /** The next visit. */
        FOLLOW_UP
    }

    /** What shall happen to it. */
    public enum Action {
        /** Begin. */
        START,
        /** Go on as before. */
        CONTINUE,
        /** End. */
        STOP,
        /** More of it. */
        INCREASE,
        /** Less of it. */
        DECREASE,
        /** Another way of taking it, or another drug. */
        CHANGE,
        /** A new prescription of the same. */
        REFILL,
        /** Have it done. */
        ORDER
    }

    /** Copies the collections. */
    public ProposedOrder {
        details = Map.copyOf(details);
        codes = List.copyOf(codes);
        evidence = List.copyOf(evidence);
        if (text.isBlank() || what.isBlank() || evidence.isEmpty()) {
            throw new IllegalArgumentException("An order needs a text, something ordered, and evidence");
        }
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "ProposedOrder[" + kind + ", " + action + "]";
    }
}
