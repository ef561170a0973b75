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
import org.chartwright.custody.Consents;
import org.chartwright.custody.LegalHolds;
import org.chartwright.custody.TenantRules;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.Seals;
import org.chartwright.metering.Quotas;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Jobs in the database. */
final class StoredJobs implements Jobs {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LISTED = "id, name, status, created_at, started_at, ended_at, failure_reason";
    private static final String COLUMNS =
            "tenant_id, id, request, status, created_at, started_at, ended_at, failure_reason";

    private final Jdbi jdbi;
    private final Clock clock;
    private final PageTokens tokens;
    private final Queue queue;
    private final KeyRoom keys;
    private final JobNews news;
    private final Quotas quotas;
    private final NoteDesk desk;

    StoredJobs(
            Jdbi jdbi, KeyRoom keys, Clock clock, PageTokens tokens, Queue queue, Quotas quotas, NoteDesk desk) {
        this.desk = desk;
        this.jdbi = jdbi;
        this.keys = keys;
        this.clock = clock;
        this.tokens = tokens;
        this.queue = queue;
        this.news = new JobNews(jdbi, clock);
        this.quotas = quotas;
    }

    @Override
    public Optional<NoteDesk.Objection> objection(JobRequest request) {
        return desk.objection(request);
    }

    @Override
    public Submission submit(TenantId tenant, JobRequest request) {
        Job job = new Job(
                tenant, UUID.randomUUID(), request, JobStatus.QUEUED, SqlTime.now(clock), null, null, null, null);
        String sealed = keys.seals().sealText(
                JobLabels.request(tenant, job.id()), JSON.writeValueAsString(request));
        while (true) {
            Optional<Submission> answer = TenantRows.of(jdbi, tenant.value(), handle -> submit(handle, job, sealed));
            if (answer.isPresent()) {
                queue.announce();
                return answer.get();
            }
            // The job of that name was deleted just now: the name is free, so we try once more.
        }
    }

    private Optional<Submission> submit(Handle handle, Job job, String sealed) {
        TenantId tenant = job.tenant();
        JobRequest request = job.request();
        Optional<Quotas.Reached> reached = quotas.reached(handle, tenant.value());
        if (reached.isPresent() && !StoredTags.exists(handle, tenant, Tags.Kind.JOB, request.name())) {
            return Optional.of(new Submission.OverLimit(reached.get()));
        }
        UUID visit = VisitRecord.visit(job).orElse(null);
        // A streamed session was asked for its consent when it began.
        if (request.media().session().isEmpty()) {
            Optional<Consents.Lack> lack = Consents.lacking(handle, tenant.value(), visit, request.tags());
            if (lack.isPresent()) {
                return Optional.of(new Submission.NoConsent(lack.get()));
            }
        }
        int made = handle.createUpdate("""
                        insert into job (tenant_id, name, id, request, vocabulary, filter, visit, status, created_at)
                        values (:tenant, :name, :id, :request, :vocabulary, :filter, cast(:visit as uuid), 'QUEUED', :now)
                        on conflict (tenant_id, name) do nothing""")
                .bind("tenant", tenant.value())
                .bind("name", request.name())
                .bind("id", job.id())
                .bind("request", sealed)
                .bind("vocabulary", request.settings().vocabulary())
                .bind("filter", request.settings().filter())
                .bind("visit", visit)
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
        news.queued(handle, job);
        return Optional.of(new Submission.Accepted(job));
    }

