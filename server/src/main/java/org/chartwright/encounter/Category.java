package org.chartwright.encounter;

/** What a segment is about. */
public enum Category {
    /** What the patient reports. */
    SUBJECTIVE,
    /** What is seen, felt, measured or found. */
    OBJECTIVE,
    /** What the clinician thinks it is and what shall be done. */
    ASSESSMENT_AND_PLAN,
    /** Chatter. */
    SMALL_TALK,
    /** Greetings, transitions and everything else. */
    OTHER
}
