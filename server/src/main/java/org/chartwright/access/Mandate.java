package org.chartwright.access;

/**
 * In whose name work reads and writes objects, also when its caller is long gone: a role's, or where the tenant keeps no
 * such role and {@code access.roles} is {@code any}, the caller's own.
 *
 * @param account of the tenant
 * @param principalArn the caller
 * @param accessKeyId the caller's key
 * @param roleArn the role that was handed over; empty when none was asked for
 * @param service which part of the server acts
 */
public record Mandate(String account, String principalArn, String accessKeyId, String roleArn, Service service) {

    /** A caller's own, without a role. */
    public static Mandate of(Identity caller) {
        return new Mandate(
                caller.accountId(), caller.principalArn(), caller.accessKeyId(), "", Service.TRANSCRIBE);
    }
}
