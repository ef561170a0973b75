package org.chartwright.encounter;

import java.util.List;

/**
 * A clinical entity found in the dialogue. Categories, types and attribute types are those of AWS HealthScribe.
 *
 * @param category such as {@code MEDICATION}
 * @param type such as {@code GENERIC_NAME}; one of its category's types
 * @param spans where it is said, never empty
 * @param attributes what belongs to it, in order of appearance
 * @param codes what it is called in code systems, best first; often empty: no code is better than a wrong one
 */
public record Insight(
        EntityCategory category, String type, List<Span> spans, List<Attribute> attributes, List<Code> codes) {

    /** Copies the lists and checks the type. */
    public Insight {
        spans = List.copyOf(spans);
        attributes = List.copyOf(attributes);
        codes = List.copyOf(codes);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("An insight needs a span");
        }
        if (!category.types().contains(type)) {
            throw new IllegalArgumentException("No type " + type + " in " + category);
        }
    }

    /**
     * A property of an entity.
     *
     * @param type such as {@code DOSAGE}
     * @param spans where it is said, never empty; may lie in another segment than the entity
     */
    public record Attribute(String type, List<Span> spans) {

        /** Copies the spans. */
        public Attribute {
            spans = List.copyOf(spans);
            if (spans.isEmpty()) {
                throw new IllegalArgumentException("An attribute needs a span");
            }
        }
    }

    /**
     * A code of a terminology.
     *
     * @param system {@code ICD-10-CM}, {@code RxNorm} or {@code SNOMED CT}
     * @param code the code itself
     * @param display its name in that system
     */
    public record Code(String system, String code, String display) {}
}
