package org.chartwright.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of a chain. Its hash is over its canonical text: JSON with these fields in this order, no spaces, numbers whole.
 *
 * @param seq 1 for a chain's first, and so on without a gap
 * @param time by the clock of the server that wrote it; the order is {@code seq}'s, whatever clocks do
 * @param act what was done
 * @param outcome how it ended
 * @param reason a code or a sentence without clinical text; empty where there is none
 * @param prevHash the hash of the entry before, or 64 zeros
 */
public record Entry(long seq, Instant time, Act act, Outcome outcome, String reason, String prevHash) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 1024;

    /** The bytes that are hashed, as text. */
    public String canonical() {
        ObjectNode json = JSON.createObjectNode();
        json.put("seq", seq);
        json.put("tenant", act.tenant().toString());
        json.put("time", time.truncatedTo(ChronoUnit.MICROS).toString());
        json.put("actor", plain(act.actor().name()));
        json.put("role", plain(act.actor().role()));
        json.put("source", plain(act.actor().source()));
        json.put("action", plain(act.action()));
        json.put("object", plain(act.object()));
        json.put("patient", act.patient() == null ? null : plain(act.patient()));
        json.put("outcome", outcome.name());
        json.put("reason", plain(reason));
        json.put("requestId", plain(act.requestId()));
        json.put("prevHash", prevHash);
        return JSON.writeValueAsString(json);
    }

    /**
     * An entry from its canonical text.
     *
     * @throws IllegalArgumentException if it is none; the message holds nothing of it
     */
    public static Entry parse(String canonical) {
        try {
            JsonNode json = JSON.readTree(canonical);
            Entry entry = new Entry(
                    json.path("seq").longValue(),
                    Instant.parse(text(json, "time")),
                    new Act(
                            UUID.fromString(text(json, "tenant")),
                            new Actor(text(json, "actor"), text(json, "role"), text(json, "source")),
                            text(json, "action"),
                            text(json, "object"),
                            maybe(json.path("patient")),
                            text(json, "requestId")),
                    Outcome.valueOf(text(json, "outcome")),
                    text(json, "reason"),
                    text(json, "prevHash"));
            if (!entry.canonical().equals(canonical)) {
                throw new IllegalArgumentException("Not in the canonical form of an audit entry");
            }
            return entry;
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("Not an audit entry");
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).stringValue("");
    }

    private static @Nullable String maybe(JsonNode field) {
        return field.isNull() ? null : field.stringValue("");
    }

    /** Bounded, and without what makes a line of a file into two or what no encoding can hold. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            boolean odd = Character.isISOControl(point)
                    || Character.getType(point) == Character.SURROGATE
                    || point == '\u2028'
                    || point == '\u2029';
            plain.appendCodePoint(odd ? '?' : point);
        });
        return plain.toString();
    }
}
