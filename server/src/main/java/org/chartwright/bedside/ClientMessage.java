package org.chartwright.bedside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.chartwright.bedside.RefusedException.Code;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Role;
import org.chartwright.scribing.FilterMethod;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client says in text. */
sealed interface ClientMessage {

    /**
     * The first message. What is null was not said.
     *
     * @param session to go on with
     * @param visit of the record
     * @param channels 1 or 2
     * @param roles who is on each of two channels
     * @param resumeFrom the offset of the oldest sound that the client still has
     * @param bucket for the documents
     * @param role whose rights write them
     */
    record Open(
            @Nullable UUID session,
            @Nullable UUID visit,
            @Nullable Integer channels,
            List<Role> roles,
            @Nullable String template,
            @Nullable String specialty,
            @Nullable Pronouns pronouns,
            @Nullable String vocabulary,
            @Nullable String filter,
            @Nullable FilterMethod filterMethod,
            @Nullable String bucket,
            @Nullable String role,
            long resumeFrom)
            implements ClientMessage {

        /** Leaves the pronouns out. */
        @Override
        public String toString() {
            return "Open[" + session + ", " + visit + "]";
        }
    }

    /** No sound will come for a while. */
    record Pause() implements ClientMessage {}

    /** Sound comes again. */
    record Resume() implements ClientMessage {}

    /**
     * The visit is over.
     *
     * @param to the offset at which its sound ends
     */
    record End(long to) implements ClientMessage {}

    /** Reads one. */
    static ClientMessage read(String text) throws RefusedException {
        JsonNode json = Reading.object(text);
        return switch (json.path("type").asString("")) {
            case "open" -> Reading.open(json);
            case "pause" -> new Pause();
            case "resume" -> new Resume();
            case "end" -> new End(Reading.offset(json, "to", true));
            default -> throw Reading.invalid("type must be open, pause, resume or end.");
        };
    }

    /** How members are read. */
    final class Reading {

        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        private static final int LONGEST = 256;

        private Reading() {}

        static RefusedException invalid(String message) {
            return new RefusedException(Code.INVALID, message);
        }

        private static JsonNode object(String text) throws RefusedException {
            try {
                JsonNode read = JSON.readTree(text);
                if (read.isObject()) {
                    return read;
                }
            } catch (JacksonException _) {
                // Told below; what exactly is wrong may quote what was sent.
            }
            throw invalid("A text message must be one well-formed JSON object.");
        }

        private static Open open(JsonNode json) throws RefusedException {
            requireIs(json, "language", "en-US");
            requireIs(json, "encoding", "pcm");
            Integer channels = one(json, "channels", JsonNode::isInt, JsonNode::intValue);
            Integer rate = one(json, "sampleRate", JsonNode::isInt, JsonNode::intValue);
            if (rate != null && rate != 16_000) {
                throw invalid("sampleRate must be 16000.");
            }
            if (channels != null && channels != 1 && channels != 2) {
                throw invalid("channels must be 1 or 2.");
            }
            return new Open(
                    id(json, "session"),
                    id(json, "visit"),
                    channels,
                    roles(json, channels),
                    text(json, "template"),
                    text(json, "specialty"),
                    named(json, "pronouns", Pronouns::valueOf),
                    text(json, "vocabulary"),
                    text(json, "filter"),
                    named(json, "filterMethod", name -> FilterMethod.valueOf(name.toUpperCase(Locale.ROOT))),
                    text(json, "bucket"),
                    text(json, "role"),
                    offset(json, "resumeFrom", false));
        }

        private static List<Role> roles(JsonNode json, @Nullable Integer channels) throws RefusedException {
            List<Role> roles = new ArrayList<>();
            for (JsonNode role : json.path("roles")) {
                try {
                    roles.add(Role.valueOf(role.asString("")));
                } catch (IllegalArgumentException _) {
                    throw invalid("roles must name CLINICIAN or PATIENT for each channel.");
                }
            }
            boolean two = channels != null && channels == 2;
            if (two != (roles.size() == 2) || roles.size() > 2) {
                throw invalid("roles must name who is on each of two channels, and be left out with one.");
            }
            return roles;
        }

        private static void requireIs(JsonNode json, String member, String only) throws RefusedException {
            String said = text(json, member);
            if (said != null && !said.equals(only)) {
                throw invalid(member + " must be " + only + ".");
            }
        }

        private static @Nullable UUID id(JsonNode json, String member) throws RefusedException {
            String said = text(json, member);
            try {
                return said == null ? null : UUID.fromString(said);
            } catch (IllegalArgumentException _) {
                throw invalid(member + " must be a UUID.");
            }
        }

        private static <T> @Nullable T named(JsonNode json, String member, Function<String, T> values)
                throws RefusedException {
            String said = text(json, member);
            try {
                return said == null ? null : values.apply(said);
            } catch (IllegalArgumentException _) {
                throw invalid(member + " has a value that is not known.");
            }
        }

        private static @Nullable String text(JsonNode json, String member) throws RefusedException {
            String said = one(json, member, JsonNode::isString, JsonNode::stringValue);
            if (said != null && (said.isEmpty() || said.length() > LONGEST)) {
                throw invalid(member + " must have 1 to " + LONGEST + " characters.");
            }
            return said;
        }

        private static long offset(JsonNode json, String member, boolean needed) throws RefusedException {
            Long said = one(json, member, JsonNode::isIntegralNumber, JsonNode::longValue);
            if (said == null && needed) {
                throw invalid(member + " is missing.");
            }
            if (said != null && said < 0) {
                throw invalid(member + " must not be negative.");
            }
            return said == null ? 0 : said;
        }

        private static <T> @Nullable T one(
                JsonNode json, String member, Function<JsonNode, Boolean> is, Function<JsonNode, T> value)
                throws RefusedException {
            JsonNode found = json.path(member);
            if (found.isMissingNode() || found.isNull()) {
                return null;
            }
            if (!is.apply(found)) {
                throw invalid(member + " is of the wrong kind.");
            }
            return value.apply(found);
        }
    }
}
