package org.chartwright.encounter;

import java.util.List;

/** The note templates of AWS HealthScribe and their sections, in order. */
public enum NoteTemplate implements NoteForm {
    /** History and physical; the default. */
    HISTORY_AND_PHYSICAL(
            "CHIEF_COMPLAINT",
            "HISTORY_OF_PRESENT_ILLNESS",
            "REVIEW_OF_SYSTEMS",
            "PAST_MEDICAL_HISTORY",
            "PAST_FAMILY_HISTORY",
            "PAST_SOCIAL_HISTORY",
            "PHYSICAL_EXAMINATION",
            "DIAGNOSTIC_TESTING",
            "ASSESSMENT",
            "PLAN"),
    /** Goal, intervention, response, progress, plan. */
    GIRPP("GOAL", "INTERVENTION", "RESPONSE", "PROGRESS", "PLAN"),
    /** Behavior, intervention, response, plan. */
    BIRP("BEHAVIOR", "INTERVENTION", "RESPONSE", "PLAN"),
    /** Situation, intervention, response, plan. */
    SIRP("SITUATION", "INTERVENTION", "RESPONSE", "PLAN"),
    /** Data, assessment, plan. */
    DAP("DATA", "ASSESSMENT", "PLAN"),
    /** SOAP for behavioural health. */
    BEHAVIORAL_SOAP("SUBJECTIVE", "OBJECTIVE", "ASSESSMENT", "PLAN"),
    /** SOAP for physical health. */
    PHYSICAL_SOAP("SUBJECTIVE", "OBJECTIVE", "ASSESSMENT", "PLAN");

    private final List<String> sections;

    NoteTemplate(String... sections) {
        this.sections = List.of(sections);
    }

    @Override
    public List<String> sections() {
        return sections;
    }
}
