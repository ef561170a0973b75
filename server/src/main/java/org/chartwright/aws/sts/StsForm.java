package org.chartwright.aws.sts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwright.aws.wire.WireRequest;

/** The parameters of a call: a form in the body, or a query. */
public final class StsForm {

    private static final int MOST = 500;

    private final Map<String, String> values;

    private StsForm(Map<String, String> values) {
        this.values = values;
    }

    /** Of a request; whatever is in it twice is refused. */
    public static StsForm of(WireRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        String body = new String(request.body(), StandardCharsets.UTF_8);
        for (String piece : (request.method().equals("POST") ? body : request.query()).split("&", MOST)) {
            int equals = piece.indexOf('=');
            String name = decoded(equals < 0 ? piece : piece.substring(0, equals));
            String value = equals < 0 ? "" : decoded(piece.substring(equals + 1));
            if (!name.isEmpty() && values.put(name, value) != null) {
                throw StsFault.invalid("A parameter came twice.");
            }
        }
        return new StsForm(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw StsFault.invalid("The parameters are not well-formed.");
        }
    }

    /** A text, or nothing where it is empty. */
    public Optional<String> maybe(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A text that must be there and match as a whole. */
    String required(String name, String pattern) {
        String value = maybe(name).orElseThrow(() -> StsFault.invalid("1 validation error detected: Value null at '" + lower(name)
                + "' failed to satisfy constraint: Member must not be null"));
        if (!value.matches(pattern)) {
            throw StsFault.invalid("1 validation error detected: Value at '" + lower(name)
                    + "' failed to satisfy constraint: Member must satisfy regular expression pattern: " + pattern);
        }
        return value;
    }

    /** A whole number within bounds. */
    int number(String name, int least, int most, int usual) {
        Optional<String> value = maybe(name);
        if (value.isEmpty()) {
            return usual;
        }
        if (!value.get().matches("\\d{1,7}") || Integer.parseInt(value.get()) < least || Integer.parseInt(value.get()) > most) {
            throw StsFault.invalid("1 validation error detected: Value at '" + lower(name)
                    + "' failed to satisfy constraint: Member must have value from " + least + " to " + most);
        }
        return Integer.parseInt(value.get());
    }

    /** The entries of a list of structures, by one of their members. */
    List<String> members(String list, String member) {
        List<String> found = new ArrayList<>();
        for (int i = 1; values.containsKey(list + ".member." + i + "." + member); i++) {
            found.add(values.get(list + ".member." + i + "." + member));
        }
        return found;
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
