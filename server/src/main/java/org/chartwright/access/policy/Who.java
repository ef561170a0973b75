package org.chartwright.access.policy;

/** Somebody who wants to act as a role. */
public sealed interface Who {

    /**
     * One of a tenant.
     *
     * @param account of twelve digits
     * @param arn of a user, or of a role's session
     * @param role the role's own ARN in the second case, else the same as {@code arn}
     */
    record Caller(String account, String arn, String role) implements Who {}

    /**
     * A part of this server.
     *
     * @param name such as {@code transcribe.amazonaws.com}
     */
    record Service(String name) implements Who {}
}
