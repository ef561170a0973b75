package org.chartwright.note;

import java.util.List;
import org.chartwright.note.plan.Part;

/** Which section of a template takes which part; the first name that a template has. */
final class TemplateSections {

    private TemplateSections() {}

    static List<String> namesFor(Part part) {
        return switch (part) {
            case COMPLAINT -> List.of("CHIEF_COMPLAINT", "SITUATION", "GOAL", "BEHAVIOR", "DATA", "SUBJECTIVE");
            case STORY -> List.of("HISTORY_OF_PRESENT_ILLNESS", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case SYSTEMS -> List.of("REVIEW_OF_SYSTEMS", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case HISTORY -> List.of("PAST_MEDICAL_HISTORY", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case FAMILY -> List.of("PAST_FAMILY_HISTORY", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case SOCIAL -> List.of("PAST_SOCIAL_HISTORY", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case EXAM -> List.of("PHYSICAL_EXAMINATION", "OBJECTIVE", "DATA", "RESPONSE");
            case RESULTS -> List.of("DIAGNOSTIC_TESTING", "OBJECTIVE", "DATA", "RESPONSE");
            case ASSESSMENT -> List.of("ASSESSMENT", "RESPONSE");
            case TESTING, TREATMENT, COUNSELING, FOLLOW_UP -> List.of("PLAN");
        };
    }
}
