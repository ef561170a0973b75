package org.chartwright.metering;

import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/**
 * How the whole server stands, all tenants together.
 *
 * @param queued jobs that wait
 * @param inProgress jobs that are worked on
 * @param jobSeconds of audio of all jobs that were completed
 * @param streamSeconds of audio of all streams
 * @param eventsWaiting events that have not arrived yet
 * @param eventsDead events that are no longer tried
 * @param auditUnsigned entries of the audit record past the last checkpoint
 */
public record Totals(
        long queued,
        long inProgress,
        double jobSeconds,
        double streamSeconds,
        long eventsWaiting,
        long eventsDead,
        long auditUnsigned) {

    private static final double MILLIS = 1000;

    /** Reads them; a few sums over indexes. */
    public static Totals read(Jdbi jdbi) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        select (select count(*) from job where ended_at is null and status = 'QUEUED') as queued,
                            (select count(*) from job where ended_at is null and status = 'IN_PROGRESS') as busy,
                            (select coalesce(sum(audio_millis), 0) from usage where source = 'JOB') as jobs,
                            (select coalesce(sum(audio_millis), 0) from usage where source = 'STREAM') as streams,
                            (select count(*) from event_delivery where state = 'WAITING') as waiting,
                            (select count(*) from event_delivery where state = 'DEAD') as dead,
                            (select coalesce(sum(seq - signed_seq), 0) from audit_chain) as unsigned""")
                .map((row, context) -> new Totals(
                        row.getLong("queued"),
                        row.getLong("busy"),
                        row.getLong("jobs") / MILLIS,
                        row.getLong("streams") / MILLIS,
                        row.getLong("waiting"),
                        row.getLong("dead"),
                        row.getLong("unsigned")))
                .one());
    }
}
