package org.chartwright.aws.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds a request against its declared shape. A value of the wrong JSON type cannot be read at all and is refused at once
 * ({@code SerializationException}); everything else that is wrong is collected and told together, in the words of AWS's
 * own framework, because clients match on them. For one request.
 */
public final class ShapeCheck {

    /** Longer values are not repeated whole. */
    private static final int LONGEST_QUOTE = 512;

    private final List<String> violations = new ArrayList<>();

    private ShapeCheck() {}

    /** Passes, or throws an {@link AwsFault}. */
    public static void require(Shape.Group shape, JsonNode input) {
        ShapeCheck check = new ShapeCheck();
        check.group(shape, input, "");
        int count = check.violations.size();
        if (count > 0) {
            String noun = count == 1 ? " validation error" : " validation errors";
            throw AwsFault.badRequest(count + noun + " detected: " + String.join("; ", check.violations));
        }
    }

    private void check(Shape shape, JsonNode value, String path) {
        switch (shape) {
            case Shape.Text text -> violate(broken(text, text(value)), value, path);
            case Shape.OneOf oneOf -> oneOf(oneOf, value, path);
            case Shape.Whole whole -> whole(whole, value, path);
            case Shape.Flag _ -> {
                if (!value.isBoolean()) {
                    throw wrongType(value, "Boolean");
                }
            }
            case Shape.Many many -> many(many, value, path);
            case Shape.Pairs pairs -> pairs(pairs, value, path);
            case Shape.Group group -> group(group, value, path);
        }
    }

    private void group(Shape.Group group, JsonNode value, String path) {
        if (!value.isObject()) {
            throw wrongType(value, "structure");
        }
        group.members().forEach((name, member) -> {
            JsonNode found = value.path(name);
            String inner = (path.isEmpty() ? "" : path + ".") + Character.toLowerCase(name.charAt(0)) + name.substring(1);
            if (!found.isMissingNode() && !found.isNull()) {
                check(member.shape(), found, inner);
            } else if (member.required()) {
                violations.add("Value null at '" + inner + "' failed to satisfy constraint: Member must not be null");
            }
        });
    }

    private void oneOf(Shape.OneOf oneOf, JsonNode value, String path) {
        if (!oneOf.values().contains(text(value))) {
            String rule = "Member must satisfy enum value set: [" + String.join(", ", oneOf.values()) + "]";
            violate(List.of(rule), oneOf.sensitive() ? null : value, path);
        }
    }

    private void whole(Shape.Whole whole, JsonNode value, String path) {
        if (!value.isNumber() || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongType(value, "Integer");
        }
        List<String> broken = new ArrayList<>();
        if (value.longValue() > whole.most()) {
            broken.add("Member must have value less than or equal to " + whole.most());
        }
        if (value.longValue() < whole.least()) {
            broken.add("Member must have value greater than or equal to " + whole.least());
        }
        violate(broken, value, path);
    }

    private void many(Shape.Many many, JsonNode value, String path) {
        if (!value.isArray()) {
            throw wrongType(value, "list");
        }
        violate(lengths(value.size(), many.least(), many.most()), value, path);
        List<String> broken = List.of();
        int number = 0;
        for (JsonNode element : value) {
            number++;
            if (element.isNull()) {
                throw wrongType(element, "list element");
            }
            if (many.element() instanceof Shape.Text text) {
                broken = broken.isEmpty() ? broken(text, text(element)) : broken;
            } else {
                check(many.element(), element, path + "." + number + ".member");
            }
        }
        violate(together(broken), value, path);
    }

    private void pairs(Shape.Pairs pairs, JsonNode value, String path) {
        if (!value.isObject()) {
            throw wrongType(value, "map");
        }
        violate(lengths(value.size(), pairs.least(), pairs.most()), null, path);
        List<String> broken = new ArrayList<>();
        for (Map.Entry<String, JsonNode> pair : value.properties()) {
            requireStorable(pair.getKey());
            if (broken.isEmpty()) {
                broken.addAll(together(broken(pairs.key(), pair.getKey())).stream().map(rule -> "Map keys: " + rule).toList());
                broken.addAll(together(broken(pairs.value(), text(pair.getValue()))).stream().map(rule -> "Map values: " + rule).toList());
            }
        }
        violate(broken, null, path);
    }

    private static List<String> broken(Shape.Text text, String value) {
        List<String> broken = new ArrayList<>(lengths(value.length(), text.least(), text.most()));
        Pattern pattern = text.pattern();
        if (pattern != null && !pattern.matcher(value).matches()) {
            broken.add("Member must satisfy regular expression pattern: " + pattern);
        }
        return broken;
    }

    private static List<String> lengths(int length, int least, int most) {
        List<String> broken = new ArrayList<>();
        if (length > most) {
            broken.add("Member must have length less than or equal to " + most);
        }
        if (length < least) {
            broken.add("Member must have length greater than or equal to " + least);
        }
        return broken;
    }

    private static List<String> together(List<String> broken) {
        return broken.isEmpty()
                ? List.of()
                : List.of("Member must satisfy constraint: [" + String.join(", ", broken) + "]");
    }

    private void violate(List<String> broken, @Nullable JsonNode value, String path) {
        for (String rule : broken) {
            String quoted = value == null ? "" : " '" + quote(value) + "'";
            violations.add("Value" + quoted + " at '" + path + "' failed to satisfy constraint: " + rule);
        }
    }

    private static String quote(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    private static String text(JsonNode value) {
        if (!value.isString()) {
            throw wrongType(value, "String");
        }
        requireStorable(value.stringValue());
        return value.stringValue();
    }

    /** No database holds U+0000 in a text, and half a surrogate pair has no UTF-8 form. */
    private static void requireStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
            if (unit == 0 || (Character.isSurrogate(unit) && !pair)) {
                throw new AwsFault(FaultCode.SERIALIZATION, "A string holds a character that is not allowed.");
            }
            i += pair ? 1 : 0;
        }
    }

    private static AwsFault wrongType(JsonNode value, String wanted) {
        return new AwsFault(
                FaultCode.SERIALIZATION, value.getNodeType() + "_VALUE can not be converted to a " + wanted);
    }
}
