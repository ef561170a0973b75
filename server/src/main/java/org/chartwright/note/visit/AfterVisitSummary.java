package org.chartwright.note.visit;

import java.util.List;
import org.chartwright.encounter.Statement;

/**
 * What the patient takes home, in plain words.
 *
 * @param parts all parts in order, also the empty ones
 */
public record AfterVisitSummary(List<Part> parts) {

    /** Copies the parts. */
    public AfterVisitSummary {
        parts = List.copyOf(parts);
    }

    /** What it tells. */
    public enum Topic {
        /** The reason for the visit. */
        WHY_YOU_CAME("Why you came"),
        /** Findings, results, what the clinician thinks it is. */
        WHAT_WE_FOUND("What we found"),
        /** Drugs and how to take them. */
        YOUR_MEDICINES("Your medicines"),
        /** Tests, procedures, other clinicians, the next visit. */
        TESTS_AND_APPOINTMENTS("Tests and appointments"),
        /** Advice. */
        WHAT_YOU_CAN_DO("What you can do"),
        /** When to call, or to come before the next visit. */
        WHEN_TO_CALL("When to call us");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        /** Its heading for the patient. */
        public String title() {
            return title;
        }
    }

    /**
     * A part of it.
     *
     * @param topic what it tells
     * @param statements one sentence each, with its evidence
     */
    public record Part(Topic topic, List<Statement> statements) {

        /** Copies the statements. */
        public Part {
            statements = List.copyOf(statements);
        }
    }

    /** All its sentences. */
    public List<Statement> statements() {
        return parts.stream().flatMap(part -> part.statements.stream()).toList();
    }

    /** Its Flesch-Kincaid grade; 0 when it says nothing. */
    public double grade() {
        return ReadingGrade.of(statements().stream().map(Statement::text).toList());
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "AfterVisitSummary[" + statements().size() + " sentences]";
    }
}
