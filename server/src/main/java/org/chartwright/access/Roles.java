package org.chartwright.access;

import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Decision;

/** Roles that callers hand to this server, so that it reads and writes objects with the role's rights. Thread-safe. */
public interface Roles {

    /**
     * Takes a role for a piece of work.
     *
     * @param what the work, as an ARN, for the conditions of the role's trust policy
     */
    Handover take(Identity caller, String roleArn, Service service, String what);

    /**
     * Whether something may be done under a mandate now: the role may have changed, or trust this server no more.
     *
     * @param what the work, as an ARN
     */
    Decision decide(TenantId tenant, Mandate mandate, String what, Asked asked);

    /** What came of handing over a role. */
    sealed interface Handover {

        /**
         * Done.
         *
         * @param mandate in whose name the work goes on
         */
        record Taken(Mandate mandate) implements Handover {}

        /**
         * The caller may not pass this role.
         *
         * @param decision why
         * @param asked what it would have needed
         */
        record NotAllowed(Decision decision, Asked asked) implements Handover {}

        /** There is no such role, or it does not trust this service for this work. */
        record NotTrusted() implements Handover {}
    }

    /** What happens to a role that the tenant keeps not. */
    enum Unknown {
        /** It stands for the caller itself: nobody gets more than they have. */
        ANY,
        /** It is refused. */
        STRICT
    }
}
