package org.chartwright.scribing;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.chart.Chart;
import org.chartwright.custody.Consents;
import org.chartwright.custody.LegalHolds;
import org.chartwright.custody.Receipt;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.KeyRoom;
import org.chartwright.scribing.JobObjects.ObjectRefusedException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a visit or a job for good: its documents in their buckets, its jobs, what the record holds of it, its consents, and
 * the keys of all of it. Objects go first and rows last, so that whoever is interrupted can do it again. Any thread.
 */
public final class Erasure {

    private final Jdbi jdbi;
    private final KeyRoom keys;
    private final Chart chart;
    private final Clock clock;
    private final JobObjects objects;

    Erasure(Jdbi jdbi, KeyRoom keys, Chart chart, Clock clock, JobObjects objects) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.chart = chart;
        this.clock = clock;
        this.objects = objects;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is gone.
         *
         * @param receipt what it was
         */
        record Done(Receipt receipt) implements Outcome {}

        /** It is under a legal hold; nothing was deleted. */
        record Held() implements Outcome {}

        /** A job of it has not ended; nothing was deleted. */
        record InProgress() implements Outcome {}

        /** There is no such thing. */
        record Absent() implements Outcome {}
    }

    /**
     * What is to go.
     *
     * @param visit of the record, or null for a job alone
     * @param job a job's name, or null for a visit and all its jobs
     * @param recordings whether recordings in buckets go too; usually they are somebody else's
     * @param actor by whose order
     */
    public record Wanted(@Nullable UUID visit, @Nullable String job, boolean recordings, Actor actor) {

        String thing() {
            return visit == null ? "job/" + job : "visit/" + visit;
        }
    }

    /**
     * Deletes it.
     *
     * @throws IOException when an object cannot be deleted now; doing it again goes on
     * @throws ObjectRefusedException when the store says that it never can
     */
    public Outcome erase(TenantId tenant, Wanted wanted) throws IOException, ObjectRefusedException {
        List<Job> jobs = TenantRows.of(jdbi, tenant.value(), handle -> jobs(handle, tenant, wanted));
        Optional<Outcome> obstacle =
                TenantRows.of(jdbi, tenant.value(), handle -> obstacle(handle, tenant, wanted, jobs));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        int deleted = 0;
        for (Job job : jobs) {
            deleted += deleteObjects(job, wanted.recordings);
        }
        int gone = deleted;
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            // Somebody may have placed a hold, or handed another job in, meanwhile.
            List<Job> now = jobs(handle, tenant, wanted);
            Optional<Outcome> late = obstacle(handle, tenant, wanted, now);
            return late.isPresent() ? late.get() : forget(handle, tenant, wanted, now, gone);
        });
    }

    private List<Job> jobs(Handle handle, TenantId tenant, Wanted wanted) {
        return handle.createQuery("""
                        select id from job where tenant_id = :tenant
                            and (visit = cast(:visit as uuid) or name = cast(:name as text)) order by id for update""")
                .bind("tenant", tenant.value())
                .bind("visit", wanted.visit)
                .bind("name", wanted.job)
                .mapTo(UUID.class)
                .list()
                .stream()
                .flatMap(id -> StoredJobs.find(handle, keys.seals(), id).stream())
                .toList();
    }

    private Optional<Outcome> obstacle(Handle handle, TenantId tenant, Wanted wanted, List<Job> jobs) {
        List<String> names = new ArrayList<>(jobs.stream().map(Job::name).toList());
        jobs.forEach(job -> {
            job.request().media().session().ifPresent(session -> names.add(session.toString()));
            VisitRecord.visit(job).ifPresent(visit -> names.add(visit.toString()));
        });
        if (wanted.visit != null) {
            names.add(wanted.visit.toString());
        }
        if (LegalHolds.holds(handle, tenant.value(), names.toArray(String[]::new))) {
            return Optional.of(new Outcome.Held());
        }
        if (jobs.stream().anyMatch(job -> job.ended() == null)) {
            return Optional.of(new Outcome.InProgress());
        }
        boolean there = !jobs.isEmpty() || (wanted.visit != null && chart.holds(handle, tenant, wanted.visit));
        return there ? Optional.empty() : Optional.of(new Outcome.Absent());
    }

    private int deleteObjects(Job job, boolean recordings) throws IOException, ObjectRefusedException {
        int deleted = 0;
        if (job.status() == JobStatus.COMPLETED) {
            Job.Outputs outputs = StoredJobs.outputs(job.request());
            List<String> all = new ArrayList<>(List.of(outputs.transcriptKey(), outputs.summaryKey()));
            for (NoteDesk.Paper paper : NoteDesk.Paper.values()) {
                all.add(JobWork.beside(outputs, paper.file()));
            }
            for (String key : all) {
                objects.delete(job.tenant(), outputs.bucket(), key);
            }
            deleted += 2;
        }
        ObjectRef media = job.request().media();
        if (recordings && media.session().isEmpty()) {
            objects.delete(job.tenant(), media.bucket(), media.key());
            deleted++;
        }
        return deleted;
    }

    private Outcome forget(Handle handle, TenantId tenant, Wanted wanted, List<Job> jobs, int objectsGone) {
        List<UUID> scopes = new ArrayList<>();
        for (Job job : jobs) {
            handle.execute("delete from job where tenant_id = ? and id = ?", tenant.value(), job.id());
            StoredTags.forget(handle, tenant, Tags.Kind.JOB, job.name());
            scopes.add(job.id());
            // The files of a session that cannot be read any more are deleted by its own house-keeping.
            job.request().media().session().ifPresent(scopes::add);
        }
        int versions = 0;
        int consents = 0;
        if (wanted.visit != null) {
            versions = chart.forget(handle, tenant, wanted.visit);
            consents = Consents.forget(handle, keys, tenant.value(), wanted.visit);
            handle.execute(
                    "delete from review_mark where tenant_id = ? and visit = ?", tenant.value(), wanted.visit);
            scopes.add(wanted.visit);
        }
        scopes.forEach(scope -> keys.destroy(handle, tenant.value(), scope));
        Receipt receipt = new Receipt(
                UUID.randomUUID(), SqlTime.now(clock), wanted.thing(), jobs.size(), objectsGone, versions, consents, scopes);
        receipt.keep(handle, new AuditLog(jdbi, clock), tenant.value(), wanted.actor);
        return new Outcome.Done(receipt);
    }
}
