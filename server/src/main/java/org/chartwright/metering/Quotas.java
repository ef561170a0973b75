package org.chartwright.metering;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How much a tenant may have. Safe for any number of threads and processes. */
public final class Quotas {

    private static final long SECONDS_AN_HOUR = 3600;

    private final Limits usual;
    private final Clock clock;

    /** With limits for tenants that have none of their own. */
    public Quotas(Limits usual, Clock clock) {
        this.usual = usual;
        this.clock = clock;
    }

    /**
     * Limits; 0 for none.
     *
     * @param openJobs how many jobs may be queued or in progress
     * @param hoursAMonth how many hours of audio may be done in a calendar month, UTC; what is in progress ends all the same
     */
    public record Limits(long openJobs, long hoursAMonth) {

        /** No limits. */
        public static final Limits NONE = new Limits(0, 0);
    }

    /** A limit that is reached. */
    public enum Reached {
        /** Too many jobs are open. */
        OPEN_JOBS,
        /** The month's audio is used up. */
        HOURS_A_MONTH
    }

    /**
     * Whether a tenant may not have one more job. In the transaction that adds it: two that ask at once are answered one
     * after the other.
     */
    public Optional<Reached> reached(Handle handle, UUID tenant) {
        Limits limits = of(handle, tenant);
        if (limits.equals(Limits.NONE)) {
            return Optional.empty();
        }
        handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "quota/" + tenant);
        if (limits.openJobs > 0 && openJobs(handle, tenant) >= limits.openJobs) {
            return Optional.of(Reached.OPEN_JOBS);
        }
        return limits.hoursAMonth > 0 && secondsThisMonth(handle, tenant) >= limits.hoursAMonth * SECONDS_AN_HOUR
                ? Optional.of(Reached.HOURS_A_MONTH)
                : Optional.empty();
    }

    /** Gives a tenant limits of its own in place of those it had; null for the server's. */
    public static void set(
            Jdbi jdbi, UUID tenant, @Nullable Long openJobs, @Nullable Long hoursAMonth, AuditLog audit) {
        TenantRows.use(jdbi, tenant, handle -> {
            handle.createUpdate("""
                            insert into tenant_limit (tenant_id, open_jobs, hours_a_month) values (:tenant, :jobs, :hours)
                            on conflict (tenant_id) do update set open_jobs = :jobs, hours_a_month = :hours""")
                    .bind("tenant", tenant)
                    .bindByType("jobs", openJobs, Long.class)
                    .bindByType("hours", hoursAMonth, Long.class)
                    .execute();
            Act act = Act.of(tenant, Actor.operator(), "metering:SetLimits", openJobs + " jobs, " + hoursAMonth + " hours");
            audit.record(handle, act, Outcome.DONE, "");
        });
    }

    private Limits of(Handle handle, UUID tenant) {
        return handle.createQuery("select open_jobs, hours_a_month from tenant_limit where tenant_id = ?")
                .bind(0, tenant)
                .map((row, context) -> new Limits(
                        row.getObject("open_jobs") == null ? usual.openJobs : row.getLong("open_jobs"),
                        row.getObject("hours_a_month") == null ? usual.hoursAMonth : row.getLong("hours_a_month")))
                .findOne()
                .orElse(usual);
    }

    private static long openJobs(Handle handle, UUID tenant) {
        return handle.createQuery("select count(*) from job where tenant_id = ? and ended_at is null")
                .bind(0, tenant)
                .mapTo(Long.class)
                .one();
    }

    private long secondsThisMonth(Handle handle, UUID tenant) {
        OffsetDateTime month = clock.instant().atOffset(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        return handle.createQuery(
                        "select coalesce(sum(audio_millis), 0) / 1000 from usage where tenant_id = ? and ended_at >= ?")
                .bind(0, tenant)
                .bind(1, month)
                .mapTo(Long.class)
                .one();
    }
}
