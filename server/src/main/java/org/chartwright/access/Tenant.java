package org.chartwright.access;

import java.util.regex.Pattern;

/**
 * One customer of this server, apart from all others.
 *
 * @param id its key
 * @param name 1 to 64 of {@code a-z 0-9 . _ -}, unique; also the profile in the credentials file
 * @param accountId twelve digits, unique; the account in its ARNs
 */
public record Tenant(TenantId id, String name, String accountId) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /** Checks name and account. */
    public Tenant {
        if (!isName(name)) {
            throw new IllegalArgumentException("A tenant's name is 1 to 64 of a-z 0-9 . _ - and starts with a letter or digit");
        }
        if (!ACCOUNT.matcher(accountId).matches()) {
            throw new IllegalArgumentException("An account id has twelve digits");
        }
    }

    /** Whether a tenant may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
