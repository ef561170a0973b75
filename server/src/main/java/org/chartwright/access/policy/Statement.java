package org.chartwright.access.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy.
 *
 * @param allows whether it allows; else it denies
 * @param principals whom it is about, in a trust policy only
 * @param actions which actions
 * @param resources which resources; none in a trust policy
 * @param conditions all of which must hold
 */
record Statement(
        boolean allows,
        @Nullable Principals principals,
        Names actions,
        @Nullable Names resources,
        List<Condition> conditions) {

    Statement {
        conditions = List.copyOf(conditions);
    }

    /** Whether it speaks about what is asked. */
    boolean covers(Asked asked) {
        return actions.coverAction(asked.action())
                && (resources == null || resources.coverResource(asked))
                && conditions.stream().allMatch(condition -> condition.holds(asked.context()));
    }
}
