package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Actor;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Find;
import org.chartwright.chart.Found;
import org.chartwright.chart.Query;
import org.chartwright.chart.Samples;
import org.chartwright.chart.Transcript;
import org.chartwright.chart.Visit;
import org.chartwright.chart.VisitNote;
import org.chartwright.database.Database;
import org.chartwright.custody.Consent;
import org.chartwright.custody.Custody;
import org.chartwright.custody.Receipt;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.SealException;
import org.chartwright.encounter.Pronouns;
import org.chartwright.keys.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was made of a visit goes into the record once, with the job that made it. */
final class VisitRecordTest {

    private static final WorkerSettings BRISK =
            new WorkerSettings(1, Duration.ofMillis(150), Duration.ofMillis(50), Duration.ofMillis(20));

    private final MemoryObjects objects = new MemoryObjects();
    private Database database;
    private Scribing scribing;
    private Chart chart;
    private TenantId tenant;
    private UUID visit;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("clinic");
        tenant = tenants.find("clinic").orElseThrow().id();
        scribing = new Scribing(database, TestKeys.of(database), Clock.systemUTC());
        chart = scribing.chart();
        UUID patient = chart.add(tenant, "ada", Samples.patient("Pena", "Rosa", "MR-1")).id();
        visit = chart.add(tenant, "ada", Samples.visit(patient, null).in(Visit.State.PROCESSING)).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aJobOfAVisitLeavesItsTranscriptAndADraftInTheRecord() throws Exception {
        assertThat(run("what brings you in today\nmy left knee hurts\n", visit.toString()).status()).isEqualTo(JobStatus.COMPLETED);
        Found<VisitNote> notes = chart.search(tenant, VisitNote.class, of(), 0, 10);
        assertThat(notes.total()).isEqualTo(1);
        VisitNote note = notes.entries().getFirst().entry();
        Transcript transcript = chart.find(tenant, Transcript.class, note.transcript()).orElseThrow().entry();
        assertThat(transcript.segments()).isNotEmpty();
        assertThat(transcript.facts()).extracting(Transcript.Fact::name).contains("knee pain");
        assertThat(note.sections().stream().flatMap(section -> section.sentences().stream()))
                .isNotEmpty()
                .allSatisfy(sentence -> sentence.evidence().forEach(link -> assertThat(transcript.segment(link)).isPresent()));
        assertThat(state()).isEqualTo(Visit.State.TO_REVIEW);
        Visit now = chart.find(tenant, Visit.class, visit).orElseThrow().entry();
        assertThat(scribing.jobs().find(tenant, now.recording())).as("the job that heard it").isPresent();
        assertThat(now.plan().pronouns()).isEqualTo("SHE_HER");
    }

    @Test
    void aFailedJobLeavesItsVisitFailedAndNoNote() throws Exception {
        assertThat(run("BAD! recording", visit.toString()).status()).isEqualTo(JobStatus.FAILED);
        assertThat(chart.search(tenant, VisitNote.class, of(), 0, 10).total()).isZero();
        assertThat(state()).isEqualTo(Visit.State.FAILED);
    }

    @Test
    void aJobThatNamesNoVisitOfItsTenantFailsBeforeAnythingIsHeard() throws Exception {
        for (String wrong : List.of(UUID.randomUUID().toString(), "nonsense")) {
            Job job = run("my knee hurts\n", wrong);
            assertThat(job.status()).isEqualTo(JobStatus.FAILED);
            assertThat(job.failureReason()).contains("not in the record");
        }
        assertThat(state()).isEqualTo(Visit.State.PROCESSING);
    }

    @Test
    void anErasedVisitLeavesNothingButAReceipt() throws Exception {
        Job job = run("my left knee hurts\n", visit.toString());
        Custody custody = Custody.of(database.jdbi(), scribing.keys().seals(), Clock.systemUTC());
        custody.consents().record(
                tenant.value(), new Consent(visit, "Dr. Weber", "Rosa", "May we?", Consent.Answer.GIVEN, Instant.now()));
        Erasure erasure = scribing.erasure(objects);
        Erasure.Wanted wanted = new Erasure.Wanted(visit, null, false, Actor.operator());
        custody.holds().place(tenant.value(), job.name());
        assertThat(erasure.erase(tenant, wanted)).isInstanceOf(Erasure.Outcome.Held.class);
        assertThat(custody.holds().release(tenant.value(), job.name())).isTrue();
        byte[] sealed = TestDatabase.across(database, handle -> handle.createQuery(
                        "select content from chart_entry where kind = 'VisitNote'")
                .mapTo(byte[].class)
                .one());

        Erasure.Outcome outcome = erasure.erase(tenant, wanted);

        assertThat(outcome).isInstanceOfSatisfying(Erasure.Outcome.Done.class, done -> {
            Receipt receipt = done.receipt();
            assertThat(receipt.jobs()).isEqualTo(1);
            assertThat(receipt.objects()).isEqualTo(2);
            assertThat(receipt.consents()).isEqualTo(1);
            assertThat(receipt.versions()).isGreaterThanOrEqualTo(4);
            assertThat(receipt.keysDestroyed()).contains(visit, job.id());
            assertThat(Receipt.all(database.jdbi(), tenant.value())).containsExactly(receipt.text());
        });
        assertThat(scribing.jobs().find(tenant, job.name())).isEmpty();
        assertThat(chart.find(tenant, Visit.class, visit)).isEmpty();
        assertThat(chart.search(tenant, VisitNote.class, of(), 0, 10).total()).isZero();
        assertThat(objects.objects.keySet()).containsExactly(MemoryObjects.place(tenant, "in", job.name() + ".wav"));
        assertThat(custody.consents().of(tenant.value(), visit)).isEmpty();
        // Also whoever has an older backup of the row has no key for it any more.
        Label label = new Label(tenant.value(), visit, Kind.CHART, "any");
        assertThatThrownBy(() -> scribing.keys().seals().open(label, sealed))
                .isInstanceOfSatisfying(SealException.class, e -> assertThat(e.trouble()).isEqualTo(SealException.Trouble.DESTROYED));
        assertThat(erasure.erase(tenant, wanted)).isInstanceOf(Erasure.Outcome.Absent.class);
    }

    private Query of() {
        return Query.of(new Find("visit", visit.toString()));
    }

    private Visit.State state() {
        return chart.find(tenant, Visit.class, visit).orElseThrow().entry().state();
    }

    private Job run(String recording, String named) throws InterruptedException {
        String name = "job-" + UUID.randomUUID();
        objects.objects.put(MemoryObjects.place(tenant, "in", name + ".wav"), recording);
        JobRequest plain = Requests.oneMicrophone(name);
        scribing.jobs().submit(tenant, new JobRequest(
                name, plain.media(), plain.outputBucket(), plain.roleArn(), plain.settings(), plain.channels(),
                Map.of(VisitRecord.TAG, named), new JobRequest.PatientContext(Pronouns.SHE_HER)));
        try (JobWorker worker = new JobWorker(
                database,
                scribing,
                new JobWorker.Work(new Scribe(new Scripted().stages()), new HealthScribePublisher(), objects, StreamedVisits.NONE),
                Clock.systemUTC(),
                BRISK)) {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (true) {
                Job job = scribing.jobs().find(tenant, name).orElseThrow();
                if (job.status().ended()) {
                    return job;
                }
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(20);
            }
        }
    }
}
