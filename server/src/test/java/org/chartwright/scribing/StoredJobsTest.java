package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.keys.TestKeys;
import org.chartwright.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StoredJobsTest {

    private static Database database;
    private static Tenants tenants;
    private static Scribing scribing;
    private static Jobs jobs;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        scribing = new Scribing(database, TestKeys.of(database), Clock.systemUTC());
        jobs = scribing.jobs();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static TenantId tenant(String name) {
        tenants.add(name);
        return tenants.find(name).orElseThrow().id();
    }

    private static void end(TenantId tenant, String name, JobStatus status) {
        TestDatabase.acrossAll(database, handle -> handle.execute(
                "update job set status = ?, ended_at = now() where tenant_id = ? and name = ?",
                status.name(), tenant.value(), name));
    }

    @Test
    void whatWasAskedIsReadBackWordForWordAndTheTaskIsQueuedWithIt() {
        TenantId tenant = tenant("echo");
        JobRequest request = Requests.oneMicrophone("visit-1");
        Job accepted = ((Submission.Accepted) jobs.submit(tenant, request)).job();
        assertThat(jobs.find(tenant, "visit-1")).contains(accepted);
        assertThat(accepted.request()).isEqualTo(request);
        assertThat(accepted.status()).isEqualTo(JobStatus.QUEUED);
        int queued = TestDatabase.across(database, handle -> handle.createQuery(
                        "select count(*) from scheduled_tasks where task_name = 'job' and task_instance = ?")
                .bind(0, accepted.id().toString())
                .mapTo(Integer.class)
                .one());
        assertThat(queued).isEqualTo(1);
    }

    @Test
    void aNameIsTakenUntilItsJobIsDeletedWhichItCannotBeWhileItRuns() {
        TenantId tenant = tenant("names");
        jobs.submit(tenant, Requests.oneMicrophone("visit"));
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("visit")))
                .isEqualTo(new Submission.NameTaken(JobStatus.QUEUED));
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("VISIT"))).isInstanceOf(Submission.Accepted.class);
        assertThat(jobs.delete(tenant, "visit")).isEqualTo(Deletion.IN_USE);
        end(tenant, "visit", JobStatus.COMPLETED);
        assertThat(jobs.find(tenant, "visit").orElseThrow().outputs())
                .isEqualTo(new Job.Outputs("out", "visit/transcript.json", "visit/summary.json"));
        assertThat(jobs.delete(tenant, "visit")).isEqualTo(Deletion.DELETED);
        assertThat(jobs.delete(tenant, "visit")).isEqualTo(Deletion.NOT_FOUND);
        assertThat(scribing.tags().of(tenant, Tags.Kind.JOB, "visit")).isEmpty();
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("visit"))).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void aThousandJobsAreListedPageByPageNewestFirstEachOnce() throws Exception {
        TenantId tenant = tenant("thousand");
        for (int i = 0; i < 1000; i++) {
            jobs.submit(tenant, Requests.oneMicrophone("visit-" + i));
        }
        List<String> names = new ArrayList<>();
        String token = null;
        do {
            Page<JobSummary> page = jobs.list(tenant, Jobs.JobFilter.ALL, new PageRequest(7, token));
            page.entries().forEach(job -> names.add(job.name()));
            token = page.nextToken();
        } while (token != null);
        assertThat(names).hasSize(1000).doesNotHaveDuplicates().startsWith("visit-999", "visit-998").endsWith("visit-0");
    }

    @Test
    void filtersHoldTogetherAndIgnoreCaseAndTakeUnderscoreAsItIs() throws Exception {
        TenantId tenant = tenant("filters");
        for (String name : List.of("Knee_1", "knee_2", "kneeX3", "hip_1")) {
            jobs.submit(tenant, Requests.oneMicrophone(name));
        }
        end(tenant, "knee_2", JobStatus.FAILED);
        PageRequest all = new PageRequest(100, null);
        assertThat(names(jobs.list(tenant, new Jobs.JobFilter(null, "KNEE_"), all))).containsExactly("knee_2", "Knee_1");
        assertThat(names(jobs.list(tenant, new Jobs.JobFilter(JobStatus.QUEUED, "nee"), all)))
                .containsExactly("kneeX3", "Knee_1");
        assertThat(names(jobs.list(tenant, new Jobs.JobFilter(JobStatus.FAILED, null), all))).containsExactly("knee_2");
    }

    @Test
    void aRareNameAmongManyIsFoundOverShortPagesThatStillHaveANext() throws Exception {
        TenantId tenant = tenant("many");
        jobs.submit(tenant, Requests.oneMicrophone("needle"));
        TestDatabase.acrossAll(database, handle -> handle.execute("""
                insert into job (tenant_id, name, id, request, status, created_at)
                select tenant_id, 'hay-' || n, gen_random_uuid(), request, 'QUEUED', created_at + n * interval '1 second'
                from job, generate_series(1, ?) n where tenant_id = ?""", 2 * JobSelection.STRETCH, tenant.value()));
        List<String> names = new ArrayList<>();
        String token = null;
        int pages = 0;
        do {
            Page<JobSummary> page = jobs.list(tenant, new Jobs.JobFilter(null, "Needle"), new PageRequest(5, token));
            page.entries().forEach(job -> names.add(job.name()));
            token = page.nextToken();
            pages++;
        } while (token != null);
        assertThat(names).containsExactly("needle");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aTokenIsGoodOnlyForItsTenantAndFilterAndUnaltered() throws Exception {
        TenantId tenant = tenant("tokens");
        TenantId other = tenant("other-tokens");
        for (int i = 0; i < 3; i++) {
            jobs.submit(tenant, Requests.oneMicrophone("visit-" + i));
        }
        String token = jobs.list(tenant, Jobs.JobFilter.ALL, new PageRequest(1, null)).nextToken();
        assertThat(names(jobs.list(tenant, Jobs.JobFilter.ALL, new PageRequest(2, token))))
                .containsExactly("visit-1", "visit-0");
        assertThatThrownBy(() -> jobs.list(other, Jobs.JobFilter.ALL, new PageRequest(1, token)))
                .isInstanceOf(BadTokenException.class);
        assertThatThrownBy(() -> jobs.list(tenant, new Jobs.JobFilter(null, "v"), new PageRequest(1, token)))
                .isInstanceOf(BadTokenException.class);
        for (String bad : List.of("", "x", "%%%", token.substring(1), "B" + token.substring(1), token + "AA")) {
            assertThatThrownBy(() -> jobs.list(tenant, Jobs.JobFilter.ALL, new PageRequest(1, bad)))
                    .isInstanceOf(BadTokenException.class);
        }
    }

    @Test
    void nothingOfOneTenantIsSeenOrTouchedByAnother() throws Exception {
        TenantId mine = tenant("mine");
        TenantId yours = tenant("yours");
        jobs.submit(mine, Requests.oneMicrophone("visit"));
        end(mine, "visit", JobStatus.COMPLETED);
        assertThat(jobs.find(yours, "visit")).isEmpty();
        assertThat(jobs.list(yours, Jobs.JobFilter.ALL, new PageRequest(5, null)).entries()).isEmpty();
        assertThat(jobs.delete(yours, "visit")).isEqualTo(Deletion.NOT_FOUND);
        assertThat(scribing.tags().of(yours, Tags.Kind.JOB, "visit")).isEmpty();
        assertThat(jobs.submit(yours, Requests.oneMicrophone("visit"))).isInstanceOf(Submission.Accepted.class);
        assertThat(jobs.find(mine, "visit").orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void aFailedStatementDoesNotQuoteWhatWasBoundToIt() {
        assertThatThrownBy(() -> TestDatabase.acrossAll(database, handle -> handle.execute(
                        "insert into tenant (id, name, account_id, created_at) values (null, ?, ?, now())",
                        "Quillfeather", "Quillfeather")))
                .hasStackTraceContaining("violates not-null constraint")
                .satisfies(e -> {
                    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                        assertThat(String.valueOf(cause.getMessage())).doesNotContain("Quillfeather");
                    }
                });
    }

    @Test
    void tagsAreSetAndTakenAwayUpToFifty() {
        TenantId tenant = tenant("tags");
        jobs.submit(tenant, Requests.oneMicrophone("visit"));
        Tags tags = scribing.tags();
        assertThat(tags.put(tenant, Tags.Kind.JOB, "visit", Map.of("ward", "8", "room", "")))
                .isEqualTo(new Change.Done<>(Map.of("ward", "8", "room", "")));
        assertThat(tags.remove(tenant, Tags.Kind.JOB, "visit", Set.of("room", "absent")))
                .isEqualTo(new Change.Done<>(Map.of("ward", "8")));
        assertThat(jobs.find(tenant, "visit").orElseThrow().request().tags()).isEqualTo(Map.of("ward", "8"));
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            many.put("k" + i, "v");
        }
        assertThat(tags.put(tenant, Tags.Kind.JOB, "visit", many)).isEqualTo(new Change.TooMany<>(50));
        assertThat(tags.of(tenant, Tags.Kind.JOB, "visit")).contains(Map.of("ward", "8"));
        assertThat(tags.put(tenant, Tags.Kind.JOB, "absent", Map.of("a", "b"))).isEqualTo(new Change.NotFound<>());
    }

    @Test
    void endedJobsAreForgottenAfterNinetyDaysAndOpenOnesNever() {
        TenantId tenant = tenant("expiry");
        Instant now = Instant.now();
        Clock past = Clock.fixed(now.minus(Duration.ofDays(100)), ZoneOffset.UTC);
        Jobs then = new Scribing(database, TestKeys.of(database), past).jobs();
        then.submit(tenant, Requests.oneMicrophone("old"));
        then.submit(tenant, Requests.oneMicrophone("open"));
        jobs.submit(tenant, Requests.oneMicrophone("new"));
        end(tenant, "new", JobStatus.COMPLETED);
        TestDatabase.acrossAll(database, handle -> handle.execute(
                "update job set status = 'FAILED', ended_at = created_at where tenant_id = ? and name = 'old'",
                tenant.value()));
        scribing.storedJobs().forgetEnded();
        assertThat(jobs.find(tenant, "old")).isEmpty();
        assertThat(scribing.tags().of(tenant, Tags.Kind.JOB, "old")).isEmpty();
        assertThat(jobs.find(tenant, "open")).isPresent();
        assertThat(jobs.find(tenant, "new")).isPresent();
    }

    private static List<String> names(Page<JobSummary> page) {
        return page.entries().stream().map(JobSummary::name).toList();
    }
}
