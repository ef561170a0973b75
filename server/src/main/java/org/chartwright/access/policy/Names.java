package org.chartwright.access.policy;

import java.util.List;
import java.util.Optional;

/**
 * Which actions or resources a statement is about: those that match, or all others.
 *
 * @param not whether all others
 * @param patterns as written
 * @param variables whether {@code ${...}} in them is a variable
 */
record Names(boolean not, List<String> patterns, boolean variables) {

    Names {
        patterns = List.copyOf(patterns);
    }

    boolean coverAction(String action) {
        return not != patterns.stream().anyMatch(pattern -> Pattern.of(pattern).matchesInAnyCase(action));
    }

    boolean coverResource(Asked asked) {
        return not != patterns.stream().anyMatch(pattern -> matches(pattern, asked));
    }

    private boolean matches(String pattern, Asked asked) {
        if (pattern.equals("*")) {
            return true;
        }
        Optional<Pattern> made = variables ? Pattern.of(pattern, asked.context(), true) : Optional.of(Pattern.of(pattern));
        return made.map(known -> known.matchesArn(asked.resource())).orElse(false);
    }
}
