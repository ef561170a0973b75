package org.chartwright.fhir;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Whether a resource has what a parameter asks for; one that was not sent asks for nothing. */
final class Matches {

    private Matches() {}

    static boolean any(@Nullable TokenOrListParam wanted, List<CodeableConcept> has) {
        return wanted == null
                || wanted.getValuesAsQueryTokens().stream().anyMatch(token -> has.stream()
                        .flatMap(concept -> concept.getCoding().stream())
                        .anyMatch(coding -> is(token, coding)));
    }

    private static boolean is(TokenParam token, Coding coding) {
        boolean system = token.getSystem() == null
                || token.getSystem().equals(coding.hasSystem() ? coding.getSystem() : "");
        boolean code = token.getValue() == null || token.getValue().isEmpty() || token.getValue().equals(coding.getCode());
        return system && code;
    }

    static boolean code(@Nullable TokenOrListParam wanted, String has) {
        return wanted == null
                || wanted.getValuesAsQueryTokens().stream().anyMatch(token -> has.equals(token.getValue()));
    }

    static boolean reference(@Nullable ReferenceParam wanted, Reference has) {
        return wanted == null || has.getReferenceElement().getIdPart().equals(wanted.getIdPart());
    }

    static boolean within(@Nullable DateRangeParam wanted, Instant moment, ZoneId zone) {
        return Asked.period(wanted, zone).holds(moment);
    }
}
