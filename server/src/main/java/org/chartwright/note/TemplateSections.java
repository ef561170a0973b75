package org.chartwright.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;

/** Which section of HealthScribe's templates takes which part: the first name that a template has. Stateless. */
final class TemplateSections {

    /** The order of the parts within a section. */
    private static final List<Part> ORDER = List.of(
            Part.COMPLAINT, Part.GOAL, Part.STORY, Part.SYSTEMS, Part.HISTORY, Part.FAMILY, Part.SOCIAL, Part.BEHAVIOR,
            Part.EXAM, Part.RESULTS, Part.INTERVENTION, Part.RESPONSE, Part.PROGRESS, Part.ASSESSMENT);

    private TemplateSections() {}

    static Map<String, List<Candidate>> lay(Content content, NoteTemplate template) {
        Map<String, List<Candidate>> sections = new LinkedHashMap<>();
        template.sections().forEach(name -> sections.put(name, new ArrayList<>()));
        for (Part part : ORDER) {
            into(sections, part, content.of(part));
        }
        into(sections, Part.TREATMENT, content.plan());
        return sections;
    }

    /** Whether a template is written by the parts of a therapy session. */
    static boolean ofTherapy(NoteTemplate template) {
        return switch (template) {
            case GIRPP, BIRP, SIRP, DAP, BEHAVIORAL_SOAP -> true;
            case HISTORY_AND_PHYSICAL, PHYSICAL_SOAP -> false;
        };
    }

    private static void into(Map<String, List<Candidate>> sections, Part part, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        String name = namesFor(part).stream()
                .filter(sections::containsKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No section for " + part));
        sections.merge(name, candidates, (before, more) -> {
            before.addAll(more);
            return before;
        });
    }

    /** The names of sections that take a part, the best first. */
    static List<String> namesFor(Part part) {
        return switch (part) {
            case COMPLAINT -> List.of("CHIEF_COMPLAINT", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case STORY -> List.of("HISTORY_OF_PRESENT_ILLNESS", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case SYSTEMS -> List.of("REVIEW_OF_SYSTEMS", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case HISTORY -> List.of("PAST_MEDICAL_HISTORY", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case FAMILY -> List.of("PAST_FAMILY_HISTORY", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case SOCIAL -> List.of("PAST_SOCIAL_HISTORY", "SITUATION", "BEHAVIOR", "PROGRESS", "DATA", "SUBJECTIVE");
            case EXAM -> List.of("PHYSICAL_EXAMINATION", "OBJECTIVE", "BEHAVIOR", "SITUATION", "DATA", "PROGRESS");
            case RESULTS -> List.of("DIAGNOSTIC_TESTING", "OBJECTIVE", "BEHAVIOR", "SITUATION", "DATA", "PROGRESS");
            case ASSESSMENT -> List.of("ASSESSMENT", "PROGRESS", "RESPONSE");
            case GOAL -> List.of("GOAL", "SITUATION", "BEHAVIOR", "DATA", "SUBJECTIVE");
            case INTERVENTION -> List.of("INTERVENTION", "DATA", "OBJECTIVE");
            case RESPONSE -> List.of("RESPONSE", "DATA", "OBJECTIVE");
            case PROGRESS -> List.of("PROGRESS", "ASSESSMENT", "RESPONSE");
            case BEHAVIOR -> List.of("BEHAVIOR", "OBJECTIVE", "SITUATION", "DATA", "PROGRESS");
            case TESTING, TREATMENT, COUNSELING, FOLLOW_UP -> List.of("PLAN");
        };
    }
}
