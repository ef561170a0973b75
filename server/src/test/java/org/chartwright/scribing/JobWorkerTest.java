package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.database.Database;
import org.chartwright.keys.TestKeys;
import org.chartwright.database.TestDatabase;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Word;
import org.chartwright.metering.Quotas;
import org.chartwright.note.NoteRequest;
import java.util.Set;
import org.chartwright.note.custom.TemplateFolder;
import org.chartwright.note.NoteWriter;
import org.chartwright.specialties.Specialty;
import org.chartwright.speech.RecognitionException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JobWorkerTest {

    private static final String VISIT = "what brings you in today\nmy left knee hurts\n";
    private static final WorkerSettings BRISK =
            new WorkerSettings(2, Duration.ofMillis(150), Duration.ofMillis(50), Duration.ofMillis(20));

    private final MemoryObjects objects = new MemoryObjects();
    private Database database;
    private Scribing scribing;
    private TenantId tenant;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("clinic");
        tenant = tenants.find("clinic").orElseThrow().id();
        scribing = new Scribing(database, TestKeys.of(database), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private JobWorker worker(Scripted scripted) {
        return new JobWorker(
                database,
                scribing,
                new JobWorker.Work(new Scribe(scripted.stages()), new HealthScribePublisher(), objects, StreamedVisits.NONE),
                Clock.systemUTC(),
                BRISK);
    }

    private Job submit(String name, String recording) {
        objects.objects.put(MemoryObjects.place(tenant, "in", name + ".wav"), recording);
        return ((Submission.Accepted) scribing.jobs().submit(tenant, Requests.oneMicrophone(name))).job();
    }

    private Job ended(String name) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            Job job = scribing.jobs().find(tenant, name).orElseThrow();
            if (job.status().ended()) {
                return job;
            }
            assertThat(System.nanoTime()).as("%s is still %s", name, job.status()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private int count(String table) {
        return TestDatabase.across(database, handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private String object(String key) {
        return objects.objects.get(MemoryObjects.place(tenant, "out", key));
    }

    @Test
    void anAcceptedJobIsDoneAndLeavesBothDocumentsAndNothingElse() throws Exception {
        try (JobWorker worker = worker(new Scripted())) {
            assertThat(worker.takesJobs()).isTrue();
            submit("visit", VISIT);
            Job job = ended("visit");
            assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(job.created()).isBeforeOrEqualTo(job.started());
            assertThat(job.started()).isBeforeOrEqualTo(job.ended());
            assertThat(object("visit/transcript.json")).contains("\"JobName\":\"visit\"", "knee");
            assertThat(object("visit/summary.json")).contains("ClinicalDocumentation", "knee");
        }
        assertThat(count("job_checkpoint")).isZero();
        assertThat(count("scheduled_tasks where task_name = 'job'")).isZero();
    }

    @Test
    void papersStandBesideTheDocumentsWhereTheServerWritesThem() throws Exception {
        NoteDesk desk = new NoteDesk(
                Specialty.GENERAL, TemplateFolder.NONE, Set.of(NoteDesk.Paper.ORDERS, NoteDesk.Paper.AFTER_VISIT_SUMMARY));
        Scripted scripted = new Scripted();
        Stages s = scripted.stages();
        Scribe writing = new Scribe(new Stages(
                s.sound(), s.cutter(), s.recognizer(), s.voices(), s.turns(), s.wording(), s.reader(), new NoteWriter()));
        try (JobWorker worker = new JobWorker(
                database,
                new Scribing(
                        database, TestKeys.of(database), Clock.systemUTC(),
                        new Quotas(Quotas.Limits.NONE, Clock.systemUTC()), desk),
                new JobWorker.Work(writing, new HealthScribePublisher(), objects, StreamedVisits.NONE),
                Clock.systemUTC(),
                BRISK)) {
            assertThat(worker.takesJobs()).isTrue();
            submit("papers", """
                    i will order a chest x-ray for your cough and fever
                    okay that sounds good i take lisinopril for hypertension
                    """);
            assertThat(ended("papers").status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(object("papers/orders.json")).contains("\"ProposedOrders\"", "Order a chest x-ray");
            assertThat(object("papers/after-visit-summary.json")).contains("\"AfterVisitSummary\"");
            assertThat(object("papers/report.json")).as("not asked for").isNull();
        }
    }

    @Test
    void aJobIsHeardByTheEngineThatItsTagNames() throws Exception {
        Scripted usual = new Scripted();
        Scripted other = new Scripted();
        try (JobWorker worker = new JobWorker(
                database,
                scribing,
                new JobWorker.Work(
                        new Scribe(usual.stages()), new HealthScribePublisher(), objects, StreamedVisits.NONE,
                        Map.of("other", new Scribe(usual.stages().with(other)))),
                Clock.systemUTC(),
                BRISK)) {
            assertThat(worker.takesJobs()).isTrue();
            submit("usual", VISIT);
            assertThat(ended("usual").status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(other.calls).hasValue(0);
            int before = usual.calls.get();
            submitTo("other", "chosen");
            assertThat(ended("chosen").status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(other.calls).hasPositiveValue();
            assertThat(usual.calls).hasValue(before);
            submitTo("gone", "late");
            assertThat(ended("late").failureReason()).contains("chartwright:engine", "not offered");
        }
    }

    private void submitTo(String engine, String name) {
        objects.objects.put(MemoryObjects.place(tenant, "in", name + ".wav"), VISIT);
        JobRequest request = Requests.with(
                name, Requests.oneMicrophone(name).settings(), Map.of(NoteDesk.ENGINE_TAG, engine));
        assertThat(scribing.jobs().submit(tenant, request)).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void silenceCompletesWithNoSegmentAndAnEmptyNote() throws Exception {
        try (JobWorker worker = worker(new Scripted())) {
            submit("silence", "\n\n");
            assertThat(ended("silence").status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(object("silence/transcript.json")).contains("\"TranscriptSegments\":[]");
            assertThat(object("silence/summary.json")).doesNotContain("SummarizedSegment");
        }
    }

    @Test
    void whatCannotBeDoneFailsAtOnceWithAReasonAndNoDocument() throws Exception {
        try (JobWorker worker = worker(new Scripted())) {
            submit("broken", "BAD!");
            assertThat(ended("broken").failureReason()).startsWith("The data in your input media file isn't valid.");
            submit("gone", VISIT);
            scribing.jobs().submit(tenant, Requests.oneMicrophone("missing"));
            assertThat(ended("missing").failureReason()).contains("doesn't point to an S3 object");
        }
        assertThat(object("broken/transcript.json")).isNull();
    }

    @Test
    void aDocumentThatIsRefusedTakesTheOtherWithIt() throws Exception {
        objects.objects.put(MemoryObjects.place(tenant, "in", "half.wav"), VISIT);
        JobRequest request = Requests.oneMicrophone("half");
        try (JobWorker worker = worker(new Scripted())) {
            scribing.jobs().submit(tenant, new JobRequest(
                    "half", request.media(), "locked", request.roleArn(), request.settings(), List.of(), Map.of(), null));
            assertThat(ended("half").failureReason()).isEqualTo("The output bucket cannot be written.");
        }
        assertThat(objects.objects).hasSize(1);
        assertThat(count("job_checkpoint")).isZero();
    }

    @Test
    void badLuckIsTriedThreeTimesAndThenTold() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        Scripted unlucky = new Scripted() {
            @Override
            List<Word> hear(String line, SpeechPiece piece) throws RecognitionException, InterruptedException {
                if (failures.getAndDecrement() > 0) {
                    throw new RecognitionException("died");
                }
                return super.hear(line, piece);
            }
        };
        try (JobWorker worker = worker(unlucky)) {
            submit("twice", "one line\n");
            assertThat(ended("twice").status()).isEqualTo(JobStatus.COMPLETED);
            failures.set(Integer.MAX_VALUE);
            submit("always", "one line\n");
            assertThat(ended("always").failureReason()).isEqualTo(FailureReasons.RECOGNISER);
            assertThat(Integer.MAX_VALUE - failures.get()).isEqualTo(3);
        }
    }

    @Test
    void aStoreThatIsAwayForAMomentCostsNothing() throws Exception {
        objects.failures = 2;
        try (JobWorker worker = worker(new Scripted())) {
            submit("away", VISIT);
            assertThat(ended("away").status()).isEqualTo(JobStatus.COMPLETED);
        }
    }

    @Test
    void aJobThatKillsItsWorkersIsFailedInsteadOfTakenAgain() throws Exception {
        Job job = submit("poison", VISIT);
        JobRecord record = new JobRecord(database.jdbi(), TestKeys.of(database), Clock.systemUTC(), scribing.visits());
        for (int i = 0; i < WorkerSettings.DEATHS; i++) {
            assertThat(record.take(job.id(), false).orElseThrow().attempts()).isEqualTo(i + 1);
        }
        try (JobWorker worker = worker(new Scripted())) {
            assertThat(ended("poison").failureReason()).isEqualTo(FailureReasons.TOO_OFTEN);
        }
    }

    @Test
    void aJobWhoseWorkersDiedOfSomethingElseIsStillDone() throws Exception {
        Job job = submit("innocent", VISIT);
        JobRecord record = new JobRecord(database.jdbi(), TestKeys.of(database), Clock.systemUTC(), scribing.visits());
        for (int i = 1; i < WorkerSettings.DEATHS; i++) {
            record.take(job.id(), false);
        }
        try (JobWorker worker = worker(new Scripted())) {
            assertThat(ended("innocent").status()).isEqualTo(JobStatus.COMPLETED);
        }
    }

    @Test
    void anAttemptThatTheDatabaseBrokeOffDoesNotCount() throws Exception {
        Job job = submit("outage", VISIT);
        JobRecord record = new JobRecord(database.jdbi(), TestKeys.of(database), Clock.systemUTC(), scribing.visits());
        assertThat(record.take(job.id(), false).orElseThrow().attempts()).isEqualTo(1);
        assertThat(record.take(job.id(), true).orElseThrow().attempts()).isEqualTo(1);
        AtomicInteger outages = new AtomicInteger(2 * WorkerSettings.DEATHS);
        Scripted cutOff = new Scripted() {
            @Override
            List<Word> hear(String line, SpeechPiece piece) throws RecognitionException, InterruptedException {
                if (outages.getAndDecrement() > 0) {
                    throw new ConnectionException(new SQLException("gone"));
                }
                return super.hear(line, piece);
            }
        };
        try (JobWorker worker = worker(cutOff)) {
            assertThat(ended("outage").status()).isEqualTo(JobStatus.COMPLETED);
        }
    }

    @Test
    void aWorkerThatWasOnlyAsleepCanNoLongerWrite() throws Exception {
        Job job = submit("fenced", VISIT);
        JobRecord record = new JobRecord(database.jdbi(), TestKeys.of(database), Clock.systemUTC(), scribing.visits());
        JobRecord.Taken sleeper = record.take(job.id(), false).orElseThrow();
        JobRecord.Taken other = record.take(job.id(), false).orElseThrow();
        assertThatThrownBy(() -> record.keep(sleeper, JobRecord.Stage.HEARD, "late"))
                .isInstanceOf(JobRecord.LostException.class);
        assertThatThrownBy(() -> record.end(sleeper, "late")).isInstanceOf(JobRecord.LostException.class);
        assertThatThrownBy(() -> record.giveBack(sleeper)).isInstanceOf(JobRecord.LostException.class);
        assertThatThrownBy(() -> record.check(sleeper)).isInstanceOf(JobRecord.LostException.class);
        assertThat(record.kept(other, JobRecord.Stage.HEARD, String.class)).isEmpty();
        record.end(other, null);
        assertThat(record.take(job.id(), false)).isEmpty();
        assertThatThrownBy(() -> record.end(other, "again")).isInstanceOf(JobRecord.LostException.class);
    }

    @Test
    void aDeadWorkersJobIsTakenOverAndGoesOnFromWhereItWasKept() throws Exception {
        Job job = submit("orphan", VISIT);
        Scribe scribe = new Scribe(new Scripted().stages());
        JobRecord record = new JobRecord(database.jdbi(), TestKeys.of(database), Clock.systemUTC(), scribing.visits());
        JobRecord.Taken dead = record.take(job.id(), false).orElseThrow();
        ScribeRequest request = ScribeRequest.oneMicrophone(
                new NoteRequest(NoteTemplate.DAP, Pronouns.SHE_HER, Specialty.GENERAL),
                job.id());
        Heard heard = scribe.hear(Scripted.recording(VISIT), request, Progress.NONE);
        record.keep(dead, JobRecord.Stage.HEARD, heard);
        assertThat(record.kept(dead, JobRecord.Stage.HEARD, Heard.class)).contains(heard);
        TestDatabase.acrossAll(database, handle -> handle.execute("""
                update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 minute'
                where task_name = 'job'"""));
        Scripted scripted = new Scripted();
        try (JobWorker worker = worker(scripted)) {
            assertThat(ended("orphan").status()).isEqualTo(JobStatus.COMPLETED);
        }
        assertThat(scripted.calls.get()).as("what was heard is not heard again").isZero();
        assertThat(object("orphan/transcript.json")).contains("knee");
    }

    @Test
    void aWorkerThatIsClosedGivesItsJobBackAndTheNextOneFinishesIt() throws Exception {
        CountDownLatch hearing = new CountDownLatch(1);
        Scripted endless = new Scripted() {
            @Override
            List<Word> hear(String line, SpeechPiece piece) throws InterruptedException {
                hearing.countDown();
                Thread.sleep(Duration.ofMinutes(5));
                return List.of();
            }
        };
        try (JobWorker worker = worker(endless)) {
            submit("drained", VISIT);
            assertThat(hearing.await(20, TimeUnit.SECONDS)).isTrue();
        }
        Job job = scribing.jobs().find(tenant, "drained").orElseThrow();
        assertThat(job.status()).isEqualTo(JobStatus.IN_PROGRESS);
        assertThat(count("job where attempts = 0")).isEqualTo(1);
        assertThat(count("scheduled_tasks where task_name = 'job' and not picked")).isEqualTo(1);
        try (JobWorker worker = worker(new Scripted())) {
            assertThat(ended("drained").status()).isEqualTo(JobStatus.COMPLETED);
        }
    }

    @Test
    void vocabulariesAreReadAndThenHelpAJob() throws Exception {
        Scripted scripted = new Scripted();
        objects.objects.put(MemoryObjects.place(tenant, "in", "good.txt"), "Phrase\tDisplayAs\nzo-fran\tZofran\n");
        objects.objects.put(MemoryObjects.place(tenant, "in", "bad.txt"), "Phrase\tDisplayAs\nzo fran\tZofran\n");
        Vocabularies vocabularies = scribing.vocabularies();
        try (JobWorker worker = worker(scripted)) {
            for (String name : List.of("good", "bad", "absent")) {
                ObjectRef file = new ObjectRef("s3://in/" + name + ".txt", "in", name + ".txt");
                vocabularies.create(tenant, name, "en-US", new WordSource.Stored(file), Map.of());
            }
            for (String name : List.of("good", "bad", "absent")) {
                long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (vocabularies.find(tenant, name).orElseThrow().state() == Vocabulary.State.PENDING) {
                    assertThat(System.nanoTime()).isLessThan(end);
                    Thread.sleep(20);
                }
            }
            assertThat(vocabularies.find(tenant, "good").orElseThrow().state()).isEqualTo(Vocabulary.State.READY);
            assertThat(vocabularies.find(tenant, "bad").orElseThrow().failureReason()).startsWith("Line 2, column Phrase");
            assertThat(vocabularies.find(tenant, "absent").orElseThrow().failureReason()).contains("S3 object");
            objects.objects.put(MemoryObjects.place(tenant, "in", "helped.wav"), VISIT);
            scribing.jobs().submit(tenant, Requests.with(
                    "helped", new JobSettings(true, 2, null, "good", null, null, null)));
            assertThat(ended("helped").status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(scripted.lastHints.phrases()).extracting(phrase -> phrase.text()).containsExactly("zo fran");
        }
    }
}
