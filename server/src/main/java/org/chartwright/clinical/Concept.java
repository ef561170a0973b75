package org.chartwright.clinical;

import java.util.List;
import org.chartwright.encounter.Insight.Code;

/**
 * A clinical idea under its one clinical name, whatever the words that expressed it.
 *
 * @param name the clinical name, lower case except for proper names ({@code shortness of breath}); with the kind its
 *     identity
 * @param kind what sort of thing it is
 * @param system the body system, or for a drug its class, lower case; empty where none fits
 * @param codes codes confirmed against a terminology, best first; often empty
 */
public record Concept(String name, ConceptKind kind, String system, List<Code> codes) {

    /** Copies the codes. */
    public Concept {
        codes = List.copyOf(codes);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A concept needs a name");
        }
    }
}
