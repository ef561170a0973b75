package org.chartwright.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;

/** What kind of document a template makes, and what its sections are, in LOINC. */
final class Templates {

    private static final String PROGRESS = "11506-3";
    private static final String HISTORY_AND_PHYSICAL = "34117-2";

    /** Code and name of each section that LOINC has one for. */
    private static final Map<String, Entry<String, String>> SECTIONS = Map.ofEntries(
            Map.entry("CHIEF_COMPLAINT", Map.entry("10154-3", "Chief complaint Narrative - Reported")),
            Map.entry("HISTORY_OF_PRESENT_ILLNESS", Map.entry("10164-2", "History of Present illness Narrative")),
            Map.entry("REVIEW_OF_SYSTEMS", Map.entry("10187-3", "Review of systems Narrative - Reported")),
            Map.entry("PAST_MEDICAL_HISTORY", Map.entry("11348-0", "History of Past illness Narrative")),
            Map.entry("PAST_FAMILY_HISTORY", Map.entry("10157-6", "History of family member diseases Narrative")),
            Map.entry("PAST_SOCIAL_HISTORY", Map.entry("29762-2", "Social history Narrative")),
            Map.entry("PHYSICAL_EXAMINATION", Map.entry("29545-1", "Physical findings Narrative")),
            Map.entry("DIAGNOSTIC_TESTING", Map.entry("30954-2", "Relevant diagnostic tests/laboratory data Narrative")),
            Map.entry("SUBJECTIVE", Map.entry("61150-9", "Subjective Narrative")),
            Map.entry("OBJECTIVE", Map.entry("61149-1", "Objective Narrative")),
            Map.entry("ASSESSMENT", Map.entry("51848-0", "Evaluation note")),
            Map.entry("GOAL", Map.entry("61146-7", "Goals Narrative")),
            Map.entry("PLAN", Map.entry("18776-5", "Plan of care note")));

    private Templates() {}

    static CodeableConcept type(String template) {
        return template.equals("HISTORY_AND_PHYSICAL")
                ? Names.loinc(HISTORY_AND_PHYSICAL, "History and physical note")
                : Names.loinc(PROGRESS, "Progress note");
    }

    /** The templates whose documents have that LOINC code. */
    static List<String> ofType(String code, List<String> templates) {
        return templates.stream()
                .filter(template -> type(template).getCodingFirstRep().getCode().equals(code))
                .toList();
    }

    /** What a section is; the title alone where LOINC has no code. */
    static CodeableConcept section(String name) {
        Entry<String, String> known = SECTIONS.get(name);
        return known == null ? new CodeableConcept().setText(title(name)) : Names.loinc(known.getKey(), known.getValue());
    }

    /** {@code CHIEF_COMPLAINT} as people write it. */
    static String title(String name) {
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What a document of that template is called. */
    static String document(String template) {
        return Stream.of("HISTORY_AND_PHYSICAL").anyMatch(template::equals)
                ? "History and physical"
                : title(template.replace("BEHAVIORAL_SOAP", "SOAP").replace("PHYSICAL_SOAP", "SOAP"));
    }
}