    @Override
    public Optional<Job> find(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select " + COLUMNS + " from job where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .map(Row::read)
                .findOne()
                .map(row -> row.open(keys.seals(), StoredTags.read(handle, tenant, Tags.Kind.JOB, name))));
    }

    /** The job of that id, with the tags it was handed in with: what a worker goes by must not change under it. */
    static Optional<Job> find(Handle handle, Seals seals, UUID id) {
        return handle.createQuery("select " + COLUMNS + " from job where id = ?")
                .bind(0, id)
                .map(Row::read)
                .findOne()
                .map(row -> row.open(seals));
    }

    @Override
    public Page<JobSummary> list(TenantId tenant, JobFilter filter, PageRequest page) throws BadTokenException {
        String part = filter.nameContains() == null ? null : filter.nameContains().toLowerCase(Locale.ROOT);
        String list = "jobs/" + (filter.status() == null ? "" : filter.status()) + "/" + (part == null ? "" : part);
        PageTokens.Place after = tokens.open(tenant, list, page.token());
        JobSelection selection = new JobSelection(tenant, filter.status(), part, after);
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            List<Listed> found = handle.createQuery(selection.jobs(LISTED))
                    .bindMap(selection.bindings(page.size() + 1))
                    .map(Listed::read)
                    .list();
            Optional<PageTokens.Place> onwards;
            if (found.size() > page.size()) {
                Listed last = found.get(page.size() - 1);
                onwards = Optional.of(new PageTokens.Place(last.job.created(), last.id.toString()));
            } else {
                onwards = selection.unseen(handle);
            }
            return new Page<>(
                    found.stream().limit(page.size()).map(Listed::job).toList(),
                    onwards.map(place -> tokens.seal(tenant, list, place)).orElse(null));
        });
    }

    @Override
    public Deletion delete(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            if (isHeld(handle, tenant, name)) {
                return Deletion.HELD;
            }
            Optional<UUID> gone = handle.createQuery(
                            "delete from job where tenant_id = ? and name = ? and ended_at is not null returning id")
                    .bind(0, tenant.value())
                    .bind(1, name)
                    .mapTo(UUID.class)
                    .findOne();
            if (gone.isPresent()) {
                keys.destroy(handle, tenant.value(), gone.get());
                StoredTags.forget(handle, tenant, Tags.Kind.JOB, name);
                news.deleted(handle, tenant.value(), name);
                return Deletion.DELETED;
            }
            return StoredTags.exists(handle, tenant, Tags.Kind.JOB, name) ? Deletion.IN_USE : Deletion.NOT_FOUND;
        });
    }

    private static boolean isHeld(Handle handle, TenantId tenant, String name) {
        return handle.createQuery("select visit from job where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .map((row, context) -> Optional.ofNullable(row.getString(1)))
                .findOne()
                .map(visit -> LegalHolds.holds(handle, tenant.value(), name, visit.orElse(null)))
                .orElse(false);
    }

    /** Forgets all jobs that ended longer ago than their tenants keep them, unless they are held; says how many. */
    int forgetEnded() {
        return TenantRows.ofAll(jdbi, handle -> {
            Map<UUID, Integer> gone = new TreeMap<>();
            handle.createQuery("""
                            with gone as (
                                    delete from job
                                    where ended_at < :now - make_interval(days => coalesce(
                                            (select job_days from tenant_rule r where r.tenant_id = job.tenant_id), :days))
                                        and not exists (select 1 from legal_hold h where h.tenant_id = job.tenant_id
                                            and h.thing in ('*', job.name, job.visit::text))
                                    returning tenant_id, id, name),
                                 untagged as (delete from tag t using gone g
                                              where t.tenant_id = g.tenant_id and t.kind = 'JOB' and t.name = g.name)
                            select tenant_id, id from gone order by tenant_id, id""")
                    .bind("now", SqlTime.of(clock.instant()))
                    .bind("days", TenantRules.Rules.USUAL.jobDays())
                    .map((row, context) -> new TenantJob(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                    .list()
                    .forEach(job -> {
                        keys.destroy(handle, job.tenant, job.id);
                        gone.merge(job.tenant, 1, Integer::sum);
                    });
            gone.forEach((tenant, jobs) -> news.forgotten(handle, tenant, jobs));
            return gone.values().stream().mapToInt(Integer::intValue).sum();
        });
    }

    private record TenantJob(UUID tenant, UUID id) {}

    /** A row of a list, with its place in it. */
    private record Listed(UUID id, JobSummary job) {

        static Listed read(ResultSet row, StatementContext context) throws SQLException {
            return new Listed(
                    row.getObject("id", UUID.class),
                    new JobSummary(
                            row.getString("name"),
                            JobStatus.valueOf(row.getString("status")),
                            SqlTime.read(row, "created_at"),
                            SqlTime.readNullable(row, "started_at"),
                            SqlTime.readNullable(row, "ended_at"),
                            row.getString("failure_reason")));
        }
    }

    /** A job as it lies in the database. */
    private record Row(
            TenantId tenant,
            UUID id,
            String sealed,
            JobStatus status,
            Instant created,
            @Nullable Instant started,
            @Nullable Instant ended,
            @Nullable String failureReason) {

        static Row read(ResultSet row, StatementContext context) throws SQLException {
            return new Row(
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    row.getObject("id", UUID.class),
                    row.getString("request"),
                    JobStatus.valueOf(row.getString("status")),
                    SqlTime.read(row, "created_at"),
                    SqlTime.readNullable(row, "started_at"),
                    SqlTime.readNullable(row, "ended_at"),
                    row.getString("failure_reason"));
        }

        Job open(Seals seals) {
            return with(JSON.readValue(seals.openText(JobLabels.request(tenant, id), sealed), JobRequest.class));
        }

        /** With the tags it has now. */
        Job open(Seals seals, Map<String, String> tags) {
            Job job = open(seals);
            return with(job.request().tagged(tags));
        }

        private Job with(JobRequest request) {
            return new Job(
                    tenant, id, request, status, created, started, ended, failureReason,
                    status == JobStatus.COMPLETED ? outputs(request) : null);
        }

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** Where a job's documents go; the same for every attempt. */
    static Job.Outputs outputs(JobRequest request) {
        return new Job.Outputs(
                request.outputBucket(), request.name() + "/transcript.json", request.name() + "/summary.json");
    }
}
