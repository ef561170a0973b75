package org.chartwright.scribing;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Visit;
import org.chartwright.custody.LegalHolds;
import org.chartwright.custody.TenantRules;
import org.chartwright.database.TenantRows;
import org.chartwright.scribing.JobObjects.ObjectRefusedException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings of visits that people handed in by the workspace. They are the server's own, unlike those that others put into
 * buckets: it keeps them until the note is signed, as long as the tenant says after that, and not longer. Any thread.
 */
public final class VisitRecordings {

    private static final Logger LOG = LoggerFactory.getLogger(VisitRecordings.class);

    /** So long a recording may take to arrive and become a job. */
    private static final Duration ARRIVAL = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Chart chart;
    private final Jobs jobs;
    private final AuditLog audit;
    private final TenantRules rules;

    VisitRecordings(Jdbi jdbi, Clock clock, Chart chart, Jobs jobs) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.chart = chart;
        this.jobs = jobs;
        this.audit = new AuditLog(jdbi, clock);
        this.rules = new TenantRules(jdbi, clock);
    }

    private record Name(TenantId tenant, UUID visit) {

        static Name of(ResultSet row) throws SQLException {
            return new Name(new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("visit_id", UUID.class));
        }
    }

    private record Place(String bucket, String key, Instant put) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getString("bucket"), row.getString("object_key"), row.getObject("put_at", OffsetDateTime.class).toInstant());
        }
    }

    /** Notes where a visit's recording will be, before it is stored: so there is none that nobody deletes. */
    public void expect(TenantId tenant, UUID visit, String bucket, String key) {
        TenantRows.use(jdbi, tenant.value(), handle -> handle.execute(
                "insert into kept_recording (tenant_id, visit_id, bucket, object_key, put_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (tenant_id, visit_id) do update set bucket = excluded.bucket,"
                        + " object_key = excluded.object_key, put_at = excluded.put_at",
                tenant.value(), visit, bucket, key, clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** Deletes those that are spent, and says how many that were. What cannot be deleted now is tried again the next time. */
    public int deleteSpent(JobObjects objects) {
        List<Name> all = TenantRows.ofAll(jdbi, handle -> handle.createQuery(
                        "select tenant_id, visit_id from kept_recording order by put_at")
                .map((row, context) -> Name.of(row))
                .list());
        int gone = 0;
        for (Name name : all) {
            try {
                gone += delete(name, objects) ? 1 : 0;
            } catch (IOException | ObjectRefusedException | RuntimeException e) {
                LOG.warn("The recording of visit {} could not be deleted: {}", name.visit, e.getClass().getName());
            }
        }
        return gone;
    }

    /** The row is held meanwhile, so that a recording which comes again waits until its older one is gone. */
    private boolean delete(Name name, JobObjects objects) throws IOException, ObjectRefusedException {
        UUID tenant = name.tenant.value();
        try {
            return TenantRows.<Boolean, Exception>of(jdbi, tenant, handle -> {
                Optional<Place> found = handle.createQuery(
                                "select bucket, object_key, put_at from kept_recording where tenant_id = ? and visit_id = ?"
                                        + " for update skip locked")
                        .bind(0, tenant)
                        .bind(1, name.visit)
                        .map((row, context) -> Place.of(row))
                        .findOne();
                if (found.isEmpty() || isWanted(handle, name, found.get())) {
                    return false;
                }
                objects.delete(name.tenant, found.get().bucket, found.get().key);
                handle.execute("delete from kept_recording where tenant_id = ? and visit_id = ?", tenant, name.visit);
                audit.record(
                        handle, Act.of(tenant, Actor.SERVER, "custody:DeleteRecording", "visit/" + name.visit), Outcome.DONE, "");
                return true;
            });
        } catch (IOException | ObjectRefusedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Nothing else is thrown", e);
        }
    }

    private boolean isWanted(Handle handle, Name name, Place place) {
        Optional<Visit> visit = chart.find(handle, name.tenant, Visit.class, name.visit).map(kept -> kept.entry());
        String job = visit.map(Visit::recording).orElse("");
        if (LegalHolds.holds(handle, name.tenant.value(), name.visit.toString(), job)) {
            return true;
        }
        return visit.isPresent() && switch (visit.get().state()) {
            case PLANNED, RECORDING -> place.put.plus(ARRIVAL).isAfter(clock.instant());
            case PROCESSING, TO_REVIEW -> true; // whoever reviews the note wants to hear it
            case SIGNED, CANCELLED, FAILED -> jobs.find(name.tenant, job).filter(one -> isWanted(name.tenant, one)).isPresent();
        };
    }

    /** That of a job which failed is kept as long as the job is remembered: it may be tried again. */
    private boolean isWanted(TenantId tenant, Job job) {
        Instant ended = job.ended();
        Duration after = Duration.ofDays(rules.of(tenant.value()).soundDays());
        return job.status() != JobStatus.COMPLETED || ended == null || ended.plus(after).isAfter(clock.instant());
    }
}
