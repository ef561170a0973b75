package org.chartwright.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The door to whoever knows callers. Any thread. */
@FunctionalInterface
public interface Callers {

    /** Who sent that request; empty when it does not prove it. */
    Optional<Caller> of(HttpServletRequest request);
}
