package org.chartwright.custody;

import java.time.Clock;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Jdbi;

/**
 * All of this room on one database. Any thread.
 *
 * @param consents to being recorded
 * @param rules of tenants
 * @param holds that keep things from being deleted
 */
public record Custody(Consents consents, TenantRules rules, LegalHolds holds) {

    /** On that database, sealed with those keys. */
    public static Custody of(Jdbi jdbi, Seals seals, Clock clock) {
        return new Custody(new Consents(jdbi, seals, clock), new TenantRules(jdbi, clock), new LegalHolds(jdbi, clock));
    }
}
