package org.chartwright.access.policy;

import java.util.List;
import java.util.Optional;

/** What {@code ${...}} stands for. */
final class Variables {

    private Variables() {}

    /**
     * The value of a variable.
     *
     * @param inside what stands between the braces: a key, perhaps with a usual value, as in {@code aws:username, 'nobody'}
     */
    static Optional<String> value(String inside, Context context) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return Optional.of(inside);
        }
        int comma = inside.indexOf(',');
        List<String> known = context.of((comma < 0 ? inside : inside.substring(0, comma)).strip());
        if (known.size() == 1) {
            return Optional.of(known.getFirst());
        }
        return comma < 0 || !known.isEmpty() ? Optional.empty() : unquoted(inside.substring(comma + 1).strip());
    }

    /** Whether what stands between the braces can be read. */
    static boolean isWellFormed(String inside) {
        int comma = inside.indexOf(',');
        String key = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        boolean usual = comma < 0 || unquoted(inside.substring(comma + 1).strip()).isPresent();
        return usual && (inside.equals("*") || inside.equals("?") || inside.equals("$") || Keys.isKey(key));
    }

    private static Optional<String> unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        return quoted ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
    }
}
