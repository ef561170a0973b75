package org.chartwright.access.policy;

import java.util.List;
import java.util.Optional;

/**
 * One condition: an operator, a key, and values of which one must compare (or none, for an operator that is negated).
 *
 * @param over how many values a key is expected to have
 * @param operator how to compare
 * @param ifExists whether it holds when the key is not there
 * @param key which
 * @param values as written
 * @param variables whether {@code ${...}} in them is a variable
 */
record Condition(Over over, Operator operator, boolean ifExists, String key, List<String> values, boolean variables) {

    Condition {
        values = List.copyOf(values);
    }

    /** Which of a key's values are compared. */
    enum Over {
        /** The one it has. */
        ONE,
        /** All must compare; it holds when there is none. */
        ALL,
        /** One of them must compare; it does not hold when there is none. */
        ANY
    }

    boolean holds(Context context) {
        List<String> known = context.of(key);
        if (operator == Operator.NULL) {
            return values.stream().anyMatch(value -> value.equalsIgnoreCase("true") == known.isEmpty());
        }
        if (known.isEmpty()) {
            return ifExists || over == Over.ALL || (over == Over.ONE && operator.isNegated());
        }
        return switch (over) {
            // A key with one value is meant; where there are more, a negation must hold for each and a comparison for one.
            case ONE -> operator.isNegated()
                    ? known.stream().allMatch(value -> fits(value, context))
                    : known.stream().anyMatch(value -> fits(value, context));
            case ALL -> known.stream().allMatch(value -> fits(value, context));
            case ANY -> known.stream().anyMatch(value -> fits(value, context));
        };
    }

    private boolean fits(String known, Context context) {
        boolean compares = values.stream().anyMatch(written -> pattern(written, context)
                .map(pattern -> operator.compares(known, written, pattern))
                .orElse(false));
        return compares != operator.isNegated();
    }

    /** Empty when it has a variable that is not known: nothing compares with that. */
    private Optional<Pattern> pattern(String written, Context context) {
        if (variables && operator.takesVariables()) {
            return Pattern.of(written, context, operator.hasWildcards());
        }
        return Optional.of(operator.hasWildcards() ? Pattern.of(written) : Pattern.literal(written));
    }
}
