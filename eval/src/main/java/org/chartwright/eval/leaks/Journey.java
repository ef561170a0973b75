package org.chartwright.eval.leaks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.chartwright.eval.StreamSigning;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJobStatus;
import software.amazon.awssdk.services.transcribe.model.Tag;
import software.amazon.awssdk.services.transcribe.model.VocabularyState;

/** A client that says and sends the words, in every way there is. For one thread. */
final class Journey implements AutoCloseable {

    private static final String BUCKET = "visits";
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Set<MedicalScribeJobStatus> ENDED =
            Set.of(MedicalScribeJobStatus.COMPLETED, MedicalScribeJobStatus.FAILED);
    private static final String ROLE = "arn:aws:iam::123456789012:role/scribe";

    private final Words words;
    private final Listener listener;
    private final URI endpoint;
    private final TranscribeClient transcribe;
    private final S3Client s3;
    private final StreamCall streams;
    private final List<String> missing = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    Journey(Words words, Listener listener, URI endpoint, Path credentials) {
        this.words = words;
        this.listener = listener;
        this.endpoint = endpoint;
        ProfileCredentialsProvider keys = ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.builder().content(credentials).type(ProfileFile.Type.CREDENTIALS).build())
                .build();
        this.transcribe = TranscribeClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(keys)
                .build();
        this.s3 = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(keys)
                .build();
        AwsCredentials caller = keys.resolveCredentials();
        this.streams = new StreamCall(new StreamSigning(endpoint, caller.accessKeyId(), caller.secretAccessKey()));
    }

    /** What should have come back with its word in it and did not; else the search proves nothing. */
    List<String> missing() {
        return missing;
    }

    void prepare(byte[] wave) throws InterruptedException {
        s3.createBucket(r -> r.bucket(BUCKET));
        s3.putObject(r -> r.bucket(BUCKET).key("visit.wav"), RequestBody.fromBytes(wave));
        transcribe.createVocabulary(v -> v.vocabularyName("names").languageCode("en-US").phrases(words.of("vocabulary")));
        transcribe.createVocabularyFilter(f -> f.vocabularyFilterName("rude").languageCode("en-US").words(words.of("filter")));
        await(() -> transcribe.getVocabulary(v -> v.vocabularyName("names")).vocabularyState() != VocabularyState.PENDING);
    }

    /** A job of that visit; gives its transcript and note. */
    void job(String name, UUID visit) throws InterruptedException {
        listener.hears("my neighbour " + words.of("spoken in a job") + " says my left knee hurts i take lisinopril twenty"
                + " milligrams a day");
        start(name, "visit.wav", visit);
        await(() -> ENDED.contains(status(name)));
        if (status(name) != MedicalScribeJobStatus.COMPLETED) {
            throw new IllegalStateException("The job failed: "
                    + transcribe.getMedicalScribeJob(r -> r.medicalScribeJobName(name)).medicalScribeJob().failureReason());
        }
        expect("spoken in a job", read(name + "/transcript.json"));
    }

    void start(String name, String recording, UUID visit) {
        transcribe.startMedicalScribeJob(job -> job.medicalScribeJobName(name)
                .media(media -> media.mediaFileUri("s3://" + BUCKET + "/" + recording))
                .outputBucketName(BUCKET)
                .dataAccessRoleArn(ROLE)
                .tags(Tag.builder().key("chartwright:visit").value(visit.toString()).build())
                .settings(settings -> settings.showSpeakerLabels(true)
                        .maxSpeakerLabels(2)
                        .vocabularyName("names")
                        .vocabularyFilterName("rude")
                        .vocabularyFilterMethod("mask")));
    }

    /** What cannot be done, and says so. */
    void fail(UUID visit) throws IOException, InterruptedException {
        byte[] broken = ("RIFF" + (words.of("broken media") + " ").repeat(2000)).getBytes(StandardCharsets.UTF_8);
        s3.putObject(r -> r.bucket(BUCKET).key("broken.wav"), RequestBody.fromBytes(broken));
        start("broken", "broken.wav", visit);
        await(() -> status("broken") == MedicalScribeJobStatus.FAILED);
        send("POST", "/", "{\"MedicalScribeJobName\": \"x\", " + words.of("malformed request"));
        send("POST", "/", "{\"MedicalScribeJobName\": \"x\", \"" + words.of("unknown member") + "\": 1}");
        send("GET", "/fhir/Patient?family=" + words.of("query"), "");
        send("GET", "/" + words.of("query") + "/x?prefix=" + words.of("query"), "");
        send("GET", "/app/api/visits?q=" + words.of("query"), "");
        send("POST", "/app/api/visits/search", "{\"q\":\"" + words.of("query") + "\"}");
    }

    /** A streamed visit, to its note. */
    void stream(byte[] pcm) throws IOException, InterruptedException {
        listener.hears("my cousin " + words.of("spoken in a stream") + " has had a cough for three weeks");
        String configuration = "{\"ResourceAccessRoleArn\":\"" + ROLE + "\",\"PostStreamAnalyticsSettings\":"
                + "{\"ClinicalNoteGenerationSettings\":{\"OutputBucketName\":\"" + BUCKET + "\"}}}";
        expect("spoken in a stream", streams.stream(UUID.randomUUID().toString(), configuration, pcm));
        List<String> keys = new ArrayList<>();
        await(() -> {
            keys.clear();
            keys.addAll(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("healthscribe-streaming/")).contents().stream()
                    .map(S3Object::key)
                    .filter(key -> key.endsWith("transcript.json"))
                    .toList());
            return !keys.isEmpty();
        });
        expect("spoken in a stream", read(keys.getFirst()));
    }

    /** The record, as a program of the hospital's reads it. */
    void readRecord(String token, UUID patient) throws IOException, InterruptedException {
        for (String path : List.of("Patient?family=" + words.of("family name"), "Patient/" + patient)) {
            expect("family name", fhir(path, token));
        }
        for (String path : List.of("DocumentReference", "Composition", "Condition")) {
            fhir(path + "?patient=" + patient, token);
        }
    }

    private byte[] fhir(String path, String token) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(endpoint.resolve("/fhir/" + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(endpoint.resolve(path))
                        .header("X-Amz-Target", "Transcribe.StartMedicalScribeJob")
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private byte[] read(String key) {
        return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray();
    }

    private void expect(String use, byte[] answer) {
        if (!words.in(answer).contains(use)) {
            missing.add(use);
        }
    }

    MedicalScribeJobStatus status(String job) {
        return transcribe.getMedicalScribeJob(r -> r.medicalScribeJobName(job)).medicalScribeJob().medicalScribeJobStatus();
    }

    static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It did not happen in " + LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(250);
        }
    }

    @Override
    public void close() {
        transcribe.close();
        s3.close();
        http.close();
    }
}
