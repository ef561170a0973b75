package org.chartwright.access.policy;

/** Whether something may be done, and what decided it. */
public enum Decision {
    /** It may. */
    ALLOWED(""),
    /** A policy of the caller says no. */
    DENIED_BY_IDENTITY("with an explicit deny in an identity-based policy"),
    /** The caller's boundary says no. */
    DENIED_BY_BOUNDARY("with an explicit deny in a permissions boundary"),
    /** A policy of the session says no. */
    DENIED_BY_SESSION("with an explicit deny in a session policy"),
    /** No policy of the caller says yes. */
    NOT_ALLOWED_BY_IDENTITY("because no identity-based policy allows the %s action"),
    /** The caller's boundary does not say yes. */
    NOT_ALLOWED_BY_BOUNDARY("because no permissions boundary allows the %s action"),
    /** No policy of the session says yes. */
    NOT_ALLOWED_BY_SESSION("because no session policy allows the %s action"),
    /** The caller's key was disabled, has ended, or its user or role is gone. */
    NO_LONGER_KNOWN("because the security token included in the request is invalid");

    private final String reason;

    Decision(String reason) {
        this.reason = reason;
    }

    /** Whether it may be done. */
    public boolean allowed() {
        return this == ALLOWED;
    }

    /** Whether a statement says no, rather than none saying yes. */
    public boolean isExplicitDeny() {
        return this == DENIED_BY_IDENTITY || this == DENIED_BY_BOUNDARY || this == DENIED_BY_SESSION;
    }

    /** The sentence a refused caller is told, in AWS's words. */
    public String sentence(String principalArn, Asked asked) {
        String resource = asked.resource().equals("*") ? "" : " on resource: " + asked.resource();
        return "User: " + principalArn + " is not authorized to perform: " + asked.action() + resource + " "
                + reason.formatted(asked.action());
    }
}
