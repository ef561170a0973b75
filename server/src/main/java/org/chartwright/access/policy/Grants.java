package org.chartwright.access.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that bears on what one caller may: something must be allowed by a policy of its own, by the boundary where there is
 * one, and by the session's policies where there are any; one explicit deny in any of them is enough to refuse.
 *
 * @param identity the policies of the user or role
 * @param boundary null for none
 * @param sessions sets of policies that came with temporary credentials, each of which must allow; empty for none
 */
public record Grants(List<Policy> identity, @Nullable Policy boundary, List<List<Policy>> sessions) {

    /** Nothing is allowed. */
    public static final Grants NONE = new Grants(List.of(), null, List.of());

    /** Copies the lists. */
    public Grants {
        identity = List.copyOf(identity);
        sessions = List.copyOf(sessions);
    }

    /** The same, no more than these allow. */
    public Grants within(List<Policy> session) {
        if (session.isEmpty()) {
            return this;
        }
        List<List<Policy>> more = new ArrayList<>(sessions);
        more.add(session);
        return new Grants(identity, boundary, more);
    }

    /** Whether that may be done. */
    public Decision decide(Asked asked) {
        Policy.Voice own = Policy.ask(identity, asked);
        Policy.Voice bound = boundary == null ? Policy.Voice.ALLOW : boundary.ask(asked);
        Policy.Voice session = sessions.stream()
                .map(policies -> Policy.ask(policies, asked))
                .reduce(Policy.Voice.ALLOW, Grants::both);
        if (own == Policy.Voice.DENY) {
            return Decision.DENIED_BY_IDENTITY;
        } else if (bound == Policy.Voice.DENY) {
            return Decision.DENIED_BY_BOUNDARY;
        } else if (session == Policy.Voice.DENY) {
            return Decision.DENIED_BY_SESSION;
        } else if (own == Policy.Voice.SILENT) {
            return Decision.NOT_ALLOWED_BY_IDENTITY;
        } else if (bound == Policy.Voice.SILENT) {
            return Decision.NOT_ALLOWED_BY_BOUNDARY;
        }
        return session == Policy.Voice.SILENT ? Decision.NOT_ALLOWED_BY_SESSION : Decision.ALLOWED;
    }

    private static Policy.Voice both(Policy.Voice one, Policy.Voice other) {
        if (one == Policy.Voice.DENY || other == Policy.Voice.DENY) {
            return Policy.Voice.DENY;
        }
        return one == Policy.Voice.ALLOW && other == Policy.Voice.ALLOW ? Policy.Voice.ALLOW : Policy.Voice.SILENT;
    }
}
