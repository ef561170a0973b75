package org.chartwright.ehr.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reading and writing of messages, and the parts that all of them share. Messages of any version 2 are read as 2.5.1. Any thread. */
public final class Hl7 {

    static final String VERSION = "2.5.1";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneOffset.UTC);

    private static final HapiContext CONTEXT = context();

    private Hl7() {}

    private static HapiContext context() {
        DefaultHapiContext context = new DefaultHapiContext();
        context.setModelClassFactory(new CanonicalModelClassFactory(VERSION));
        context.setValidationContext(ValidationContextFactory.noValidation());
        context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator()); // the usual one keeps a file
        return context;
    }

    /**
     * Reads a message.
     *
     * @throws HL7Exception if it is none. Its text may quote the message: show it to nobody
     */
    public static Message parse(byte[] bytes) throws HL7Exception {
        return CONTEXT.getPipeParser().parse(text(bytes));
    }

    /** UTF-8, or Latin-1 when it cannot be that: many senders name no charset. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** A message of ours as bytes. */
    static byte[] bytes(Message message) {
        try {
            return CONTEXT.getPipeParser().encode(message).getBytes(StandardCharsets.UTF_8);
        } catch (HL7Exception e) {
            throw new IllegalStateException("A message of ours can be written");
        }
    }

    /** What stands at a place of a message, without blanks around it; empty where nothing does. */
    static String at(Message message, String place) {
        try {
            String found = new Terser(message).get(place);
            return found == null || found.equals("\"\"") ? "" : found.strip();
        } catch (HL7Exception e) {
            return "";
        }
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }

    /**
     * What an acknowledgement says.
     *
     * @param code such as {@code AA}; none of HL7's when it says something else
     * @param control which message it is about
     */
    public record Acknowledgement(String code, String control) {

        /** Reads one; empty when it is none. */
        public static Optional<Acknowledgement> read(byte[] bytes) {
            try {
                Message message = parse(bytes);
                String code = at(message, "/MSA-1");
                return code.matches("[AC][AER]")
                        ? Optional.of(new Acknowledgement(code, at(message, "/MSA-2")))
                        : Optional.empty();
            } catch (HL7Exception | RuntimeException _) {
                return Optional.empty();
            }
        }
    }
}
