package org.chartwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJob;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJobStatus;
import software.amazon.awssdk.services.transcribe.model.StartMedicalScribeJobRequest;

/** The main job, end to end, through the public API with the AWS SDK: what a stranger tries first. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a server, has it scribe the sample visit through the public API, and prints the note.")
final class DemoCommand implements Callable<Integer> {

    private static final String BUCKET = "demo";
    private static final long POLL_MILLIS = 2_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--keep", description = "Leave the server up and say how to use it.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("chartwright.home", ""));
        Path visit = home.resolve("samples/visit/visit.ogg");
        Path data = keep ? home.resolve("data/demo").toAbsolutePath() : Files.createTempDirectory("chartwright-demo");
        ServerProcess server = null;
        boolean leave = false;
        try {
            step("Starting a server with its own PostgreSQL, object store and speech recogniser ...");
            server = ServerProcess.start(data);
            String endpoint = server.endpoint();
            step("It listens at " + endpoint + "; its credentials are in " + data.resolve("credentials"));
            scribe(endpoint, data.resolve("credentials"), visit);
            leave = keep;
            if (leave) {
                explain(endpoint, data, server.pid());
            }
            return 0;
        } finally {
            if (server != null && !leave) {
                server.stop();
            }
            if (!keep) {
                ServerProcess.forget(data);
            }
        }
    }

    private void scribe(String endpoint, Path credentials, Path visit) throws IOException, InterruptedException {
        try (ProfileCredentialsProvider keys = ProfileCredentialsProvider.builder()
                        .profileFile(ProfileFile.builder()
                                .content(credentials)
                                .type(ProfileFile.Type.CREDENTIALS)
                                .build())
                        .profileName("default")
                        .build();
                S3Client store = S3Client.builder()
                        .endpointOverride(URI.create(endpoint))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(keys)
                        .forcePathStyle(true)
                        .build();
                TranscribeClient scribe = TranscribeClient.builder()
                        .endpointOverride(URI.create(endpoint))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(keys)
                        .build()) {
            step("Putting the sample visit into the object store: s3://" + BUCKET + "/visit.ogg");
            if (store.listBuckets().buckets().stream().noneMatch(bucket -> bucket.name().equals(BUCKET))) {
                store.createBucket(bucket -> bucket.bucket(BUCKET));
            }
            store.putObject(object -> object.bucket(BUCKET).key("visit.ogg"), visit);
            String name = "demo-" + ProcessHandle.current().pid() + "-" + System.currentTimeMillis() / 1000;
            step("StartMedicalScribeJob " + name);
            scribe.startMedicalScribeJob(job(name));
            MedicalScribeJob done = await(scribe, name);
            byte[] transcript = fetch(store, done.medicalScribeOutput().transcriptFileUri());
            byte[] summary = fetch(store, done.medicalScribeOutput().clinicalDocumentUri());
            PrintWriter out = spec.commandLine().getOut();
            out.println();
            out.print(NotePrint.of("The note of the sample visit", transcript, summary));
            out.println();
            out.flush();
        }
    }

    private static StartMedicalScribeJobRequest job(String name) {
        return StartMedicalScribeJobRequest.builder()
                .medicalScribeJobName(name)
                .media(media -> media.mediaFileUri("s3://" + BUCKET + "/visit.ogg"))
                .outputBucketName(BUCKET)
                .dataAccessRoleArn("arn:aws:iam::123456789012:role/scribe")
                .settings(settings -> settings.showSpeakerLabels(true).maxSpeakerLabels(2))
                .build();
    }

    private MedicalScribeJob await(TranscribeClient scribe, String name) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            MedicalScribeJob job = scribe.getMedicalScribeJob(request -> request.medicalScribeJobName(name))
                    .medicalScribeJob();
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            step(String.format(Locale.ROOT, "  %3d s  %s", seconds, job.medicalScribeJobStatusAsString()));
            if (job.medicalScribeJobStatus() == MedicalScribeJobStatus.COMPLETED) {
                return job;
            }
            if (job.medicalScribeJobStatus() == MedicalScribeJobStatus.FAILED) {
                throw new IOException("the job failed: " + job.failureReason());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static byte[] fetch(S3Client store, String address) {
        String[] bucketAndKey = URI.create(address).getPath().substring(1).split("/", 2);
        return store.getObjectAsBytes(object -> object.bucket(bucketAndKey[0]).key(bucketAndKey[1]))
                .asByteArray();
    }

    private void explain(String endpoint, Path data, long pid) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The server stays up.");
        out.println("  endpoint     " + endpoint);
        out.println("  workspace    " + endpoint + "/app/ (./chartwright people invite --data " + data + " …)");
        out.println("  credentials  " + data.resolve("credentials"));
        try (Stream<String> lines = Files.lines(data.resolve("credentials"))) {
            lines.forEach(line -> out.println("    " + line));
        }
        out.println("  AWS CLI      AWS_SHARED_CREDENTIALS_FILE=" + data.resolve("credentials") + " aws --region us-east-1"
                + " --endpoint-url " + endpoint + " transcribe list-medical-scribe-jobs");
        out.println("  stop it      kill " + pid);
        out.flush();
    }

    private void step(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text);
        err.flush();
    }
}
