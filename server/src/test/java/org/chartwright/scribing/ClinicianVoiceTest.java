package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.TestKeys;
import org.chartwright.speakers.VoicePrint;
import org.chartwright.speakers.VoicePrintsTest;
import org.chartwright.speakers.Voices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job whose tag names the print of a clinician's voice. */
final class ClinicianVoiceTest {

    private final MemoryObjects objects = new MemoryObjects();
    private final List<VoicePrint> expected = new CopyOnWriteArrayList<>();
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

    @Test
    void theVoiceThatAJobsTagNamesIsListenedForAndNoneWithoutATag() throws Exception {
        byte[] print = VoicePrintsTest.somebody().bytes();
        keep("voice.print", print);
        assertThat(ended("plain", Map.of()).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(expected).isEmpty();
        assertThat(ended("known", Map.of(ClinicianVoice.TAG, "s3://in/voice.print")).status())
                .isEqualTo(JobStatus.COMPLETED);
        assertThat(expected).extracting(VoicePrint::bytes).containsExactly(print);
    }

    @Test
    void aTagThatNamesNoPrintFailsTheJobAndSaysWhy() throws Exception {
        keep("letter.txt", "Dear colleague".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ended("letter", Map.of(ClinicianVoice.TAG, "s3://in/letter.txt")).failureReason())
                .contains(ClinicianVoice.TAG, "is no voice print");
        assertThat(ended("nowhere", Map.of(ClinicianVoice.TAG, "voice.print")).failureReason())
                .contains(ClinicianVoice.TAG, "s3://bucket/key");
        assertThat(ended("gone", Map.of(ClinicianVoice.TAG, "s3://in/gone.print")).failureReason())
                .contains("doesn't point to an S3 object");
        assertThat(expected).isEmpty();
    }

    private void keep(String key, byte[] content) {
        objects.objects.put(MemoryObjects.place(tenant, "in", key), new String(content, StandardCharsets.ISO_8859_1));
    }

    private Job ended(String name, Map<String, String> tags) throws InterruptedException {
        keep(name + ".wav", "what brings you in today\nmy left knee hurts\n".getBytes(StandardCharsets.ISO_8859_1));
        JobRequest request = Requests.with(name, Requests.oneMicrophone(name).settings(), tags);
        assertThat(scribing.jobs().submit(tenant, request)).isInstanceOf(Submission.Accepted.class);
        WorkerSettings brisk = new WorkerSettings(1, Duration.ofMillis(150), Duration.ofMillis(50), Duration.ofMillis(20));
        JobWorker.Work work = new JobWorker.Work(
                new Scribe(listening()), new HealthScribePublisher(), objects, StreamedVisits.NONE);
        try (JobWorker worker = new JobWorker(database, scribing, work, Clock.systemUTC(), brisk)) {
            assertThat(worker.takesJobs()).isTrue();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (true) {
                Job job = scribing.jobs().find(tenant, name).orElseThrow();
                if (job.status().ended()) {
                    return job;
                }
                assertThat(System.nanoTime()).as("%s is still %s", name, job.status()).isLessThan(end);
                Thread.sleep(20);
            }
        }
    }

    private Stages listening() {
        Stages s = new Scripted().stages();
        return new Stages(
                s.sound(), s.cutter(), s.recognizer(), () -> new Noting(s.voices().get()), s.turns(), s.wording(),
                s.reader(), s.drafter());
    }

    /** Notes who is expected. */
    private final class Noting implements Voices {

        private final Voices inner;

        Noting(Voices inner) {
            this.inner = inner;
        }

        @Override
        public void expect(VoicePrint known) {
            expected.add(known);
        }

        @Override
        public void observe(SpeechPiece piece) {
            inner.observe(piece);
        }

        @Override
        public List<VoiceSpan> tellApart(int most) {
            return inner.tellApart(most);
        }

        @Override
        public Voices snapshot() {
            return new Noting(inner.snapshot());
        }

        @Override
        public int likeliest(SpeechPiece piece) {
            return inner.likeliest(piece);
        }
    }
}
