package org.chartwright.scribing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/** Jobs in the database. */
final class StoredJobs implements Jobs {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "tenant_id, id, request::text, status, created_at, started_at, ended_at, failure_reason";

    private final Jdbi jdbi;
    private final Clock clock;
    private final PageTokens tokens;
    private final Queue queue;
    private final AuditLog audit;

    StoredJobs(Jdbi jdbi, Clock clock, PageTokens tokens, Queue queue) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.tokens = tokens;
        this.queue = queue;
        this.audit = new AuditLog(jdbi, clock);
    }

    @Override
    public Submission submit(TenantId tenant, JobRequest request) {
        while (true) {
            Optional<Submission> answer = TenantRows.of(jdbi, tenant.value(), handle -> submit(handle, tenant, request));
            if (answer.isPresent()) {
                queue.announce();
                return answer.get();
            }
            // The job of that name was deleted just now: the name is free, so we try once more.
        }
    }

    private Optional<Submission> submit(Handle handle, TenantId tenant, JobRequest request) {
        Job job = new Job(
                tenant, UUID.randomUUID(), request, JobStatus.QUEUED, SqlTime.now(clock), null, null, null, null);
        int made = handle.createUpdate("""
                        insert into job (tenant_id, name, id, request, status, created_at)
                        values (:tenant, :name, :id, :request::jsonb, 'QUEUED', :now)
                        on conflict (tenant_id, name) do nothing""")
                .bind("tenant", tenant.value())
                .bind("name", request.name())
                .bind("id", job.id())
                .bind("request", JSON.writeValueAsString(withTags(request, Map.of())))
                .bind("now", SqlTime.of(job.created()))
                .execute();
        if (made == 0) {
            return handle.createQuery("select status from job where tenant_id = ? and name = ?")
                    .bind(0, tenant.value())
                    .bind(1, request.name())
                    .mapTo(JobStatus.class)
                    .findOne()
                    .map(Submission.NameTaken::new);
        }
        StoredTags.put(handle, tenant, Tags.Kind.JOB, request.name(), request.tags());
        queue.putJob(handle, job.id(), job.created());
        audit.change(handle, tenant.value(), "scribing:SubmitJob", thing(request.name()));
        return Optional.of(new Submission.Accepted(job));
    }

    @Override
    public Optional<Job> find(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select " + COLUMNS + " from job where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .map((row, context) -> read(row, StoredTags.read(handle, tenant, Tags.Kind.JOB, name)))
                .findOne());
    }

    /** The job of that id, without its tags. */
    static Optional<Job> find(Handle handle, UUID id) {
        return handle.createQuery("select " + COLUMNS + " from job where id = ?")
                .bind(0, id)
                .map((row, context) -> read(row, Map.of()))
                .findOne();
    }

    @Override
    public Page<Job> list(TenantId tenant, JobFilter filter, PageRequest page) throws BadTokenException {
        String part = filter.nameContains() == null ? null : filter.nameContains().toLowerCase(Locale.ROOT);
        String list = "jobs/" + (filter.status() == null ? "" : filter.status()) + "/" + (part == null ? "" : part);
        PageTokens.Place after = tokens.open(tenant, list, page.token());
        JobSelection selection = new JobSelection(tenant, filter.status(), part, after);
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            List<Job> jobs = handle.createQuery(selection.jobs(COLUMNS))
                    .bindMap(selection.bindings(page.size() + 1))
                    .map((row, context) -> read(row, Map.of()))
                    .list();
            Optional<PageTokens.Place> onwards;
            if (jobs.size() > page.size()) {
                Job last = jobs.get(page.size() - 1);
                onwards = Optional.of(new PageTokens.Place(last.created(), last.id().toString()));
            } else {
                onwards = selection.unseen(handle);
            }
            return new Page<>(
                    jobs.subList(0, Math.min(jobs.size(), page.size())),
                    onwards.map(place -> tokens.seal(tenant, list, place)).orElse(null));
        });
    }

    @Override
    public Deletion delete(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            int gone = handle.execute(
                    "delete from job where tenant_id = ? and name = ? and ended_at is not null", tenant.value(), name);
            if (gone == 1) {
                StoredTags.forget(handle, tenant, Tags.Kind.JOB, name);
                audit.change(handle, tenant.value(), "scribing:DeleteJob", thing(name));
                return Deletion.DELETED;
            }
            return StoredTags.exists(handle, tenant, Tags.Kind.JOB, name) ? Deletion.IN_USE : Deletion.NOT_FOUND;
        });
    }

    /** Forgets all jobs that ended before that moment; says how many. */
    int forgetEndedBefore(Instant moment) {
        return TenantRows.ofAll(jdbi, handle -> {
            Map<UUID, Integer> gone = handle.createQuery("""
                            with gone as (delete from job where ended_at < :moment returning tenant_id, name),
                                 untagged as (delete from tag t using gone g
                                              where t.tenant_id = g.tenant_id and t.kind = 'JOB' and t.name = g.name)
                            select tenant_id, count(*) as jobs from gone group by tenant_id order by tenant_id""")
                    .bind("moment", SqlTime.of(moment))
                    .reduceRows(new TreeMap<>(), (jobs, row) -> {
                        jobs.put(row.getColumn("tenant_id", UUID.class), row.getColumn("jobs", Integer.class));
                        return jobs;
                    });
            gone.forEach((tenant, jobs) -> audit.change(handle, tenant, "scribing:ForgetEndedJobs", jobs + " jobs"));
            return gone.values().stream().mapToInt(Integer::intValue).sum();
        });
    }

    /** What the audit record calls a job. */
    static String thing(String name) {
        return "job/" + name;
    }

    private static Job read(ResultSet row, Map<String, String> tags) throws SQLException {
        JobRequest request = withTags(JSON.readValue(row.getString("request"), JobRequest.class), tags);
        JobStatus status = JobStatus.valueOf(row.getString("status"));
        return new Job(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                request,
                status,
                SqlTime.read(row, "created_at"),
                SqlTime.readNullable(row, "started_at"),
                SqlTime.readNullable(row, "ended_at"),
                row.getString("failure_reason"),
                status == JobStatus.COMPLETED ? outputs(request) : null);
    }

    /** Where a job's documents go; the same for every attempt. */
    static Job.Outputs outputs(JobRequest request) {
        return new Job.Outputs(
                request.outputBucket(), request.name() + "/transcript.json", request.name() + "/summary.json");
    }

    private static JobRequest withTags(JobRequest request, Map<String, String> tags) {
        return new JobRequest(
                request.name(),
                request.media(),
                request.outputBucket(),
                request.roleArn(),
                request.settings(),
                request.channels(),
                tags,
                request.context(),
                request.mandate());
    }
}
