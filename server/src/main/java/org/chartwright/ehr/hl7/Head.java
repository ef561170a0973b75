package org.chartwright.ehr.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.util.Terser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first segment of a message, read by itself, so that also what cannot be read any further can be answered.
 *
 * @param application that sent it
 * @param facility of that
 * @param event such as {@code A01}
 * @param control names the message
 */
public record Head(String application, String facility, String event, String control) {

    private static final int LONGEST = 4096;

    /** Reads it; empty when the bytes do not begin as a message does. */
    public static Optional<Head> read(byte[] message) {
        String text = new String(message, 0, Math.min(message.length, LONGEST), StandardCharsets.UTF_8);
        if (!text.matches("(?s)MSH.{5}.*") || text.charAt(3) != text.charAt(8)) {
            return Optional.empty();
        }
        String[] fields = text.split("[\r\n]", 2)[0].split(java.util.regex.Pattern.quote(text.substring(3, 4)), -1);
        String component = java.util.regex.Pattern.quote(text.substring(4, 5));
        if (fields.length < 10 || fields[9].isBlank()) {
            return Optional.empty();
        }
        String[] type = fields[8].split(component, -1);
        return Optional.of(new Head(
                fields[2].split(component, -1)[0].strip(),
                fields[3].split(component, -1)[0].strip(),
                type.length > 1 ? type[1].strip() : "",
                fields[9].strip()));
    }

    /** Who sent it, as operators name senders. */
    public String sender() {
        return application + "|" + facility;
    }

    /**
     * An answer to it.
     *
     * @param code {@code AA}, {@code AE} or {@code AR}
     * @param error the number in HL7's table 0357; 0 when all is well
     * @param told a sentence for those who run the other side; empty for none. Nothing of a patient
     */
    public record Answer(String code, int error, String told) {

        /** It is done. */
        public static final Answer DONE = new Answer("AA", 0, "");
    }

    /** The answer's bytes, without a frame. */
    public byte[] answered(Answer answer, String control, Instant now) {
        ACK ack = new ACK();
        try {
            Terser terser = new Terser(ack);
            for (List<String> field : List.of(
                    List.of("/MSH-1", "|"),
                    List.of("/MSH-2", "^~\\&"),
                    List.of("/MSH-3", "CHARTWRIGHT"),
                    List.of("/MSH-5", application),
                    List.of("/MSH-6", facility),
                    List.of("/MSH-7", Hl7.time(now)),
                    List.of("/MSH-9-1", "ACK"),
                    List.of("/MSH-9-2", event),
                    List.of("/MSH-9-3", "ACK"),
                    List.of("/MSH-10", control),
                    List.of("/MSH-11", "P"),
                    List.of("/MSH-12", Hl7.VERSION),
                    List.of("/MSH-18", "UNICODE UTF-8"),
                    List.of("/MSA-1", answer.code()),
                    List.of("/MSA-2", this.control))) {
                terser.set(field.getFirst(), field.getLast());
            }
            if (answer.error() > 0) {
                terser.set("/MSA-3", answer.told());
                terser.set("/ERR-3-1", Integer.toString(answer.error()));
                terser.set("/ERR-3-3", "HL70357");
                terser.set("/ERR-4", "E");
                terser.set("/ERR-8", answer.told());
            }
        } catch (HL7Exception e) {
            throw new IllegalStateException("An answer of ours can be made");
        }
        return Hl7.bytes(ack);
    }
}
