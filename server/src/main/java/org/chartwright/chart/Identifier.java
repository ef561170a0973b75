package org.chartwright.chart;

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

    /** How it is found. */
    Find find() {
        return new Find("identifier", system + "|" + value);
    }

    /** Leaves the value out: it names a person. */
    @Override
    public String toString() {
        return "Identifier[" + system + "]";
    }
}
