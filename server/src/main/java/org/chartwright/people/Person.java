package org.chartwright.people;

import java.util.UUID;
import java.util.regex.Pattern;
import org.chartwright.access.TenantId;

/**
 * Somebody with an account.
 *
 * @param id made once, never reused
 * @param tenant whose record they work with
 * @param account with which they sign in, unique in the tenant
 * @param name what they are called
 * @param role what they are here for
 * @param enabled whether they may sign in
 */
public record Person(UUID id, TenantId tenant, String account, String name, Role role, boolean enabled) {

    /** What somebody is here for. */
    public enum Role {
        /** Records, reviews and signs. */
        CLINICIAN,
        /** Reviews and edits, but does not sign. */
        REVIEWER,
        /** Reads the audit record, no notes. */
        AUDITOR,
        /** Manages people and settings, reads no notes. */
        ADMINISTRATOR;

        /** Whether they may see patients' stories. */
        public boolean seesNotes() {
            return this == CLINICIAN || this == REVIEWER;
        }
    }

    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** Whether an account can be called so. */
    public static boolean isAccount(String text) {
        return ACCOUNT.matcher(text).matches();
    }
}
