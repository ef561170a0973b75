package org.chartwright.access.policy;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document's JSON, with the line on which each part of it stands.
 *
 * @param root an object
 * @param lines by JSON pointer
 */
record PolicyText(JsonNode root, Map<String, Integer> lines) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static PolicyText of(String document) throws PolicyException {
        try {
            JsonNode root = JSON.readTree(document);
            if (!root.isObject()) {
                throw new PolicyException("The policy must be a JSON object.");
            }
            return new PolicyText(root, lines(document));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new PolicyException("Line " + line + ": the policy is not well-formed JSON, or says something twice.");
        }
    }

    private static Map<String, Integer> lines(String document) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(document)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.END_OBJECT && parser.currentToken() != JsonToken.END_ARRAY) {
                    lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }

    /** A name as a step of a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** What is wrong at a place, for the document's author. */
    PolicyException wrong(String path, String what) {
        String shown = path.isEmpty() ? "the policy" : path;
        String place = path;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return new PolicyException("Line " + lines.getOrDefault(place, 1) + ", " + shown + ": " + what + ".");
    }
}
