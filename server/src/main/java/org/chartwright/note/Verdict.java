package org.chartwright.note;

import java.util.List;

/**
 * What the verifier thinks of a sentence.
 *
 * @param finding how far it is supported
 * @param reasons what was found wrong, in words that quote nothing said; empty when supported
 */
public record Verdict(Finding finding, List<Reason> reasons) {

    /** How far a sentence is supported. */
    public enum Finding {
        /** Everything it says was said. */
        SUPPORTED,
        /** Some of it was said. */
        PARTLY,
        /** Hardly any of it was said. */
        UNSUPPORTED,
        /** The opposite was said. */
        CONTRADICTED
    }

    /** What can be wrong with a sentence. */
    public enum Reason {
        /** A number or dose that was not said. */
        NUMBER,
        /** A unit that was not said. */
        UNIT,
        /** The other side of the body. */
        SIDE,
        /** Said to be so where it was denied, or the other way round. */
        NEGATION,
        /** A drug that was not named. */
        DRUG,
        /** About another person. */
        PERSON,
        /** Another time: day, week, month, year, often, before, after. */
        TIME,
        /** A clinical matter that was not spoken of. */
        FINDING,
        /** Too few of its words were said. */
        WORDS,
        /** Rests on words that give orders to whoever writes the note. */
        ORDER,
        /** Said, and put right later by whoever said it. */
        TAKEN_BACK
    }

    /** Copies the reasons. */
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Nothing wrong. */
    public static final Verdict SUPPORTED = new Verdict(Finding.SUPPORTED, List.of());
}
