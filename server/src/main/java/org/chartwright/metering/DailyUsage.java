package org.chartwright.metering;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/**
 * What a tenant used on a day, in UTC.
 *
 * @param day which
 * @param jobs how many recordings and streams ended
 * @param seconds of their audio
 */
public record DailyUsage(LocalDate day, long jobs, double seconds) {

    private static final double MILLIS = 1000;

    /** Of the days from the first to the last, both included, on which something was used. */
    public static List<DailyUsage> of(Jdbi jdbi, UUID tenant, LocalDate first, LocalDate last) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery("""
                        select (ended_at at time zone 'UTC')::date as day, count(*) as works, sum(audio_millis) as millis
                        from usage where tenant_id = :tenant and ended_at >= :from and ended_at < :to
                        group by day order by day""")
                .bind("tenant", tenant)
                .bind("from", first.atStartOfDay().atOffset(ZoneOffset.UTC))
                .bind("to", last.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .map((row, context) -> new DailyUsage(
                        row.getObject("day", LocalDate.class), row.getLong("works"), row.getLong("millis") / MILLIS))
                .list());
    }
}
