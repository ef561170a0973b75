package org.chartwright.audit;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fixes a chain as it stood.
 *
 * @param chain whose
 * @param seq the last entry it covers
 * @param hash that entry's hash, and so of all before it
 * @param time when it was signed
 * @param prevCheckpoint the hash of the signed text of the checkpoint before, or 64 zeros
 */
public record Checkpoint(UUID chain, long seq, String hash, Instant time, String prevCheckpoint) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The line that is kept and copied: this in canonical JSON and, as the last field, the signature over it without. */
    String signed(SigningKey key) {
        ObjectNode json = json();
        byte[] signature = key.sign(JSON.writeValueAsString(json));
        return JSON.writeValueAsString(json.put("signature", Base64.getEncoder().encodeToString(signature)));
    }

    /** The checkpoint of a signed line; null if the line is none, or none that this key has signed. */
    static @Nullable Checkpoint read(String line, PublicKey key) {
        try {
            JsonNode json = JSON.readTree(line);
            Checkpoint checkpoint = new Checkpoint(
                    UUID.fromString(json.path("chain").stringValue("")),
                    json.path("seq").longValue(),
                    json.path("hash").stringValue(""),
                    Instant.parse(json.path("time").stringValue("")),
                    json.path("prevCheckpoint").stringValue(""));
            byte[] signature = Base64.getDecoder().decode(json.path("signature").stringValue(""));
            ObjectNode body = checkpoint.json();
            String again = JSON.writeValueAsString(body);
            boolean genuine = SigningKey.verifies(key, again, signature)
                    && line.equals(JSON.writeValueAsString(body.set("signature", json.path("signature"))));
            return genuine ? checkpoint : null;
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException _) {
            return null;
        }
    }

    /** Whether a line of a file of entries and checkpoints is meant to be one of the latter. */
    public static boolean isMeantBy(String line) {
        return line.startsWith("{\"chain\":");
    }

    private ObjectNode json() {
        return JSON.createObjectNode()
                .put("chain", chain.toString())
                .put("seq", seq)
                .put("hash", hash)
                .put("time", time.toString())
                .put("prevCheckpoint", prevCheckpoint);
    }
}
