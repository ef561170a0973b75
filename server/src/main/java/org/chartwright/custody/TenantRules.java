package org.chartwright.custody;

import java.time.Clock;
import java.util.UUID;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What tenants have decided for all their visits. Thread-safe. */
public final class TenantRules {

    private final Jdbi jdbi;
    private final AuditLog audit;

    /** In that database. */
    public TenantRules(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.audit = new AuditLog(jdbi, clock);
    }

    /**
     * A tenant's decisions.
     *
     * @param consentRequired whether nothing is recorded without a consent
     * @param jobDays how long an ended job is remembered
     * @param soundDays how long the sound of a streamed visit is kept after its documents were written; 0 deletes it then
     */
    public record Rules(boolean consentRequired, int jobDays, int soundDays) {

        /** Of a tenant that has decided nothing. */
        public static final Rules USUAL = new Rules(false, 90, 0);

        /** Checks the days. */
        public Rules {
            if (jobDays < 0 || soundDays < 0 || Math.max(jobDays, soundDays) > 36_500) {
                throw new IllegalArgumentException("Days are 0 to 36500.");
            }
        }

        /** The same with or without required consent. */
        public Rules requiringConsent(boolean required) {
            return new Rules(required, jobDays, soundDays);
        }
    }

    /** The decisions of a tenant. */
    public Rules of(UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle -> read(handle, tenant));
    }

    /** From now on these; they count from the next look of the house-keeping, for what is there already too. */
    public void put(UUID tenant, Rules rules) {
        TenantRows.use(jdbi, tenant, handle -> {
            handle.createUpdate("""
                            insert into tenant_rule (tenant_id, consent_required, job_days, sound_days)
                            values (:tenant, :consent, :jobs, :sound)
                            on conflict (tenant_id) do update set consent_required = excluded.consent_required,
                                job_days = excluded.job_days, sound_days = excluded.sound_days""")
                    .bind("tenant", tenant)
                    .bind("consent", rules.consentRequired)
                    .bind("jobs", rules.jobDays)
                    .bind("sound", rules.soundDays)
                    .execute();
            audit.change(handle, tenant, "custody:PutRules", "rules/consent=" + rules.consentRequired + ",jobs="
                    + rules.jobDays + ",sound=" + rules.soundDays);
        });
    }

    static Rules read(Handle handle, UUID tenant) {
        return handle.createQuery(
                        "select consent_required, job_days, sound_days from tenant_rule where tenant_id = ?")
                .bind(0, tenant)
                .map((row, context) -> new Rules(row.getBoolean(1), row.getInt(2), row.getInt(3)))
                .findOne()
                .orElse(Rules.USUAL);
    }
}
