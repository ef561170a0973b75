package org.chartwright.aws.streaming;

import static org.chartwright.aws.wire.Shapes.group;
import static org.chartwright.aws.wire.Shapes.oneOf;
import static org.chartwright.aws.wire.Shapes.text;
import static org.chartwright.aws.wire.Shapes.whole;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chartwright.aws.operations.StreamAnswer;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.Shape;
import org.chartwright.aws.wire.ShapeCheck;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.live.Encoding;
import org.chartwright.live.Opening;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.VisitRecord;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands before a stream of events: in headers, or in the query of a WebSocket's address. */
public final class StreamHead {

    private static final Pattern ID = Pattern.compile("[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}");
    private static final String PREFIX = "x-amzn-transcribe-";

    private static final Shape.Group INPUT = group()
            .maybe("SessionId", text(36, 36, "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}"))
            .with("LanguageCode", oneOf("en-US"))
            .with("MediaSampleRateHertz", whole(16_000, 48_000))
            .with("MediaEncoding", oneOf("pcm", "ogg-opus", "flac"))
            .made();

    private StreamHead() {}

    /** Reads the headers of a request. */
    public static Opening ofHeaders(WireRequest head) {
        Opening opening = read(name -> head.first(PREFIX + name));
        String visit = tags(head).get(VisitRecord.TAG);
        return visit == null
                ? opening
                : new Opening(opening.session(), opening.sampleRate(), opening.encoding(), UUID.fromString(visit));
    }

    /** Reads the query of a WebSocket's address. */
    public static Opening ofQuery(WireRequest head) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : head.query().split("&", -1)) {
            int is = pair.indexOf('=');
            if (is > 0) {
                values.put(pair.substring(0, is), URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
            }
        }
        return read(name -> Optional.ofNullable(values.get(name)));
    }

    /** Reads values by their short names: session-id, language-code, sample-rate, media-encoding. */
    public static Opening read(Function<String, Optional<String>> values) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        values.apply("session-id").ifPresent(value -> input.put("SessionId", value));
        values.apply("language-code").ifPresent(value -> input.put("LanguageCode", value));
        values.apply("sample-rate").ifPresent(value -> input.put("MediaSampleRateHertz", number(value)));
        values.apply("media-encoding").ifPresent(value -> input.put("MediaEncoding", value));
        ShapeCheck.require(INPUT, input);
        String session = input.path("SessionId").asString("");
        return new Opening(
                session.isEmpty() ? null : UUID.fromString(session),
                input.path("MediaSampleRateHertz").intValue(),
                encoding(input.path("MediaEncoding").stringValue()));
    }

    /** Tags of the job that follows the stream, which the protocol has no place for: a visit of the record and a specialty. */
    public static Map<String, String> tags(WireRequest head) {
        Map<String, String> tags = new LinkedHashMap<>();
        head.first("x-chartwright-visit").ifPresent(visit -> {
            if (!ID.matcher(visit).matches()) {
                throw AwsFault.badRequest("The header x-chartwright-visit must hold the id of a visit.");
            }
            tags.put(VisitRecord.TAG, visit);
        });
        head.first("x-chartwright-specialty").ifPresent(specialty -> tags.put(NoteDesk.SPECIALTY_TAG, specialty));
        return tags;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new AwsFault(FaultCode.SERIALIZATION, "STRING_VALUE can not be converted to a Integer");
        }
        return Integer.parseInt(text);
    }

    private static Encoding encoding(String name) {
        for (Encoding encoding : Encoding.values()) {
            if (StreamAnswer.wireName(encoding).equals(name)) {
                return encoding;
            }
        }
        throw AwsFault.badRequest("Unknown media encoding.");
    }

    /** The same in the answer. */
    public static Map<String, String> answer(Opening opening, UUID session) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(PREFIX + "session-id", session.toString());
        headers.put(PREFIX + "language-code", "en-US");
        headers.put(PREFIX + "sample-rate", Integer.toString(opening.sampleRate()));
        headers.put(PREFIX + "media-encoding", StreamAnswer.wireName(opening.encoding()));
        return headers;
    }
}
