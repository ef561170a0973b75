package org.chartwright.aws.streaming;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.eventstream.FrameWriter;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.encounter.Word;
import org.chartwright.live.Caption;
import org.chartwright.live.LiveException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The events that clients get, as bytes. Every header is text, because clients take nothing else. Stateless. */
public final class ServerEvents {

    private static final double THOUSAND = 1000.0;
    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServerEvents() {}

    /** A TranscriptEvent. Times are in seconds. */
    public static byte[] transcript(Caption caption) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ObjectNode segment = event.putObject("TranscriptSegment");
        segment.put("SegmentId", caption.segment().toString());
        segment.put("BeginAudioTime", caption.time().startMillis() / THOUSAND);
        segment.put("EndAudioTime", caption.time().endMillis() / THOUSAND);
        StringBuilder content = new StringBuilder();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Word word : caption.words()) {
            content.append(content.isEmpty() ? "" : " ").append(word.rendered());
            put(items.addObject(), word);
            if (!word.mark().isEmpty()) {
                double end = word.time().endMillis() / THOUSAND;
                items.addObject()
                        .put("BeginAudioTime", end)
                        .put("EndAudioTime", end)
                        .put("Type", "punctuation")
                        .put("Content", word.mark());
            }
        }
        segment.put("Content", content.toString());
        segment.set("Items", items);
        segment.put("IsPartial", caption.isPartial());
        if (caption.channel() >= 0) {
            segment.put("ChannelId", "ch_" + caption.channel());
        }
        return event("TranscriptEvent", JSON.writeValueAsBytes(event));
    }

    private static void put(ObjectNode item, Word word) {
        item.put("BeginAudioTime", word.time().startMillis() / THOUSAND);
        item.put("EndAudioTime", word.time().endMillis() / THOUSAND);
        item.put("Type", "pronunciation");
        item.put("Confidence", Math.round(word.confidence() * THOUSAND) / THOUSAND);
        item.put("Content", word.text());
        if (word.flagged()) {
            item.put("VocabularyFilterMatch", true);
        }
    }

    /** An event without anything in it, which shows that the stream lives. */
    public static byte[] heartbeat() {
        return event("TranscriptEvent", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] event(String type, byte[] payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":message-type", "event");
        headers.put(":event-type", type);
        headers.put(":content-type", JSON_TYPE);
        return FrameWriter.encode(EventMessage.ofTexts(headers, payload));
    }

    /** Why a stream ends; the last event. */
    public static byte[] exception(LiveException why) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":message-type", "exception");
        headers.put(":exception-type", code(why).wireName());
        headers.put(":content-type", JSON_TYPE);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("Message", why.getMessage());
        return FrameWriter.encode(EventMessage.ofTexts(headers, JSON.writeValueAsBytes(body)));
    }

    /** The name of what is wrong. */
    public static FaultCode code(LiveException why) {
        return switch (why.kind()) {
            case BAD_REQUEST, CONSENT, ENDED, IDLE -> FaultCode.BAD_REQUEST;
            case CONFLICT -> FaultCode.CONFLICT;
            case LIMIT -> FaultCode.LIMIT_EXCEEDED;
            case UNAVAILABLE -> FaultCode.SERVICE_UNAVAILABLE;
            case INTERNAL -> FaultCode.INTERNAL_FAILURE;
        };
    }
}
