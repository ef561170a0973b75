package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Entry;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.events.TargetRules;
import org.chartwright.events.Webhooks;
import org.chartwright.keys.TestKeys;
import org.chartwright.metering.Quotas;
import org.chartwright.metering.UsageReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others are told of a job: once, and only of what has happened. */
final class JobNewsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Database database;
    private TenantId tenant;
    private JobRecord record;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), clock, new SecureRandom());
        tenants.add("clinic");
        tenant = tenants.find("clinic").orElseThrow().id();
        record = new JobRecord(
                database.jdbi(), TestKeys.of(database), clock, new Scribing(database, TestKeys.of(database), clock).visits());
        new Webhooks(database.jdbi(), clock, new TargetRules(java.util.Set.of())).add(tenant.value(), "https://ehr.example/hook");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Job submit(String name) {
        Jobs jobs = new Scribing(database, TestKeys.of(database), clock).jobs();
        return ((Submission.Accepted) jobs.submit(tenant, Requests.oneMicrophone(name))).job();
    }

    private List<String> events() {
        return TestDatabase.across(database, handle -> handle.createQuery(
                        "select name || ' ' || status from event_delivery order by array_position("
                                + "array['QUEUED', 'IN_PROGRESS', 'COMPLETED', 'FAILED'], status)")
                .mapTo(String.class)
                .list());
    }

    private List<UsageReport.Line> usage() {
        return UsageReport.of(database.jdbi(), NOW.minusSeconds(60), NOW.plusSeconds(60), new BigDecimal("0.001")).lines();
    }

    @Test
    void aJobIsCountedAndToldOfOnceHoweverOftenItWasTried() throws Exception {
        Job job = submit("visit");
        JobRecord.Taken slow = record.take(job.id(), false).orElseThrow();
        record.keep(slow, JobRecord.Stage.HEARD, new Heard(Duration.ofMillis(62_300), List.of(), List.of()));
        JobRecord.Taken quick = record.take(job.id(), false).orElseThrow();
        record.end(quick, null);
        assertThatThrownBy(() -> record.end(slow, null)).isInstanceOf(JobRecord.LostException.class);
        assertThatThrownBy(() -> record.end(quick, null)).isInstanceOf(JobRecord.LostException.class);
        assertThat(usage()).containsExactly(
                new UsageReport.Line("clinic", org.chartwright.metering.Source.JOB, 1, 62_300, 63));
        assertThat(events()).containsExactly("visit QUEUED", "visit IN_PROGRESS", "visit COMPLETED");
        List<String> told = new ArrayList<>();
        AuditExport.each(database.jdbi(), tenant.value(), line -> told.add(Entry.parse(line).act().action()));
        assertThat(told).endsWith("scribing:SubmitJob", "scribing:TakeJob", "scribing:TakeJob", "scribing:EndJob");
    }

    @Test
    void whatFailedIsToldWithItsReasonAndNotCharged() throws Exception {
        Job job = submit("broken");
        JobRecord.Taken taken = record.take(job.id(), false).orElseThrow();
        record.keep(taken, JobRecord.Stage.HEARD, new Heard(Duration.ofMinutes(2), List.of(), List.of()));
        record.end(taken, FailureReasons.RECOGNISER);
        assertThat(usage()).isEmpty();
        assertThat(events()).containsExactly("broken QUEUED", "broken IN_PROGRESS", "broken FAILED");
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        submit("visit");
        new Scribing(database, TestKeys.of(database), clock).jobs().submit(tenant, Requests.oneMicrophone("visit"));
        assertThat(events()).containsExactly("visit QUEUED");
    }

    @Test
    void aTenantGetsNoMoreThanItsLimits() throws Exception {
        Quotas quotas = new Quotas(new Quotas.Limits(2, 0), clock);
        Jobs jobs = new Scribing(database, TestKeys.of(database), clock, quotas).jobs();
        Job first = submit("first");
        submit("second");
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("third")))
                .isEqualTo(new Submission.OverLimit(Quotas.Reached.OPEN_JOBS));
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("first"))).isInstanceOf(Submission.NameTaken.class);

        JobRecord.Taken taken = record.take(first.id(), false).orElseThrow();
        record.keep(taken, JobRecord.Stage.HEARD, new Heard(Duration.ofHours(3), List.of(), List.of()));
        record.end(taken, null);
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("third"))).isInstanceOf(Submission.Accepted.class);

        AuditLog audit = new AuditLog(database.jdbi(), clock);
        Quotas.set(database.jdbi(), tenant.value(), 0L, 3L, audit);
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("fourth")))
                .isEqualTo(new Submission.OverLimit(Quotas.Reached.HOURS_A_MONTH));
        Quotas.set(database.jdbi(), tenant.value(), 0L, 4L, audit);
        assertThat(jobs.submit(tenant, Requests.oneMicrophone("fourth"))).isInstanceOf(Submission.Accepted.class);
    }
}
