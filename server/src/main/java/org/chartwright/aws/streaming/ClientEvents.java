package org.chartwright.aws.streaming;

import java.io.IOException;
import java.util.Map;
import org.chartwright.access.Identity;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.operations.StreamConfiguration;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.live.Configuration;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveException.Kind;
import org.chartwright.live.LiveStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events that a client sends, each done to its stream. One thread.
 *
 * @param caller who sends them
 * @param stream what they are about
 * @param configurations reads the first of them
 * @param tags what the head says of the job that will follow
 */
public record ClientEvents(
        Identity caller, LiveStream stream, StreamConfiguration configurations, Map<String, String> tags) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Does what an event asks for.
     *
     * @throws LiveException if it cannot be done; the stream must end
     */
    void take(EventMessage event) throws LiveException, IOException, InterruptedException {
        if (!event.text(":message-type").orElse("").equals("event")) {
            throw bad("The message is not an event: its :message-type must be event.");
        }
        switch (event.text(":event-type").orElse("")) {
            case "AudioEvent" -> stream.sound(event.payload());
            case "ConfigurationEvent" -> configure(json(event));
            case "SessionControlEvent" -> control(json(event));
            default -> throw bad("The event's :event-type must be ConfigurationEvent, AudioEvent or SessionControlEvent.");
        }
    }

    private void configure(JsonNode input) throws LiveException, IOException {
        stream.busy();
        try {
            Configuration configuration = configurations.read(caller, stream.sessionId(), input, tags);
            stream.configure(configuration, configurations.rules(caller.tenant(), configuration));
            stream.ready();
        } catch (AwsFault fault) {
            throw refusal(fault);
        }
    }

    private void control(JsonNode input) throws LiveException {
        if (!input.path("Type").asString("").equals("END_OF_SESSION")) {
            throw bad("1 validation error detected: Value at 'type' failed to satisfy constraint: Member must satisfy enum"
                    + " value set: [END_OF_SESSION]");
        }
        stream.endSession();
    }

    private static JsonNode json(EventMessage event) throws LiveException {
        try {
            JsonNode read = JSON.readTree(event.payload());
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException _) {
            // Told below; what exactly is wrong may quote what was sent.
        }
        throw bad("The payload of the event is not one well-formed JSON object.");
    }

    /** The same refusal as an end of the stream. */
    public static LiveException refusal(AwsFault fault) {
        Kind kind = switch (fault.code()) {
            case LIMIT_EXCEEDED, THROTTLING -> Kind.LIMIT;
            case CONFLICT -> Kind.CONFLICT;
            case SERVICE_UNAVAILABLE -> Kind.UNAVAILABLE;
            case INTERNAL_FAILURE -> Kind.INTERNAL;
            default -> Kind.BAD_REQUEST;
        };
        return new LiveException(kind, String.valueOf(fault.getMessage()));
    }

    static LiveException bad(String message) {
        return new LiveException(Kind.BAD_REQUEST, message);
    }
}
