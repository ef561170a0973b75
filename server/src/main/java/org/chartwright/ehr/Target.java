package org.chartwright.ehr;

import java.util.UUID;

/**
 * A system of the hospital's that signed notes are sent to.
 *
 * @param id names it
 * @param name what people call it
 * @param form what it speaks
 * @param address {@code https://host/base} for FHIR, {@code mllps://host:port} for HL7 v2
 * @param documents in which forms it wants a note
 * @param receiver application and facility that messages are addressed to, parted by a bar; empty for none. HL7 v2 only
 * @param credentials the file with what proves who we are; empty for none
 */
public record Target(
        UUID id, String name, Form form, String address, Documents documents, String receiver, String credentials) {

    /** What a target speaks. */
    public enum Form {
        /** FHIR R4: a transaction with a document reference, its binaries and a composition. */
        FHIR,
        /** HL7 v2.5.1 over MLLP: MDM^T02, and MDM^T10 for an amendment. */
        MDM
    }

    /** In which forms a note is sent. */
    public enum Documents {
        /** As plain text. */
        TEXT,
        /** As PDF. */
        PDF,
        /** As both. */
        BOTH;

        boolean hasText() {
            return this != PDF;
        }

        boolean hasPdf() {
            return this != TEXT;
        }
    }
}
