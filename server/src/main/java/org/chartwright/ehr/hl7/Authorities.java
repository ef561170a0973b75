package org.chartwright.ehr.hl7;

import java.util.HashMap;
import java.util.Map;

/**
 * Who gives numbers, as HL7 v2 and as FHIR name them. Authorities that v2 knows by a short name only have an address in the record
 * that says so, unless the operator has named a better one.
 *
 * @param systems the address for each short name
 */
public record Authorities(Map<String, String> systems) {

    private static final String OID = "urn:oid:";
    private static final String NAMED = "urn:x-hl7-authority:";

    /** Copies the map. */
    public Authorities {
        systems = Map.copyOf(systems);
    }

    /**
     * An authority as v2 writes it.
     *
     * @param namespace its short name; may be empty
     * @param universal its universal id; may be empty
     * @param type what kind of id that is, such as {@code ISO}
     */
    public record Written(String namespace, String universal, String type) {}

    /**
     * Reads a setting such as {@code HOSP=urn:oid:1.2.3,LAB=https://lab.example.org/ids}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Authorities parse(String text) {
        Map<String, String> systems = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            if (!pair.isBlank()) {
                String[] sides = pair.strip().split("=", 2);
                if (sides.length < 2 || sides[0].isBlank() || !sides[1].strip().matches("[a-z][a-z0-9+.-]*:\\S+")) {
                    throw new IllegalArgumentException("Authorities look like HOSP=urn:oid:1.2.3, separated by commas");
                }
                systems.put(sides[0].strip(), sides[1].strip());
            }
        }
        return new Authorities(systems);
    }

    /** The address of an authority; empty when nothing is said of it. */
    public String system(Written written) {
        String named = systems.get(written.namespace());
        if (named != null) {
            return named;
        }
        return switch (written.type()) {
            case "ISO" -> OID + written.universal();
            case "URI" -> written.universal();
            default -> written.namespace().isEmpty() ? "" : NAMED + written.namespace();
        };
    }

    /** The authority of an address. */
    public Written written(String system) {
        for (Map.Entry<String, String> known : systems.entrySet()) {
            if (known.getValue().equals(system)) {
                return system.startsWith(OID)
                        ? new Written(known.getKey(), system.substring(OID.length()), "ISO")
                        : new Written(known.getKey(), system, "URI");
            }
        }
        if (system.startsWith(OID)) {
            return new Written("", system.substring(OID.length()), "ISO");
        }
        return system.startsWith(NAMED)
                ? new Written(system.substring(NAMED.length()), "", "")
                : new Written("", system, system.isEmpty() ? "" : "URI");
    }
}
