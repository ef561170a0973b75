package org.chartwright.bedside;

import java.util.List;
import java.util.Locale;
import org.chartwright.encounter.Insight.Code;
import org.chartwright.encounter.Word;
import org.chartwright.live.Caption;
import org.chartwright.live.LiveSettings;
import org.chartwright.live.VisitDraft.Attribute;
import org.chartwright.live.VisitDraft.NamedEntity;
import org.chartwright.live.VisitDraft.Part;
import org.chartwright.live.VisitDraft.Place;
import org.chartwright.live.VisitDraft.Understood;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client is told, as text. Stateless. */
final class ServerMessages {

    private static final double THOUSAND = 1000.0;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServerMessages() {}

    static ObjectNode of(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    static String text(ObjectNode message) {
        return JSON.writeValueAsString(message);
    }

    /** The first message. */
    static ObjectNode opened(String session, @Nullable String visit, long kept, boolean resumed) {
        ObjectNode message = of("opened").put("session", session);
        if (visit != null) {
            message.put("visit", visit);
        }
        return message.put("kept", kept).put("resumed", resumed);
    }

    static void putLimits(ObjectNode opened, LiveSettings settings, int messageBytes) {
        opened.putObject("limits")
                .put("soundSeconds", settings.sound().toSeconds())
                .put("messageBytes", messageBytes)
                .put("idleSeconds", settings.idle().toSeconds());
    }

    static String kept(long to) {
        return text(of("kept").put("to", to));
    }

    static String caption(Caption caption) {
        ObjectNode message = of("caption")
                .put("id", caption.segment().toString())
                .put("begin", caption.time().startMillis())
                .put("end", caption.time().endMillis())
                .put("final", !caption.isPartial());
        if (caption.channel() >= 0) {
            message.put("channel", caption.channel());
        }
        ArrayNode words = message.putArray("words");
        for (Word word : caption.words()) {
            ObjectNode shown = words.addObject()
                    .put("text", word.text())
                    .put("begin", word.time().startMillis())
                    .put("end", word.time().endMillis())
                    .put("confidence", Math.round(word.confidence() * THOUSAND) / THOUSAND);
            if (!word.mark().isEmpty()) {
                shown.put("mark", word.mark());
            }
            if (word.flagged()) {
                shown.put("filtered", true);
            }
        }
        return text(message);
    }

    static String understood(Understood understood) {
        ObjectNode message = of("understood").put("caption", understood.caption().toString());
        ArrayNode segments = message.putArray("segments");
        for (Part part : understood.parts()) {
            segments.addObject()
                    .put("from", part.from())
                    .put("to", part.to())
                    .put("role", part.speaker().role().name())
                    .put("speaker", part.speaker().number())
                    .put("category", part.category().name());
        }
        ArrayNode entities = message.putArray("entities");
        understood.entities().forEach(entity -> put(entities.addObject(), entity));
        return text(message);
    }

    private static void put(ObjectNode shown, NamedEntity entity) {
        shown.put("category", entity.category().name())
                .put("type", entity.type())
                .put("text", entity.text())
                .put("from", entity.place().from())
                .put("to", entity.place().to())
                .put("begin", entity.place().time().startMillis())
                .put("end", entity.place().time().endMillis());
        entity.claim().ifPresent(claim -> shown.put("claim", claim));
        ArrayNode attributes = shown.putArray("attributes");
        for (Attribute attribute : entity.attributes()) {
            attributes.addObject()
                    .put("type", attribute.type())
                    .put("text", attribute.text())
                    .put("begin", attribute.time().startMillis())
                    .put("end", attribute.time().endMillis());
        }
        ArrayNode codes = shown.putArray("codes");
        for (Code code : entity.codes()) {
            codes.addObject().put("system", code.system()).put("code", code.code()).put("display", code.display());
        }
    }

    static void putEvidence(ObjectNode sentence, List<Place> evidence) {
        ArrayNode places = sentence.putArray("evidence");
        for (Place place : evidence) {
            places.addObject()
                    .put("caption", place.caption().toString())
                    .put("from", place.from())
                    .put("to", place.to())
                    .put("begin", place.time().startMillis())
                    .put("end", place.time().endMillis());
        }
    }

    static String level(long at, List<LevelMeter.Level> levels) {
        ObjectNode message = of("level").put("at", at);
        ArrayNode channels = message.putArray("channels");
        for (LevelMeter.Level level : levels) {
            channels.addObject()
                    .put("rms", Math.round(level.rms() * 10) / 10.0)
                    .put("peak", Math.round(level.peak() * 10) / 10.0)
                    .put("clipped", level.clipped())
                    .put("speech", level.speech())
                    .put("quality", level.quality().name().toLowerCase(Locale.ROOT));
        }
        return text(message);
    }

    static String error(RefusedException why) {
        ObjectNode message = of("error")
                .put("code", why.code().wireName())
                .put("message", why.getMessage())
                .put("retry", why.code().retry());
        why.received().ifPresent(received -> message.put("received", received));
        return text(message);
    }
}
