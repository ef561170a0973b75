package org.chartwright.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJobStatus;

/** One process takes requests, another on the same data folder does the work. */
final class RolesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @Test
    void aWorkerDoesTheJobsOfAnApiServerOnTheSameFolder() throws Exception {
        Path visit = beginning();
        try (StartedServer api = StartedServer.start("api")) {
            StaticCredentialsProvider key = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    api.credentials().get("aws_access_key_id"), api.credentials().get("aws_secret_access_key")));
            try (S3Client store = S3Client.builder()
                            .endpointOverride(URI.create(api.endpoint()))
                            .region(Region.US_EAST_1)
                            .credentialsProvider(key)
                            .forcePathStyle(true)
                            .build();
                    TranscribeClient scribe = TranscribeClient.builder()
                            .endpointOverride(URI.create(api.endpoint()))
                            .region(Region.US_EAST_1)
                            .credentialsProvider(key)
                            .build()) {
                store.createBucket(bucket -> bucket.bucket("visits"));
                store.putObject(object -> object.bucket("visits").key("visit.ogg"), visit);
                scribe.startMedicalScribeJob(job -> job.medicalScribeJobName("split")
                        .media(media -> media.mediaFileUri("s3://visits/visit.ogg"))
                        .outputBucketName("visits")
                        .dataAccessRoleArn("arn:aws:iam::123456789012:role/scribe")
                        .settings(settings -> settings.showSpeakerLabels(true).maxSpeakerLabels(2)));
                assertThat(status(scribe)).as("nobody works yet").isEqualTo(MedicalScribeJobStatus.QUEUED);
                Process worker = api.another("worker");
                try {
                    assertThat(firstLine(worker)).isEqualTo("Chartwright works on jobs");
                    long end = System.nanoTime() + PATIENCE.toNanos();
                    while (status(scribe) != MedicalScribeJobStatus.COMPLETED) {
                        assertThat(status(scribe)).isNotEqualTo(MedicalScribeJobStatus.FAILED);
                        assertThat(System.nanoTime()).isLessThan(end);
                        Thread.sleep(500);
                    }
                } finally {
                    worker.destroy();
                    worker.onExit().completeOnTimeout(worker, 40, TimeUnit.SECONDS).join();
                    worker.destroyForcibly();
                }
                assertThat(store.headObject(object -> object.bucket("visits").key("split/summary.json")).contentLength())
                        .isPositive();
            }
        }
    }

    @Test
    void aSecondServerOnAFolderInUseSaysSoAndStops() throws Exception {
        try (StartedServer first = StartedServer.start("api")) {
            Process second = first.another("all");
            assertThat(firstLine(second)).contains("Another Chartwright server runs on the data folder");
            assertThat(second.waitFor()).isEqualTo(78);
        }
    }

    private Path beginning() throws IOException, InterruptedException {
        Path visit = folder.resolve("visit.ogg");
        Process cut = new ProcessBuilder(
                        "ffmpeg", "-nostdin", "-v", "error", "-i", "../samples/visit/visit.ogg", "-t", "20", visit.toString())
                .inheritIO()
                .start();
        assertThat(cut.waitFor()).isZero();
        return visit;
    }

    /** The first line that is no log line; what follows is read too, so that the process never waits for a reader. */
    private static String firstLine(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("Chartwright")) {
            line = lines.readLine();
        }
        Thread.ofVirtual().start(() -> {
            try {
                lines.lines().forEach(_ -> {});
            } catch (UncheckedIOException _) {
                // The process has gone, and nobody asks for more of it.
            }
        });
        return String.valueOf(line);
    }

    private static MedicalScribeJobStatus status(TranscribeClient scribe) {
        return scribe.getMedicalScribeJob(job -> job.medicalScribeJobName("split"))
                .medicalScribeJob()
                .medicalScribeJobStatus();
    }
}
