package org.chartwright.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A name that some system gives to somebody, such as a medical record number.
 *
 * @param system an absolute address that names the system; empty when not known
 * @param value what it is there
 */
public record Identifier(String system, String value) {

    /** Checks that there is a value. */
    public Identifier {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An identifier needs a value");
        }
    }

    /** By which a thing with this identifier is found, with its system. */
    public Find find() {
        return new Find("identifier", system + "|" + value);
    }

    /** How they are found: with their systems or without. */
    static Set<Find> findings(List<Identifier> identifiers) {
        Set<Find> found = new HashSet<>();
        for (Identifier one : identifiers) {
            found.add(one.find());
            found.add(new Find("identifier", one.value));
        }
        return found;
    }

    /** Leaves the value out: it names a person. */
    @Override
    public String toString() {
        return "Identifier[" + system + "]";
    }
}
