package org.chartwright.aws.operations;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.scribing.PageRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes members out of a checked input and puts them into an answer. */
final class Fields {

    private static final int DEFAULT_PAGE = 5;
    private static final int MOST_TAGS = 50;
    private static final int MILLI_DIGITS = 3;

    private Fields() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The answer of an operation that has none. */
    static JsonNode nothing() {
        return JsonNodeFactory.instance.missingNode();
    }

    /** A member that the shape requires. */
    static String required(JsonNode input, String name) {
        return input.path(name).stringValue();
    }

    static @Nullable String text(JsonNode input, String name) {
        JsonNode value = input.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    static @Nullable Boolean flag(JsonNode input, String name) {
        JsonNode value = input.path(name);
        return value.isBoolean() ? Boolean.valueOf(value.booleanValue()) : null;
    }

    static @Nullable Integer whole(JsonNode input, String name) {
        JsonNode value = input.path(name);
        return value.isNumber() ? Integer.valueOf(value.intValue()) : null;
    }

    static <E extends Enum<E>> @Nullable E oneOf(JsonNode input, String name, Class<E> type) {
        String value = text(input, name);
        return value == null ? null : Enum.valueOf(type, value);
    }

    static boolean has(JsonNode input, String name) {
        return !input.path(name).isMissingNode() && !input.path(name).isNull();
    }

    static List<String> texts(JsonNode input, String name) {
        List<String> values = new ArrayList<>();
        input.path(name).forEach(value -> values.add(value.stringValue()));
        return values;
    }

    static PageRequest page(JsonNode input) {
        Integer size = whole(input, "MaxResults");
        return new PageRequest(size == null ? DEFAULT_PAGE : size, text(input, "NextToken"));
    }

    /** The tags of a request, by key; each key once, none of AWS's own. */
    static Map<String, String> tags(JsonNode input) {
        Map<String, String> tags = new TreeMap<>();
        for (JsonNode tag : input.path("Tags")) {
            String key = required(tag, "Key");
            if (key.regionMatches(true, 0, "aws:", 0, 4)) {
                throw AwsFault.badRequest("Tag keys that start with 'aws:' are reserved. Use another tag key.");
            }
            if (tags.put(key, required(tag, "Value")) != null) {
                throw AwsFault.badRequest("A tag key can be used only once. Remove the duplicate and try again.");
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw tooManyTags();
        }
        return tags;
    }

    static AwsFault tooManyTags() {
        return AwsFault.badRequest("A resource can have at most " + MOST_TAGS + " tags.");
    }

    static void putTags(ObjectNode answer, Map<String, String> tags) {
        ArrayNode list = answer.putArray("Tags");
        new TreeMap<>(tags).forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
    }

    /** Seconds since the epoch, with milliseconds as a fraction; nothing for nothing. */
    static void putTime(ObjectNode answer, String name, @Nullable Instant time) {
        if (time != null) {
            answer.put(name, BigDecimal.valueOf(time.toEpochMilli(), MILLI_DIGITS));
        }
    }

    /** Nothing for nothing: an absent member is left out, never null. */
    static void putText(ObjectNode answer, String name, @Nullable String value) {
        if (value != null) {
            answer.put(name, value);
        }
    }

    /** The same for the name of an enum's constant. */
    static void putName(ObjectNode answer, String name, @Nullable Enum<?> value) {
        if (value != null) {
            answer.put(name, value.name());
        }
    }
}
