package org.chartwright.note.plan;

/** The parts of a note that the writer thinks in; each template folds them into its sections. */
public enum Part {
    /** Why the patient came. */
    COMPLAINT,
    /** The story of the present illness. */
    STORY,
    /** Review of systems. */
    SYSTEMS,
    /** Past illnesses, operations, drugs taken, allergies. */
    HISTORY,
    /** Illnesses of relatives. */
    FAMILY,
    /** Work, habits, home. */
    SOCIAL,
    /** Examination and vital signs. */
    EXAM,
    /** Laboratory, imaging. */
    RESULTS,
    /** What it is. */
    ASSESSMENT,
    /** What shall be done. */
    PLAN
}
