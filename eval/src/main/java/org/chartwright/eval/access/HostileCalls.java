package org.chartwright.eval.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.StartMedicalScribeJobRequest;
import software.amazon.awssdk.services.transcribe.model.Tag;

/** A client with a good key who fills every field with what it is given. For one thread. */
final class HostileCalls implements AutoCloseable {

    private static final String ROLE = "arn:aws:iam::123456789012:role/scribe";

    private final URI endpoint;
    private final TranscribeClient transcribe;
    private final S3Client s3;
    private final List<String> failures = new ArrayList<>();
    private int sent;
    private int accepted;

    private HostileCalls(URI endpoint, TranscribeClient transcribe, S3Client s3) {
        this.endpoint = endpoint;
        this.transcribe = transcribe;
        this.s3 = s3;
    }

    static HostileCalls open(URI endpoint, Path credentials) {
        ProfileCredentialsProvider keys = ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.builder().content(credentials).type(ProfileFile.Type.CREDENTIALS).build())
                .build();
        HostileCalls calls = new HostileCalls(
                endpoint,
                TranscribeClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .credentialsProvider(keys)
                        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                        .build(),
                S3Client.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .credentialsProvider(keys)
                        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                        .build());
        calls.s3.createBucket(r -> r.bucket("visits"));
        calls.s3.putObject(r -> r.bucket("visits").key("visit.wav"), RequestBody.fromString("not a recording"));
        return calls;
    }

    /** In each field that takes an address; accepting one is wrong. */
    void address(String address) {
        must(() -> transcribe.startMedicalScribeJob(start("visit-" + sent).toBuilder()
                .media(media -> media.mediaFileUri(address))
                .build()));
        must(() -> transcribe.createVocabulary(v -> v.vocabularyName("v-" + sent).languageCode("en-US").vocabularyFileUri(address)));
        must(() -> transcribe.createVocabularyFilter(
                f -> f.vocabularyFilterName("f-" + sent).languageCode("en-US").vocabularyFilterFileUri(address)));
    }

    /** In each field that takes a name or a text, where it may be accepted as long as it does no harm. */
    void name(String name) {
        may(() -> transcribe.startMedicalScribeJob(start(name)));
        may(() -> transcribe.startMedicalScribeJob(start("n-" + sent).toBuilder().outputBucketName(name).build()));
        may(() -> transcribe.startMedicalScribeJob(start("n-" + sent).toBuilder().dataAccessRoleArn(name).build()));
        may(() -> transcribe.startMedicalScribeJob(start("n-" + sent).toBuilder()
                .media(media -> media.mediaFileUri("s3://visits/" + name)).build()));
        may(() -> transcribe.startMedicalScribeJob(start("n-" + sent).toBuilder()
                .tags(Tag.builder().key(name).value(name).build()).build()));
        may(() -> transcribe.startMedicalScribeJob(start("n-" + sent).toBuilder()
                .settings(s -> s.showSpeakerLabels(true).maxSpeakerLabels(2).vocabularyName(name)).build()));
        may(() -> transcribe.getMedicalScribeJob(r -> r.medicalScribeJobName(name)));
        may(() -> transcribe.deleteMedicalScribeJob(r -> r.medicalScribeJobName(name)));
        may(() -> transcribe.listMedicalScribeJobs(r -> r.jobNameContains(name)));
        may(() -> transcribe.listMedicalScribeJobs(r -> r.nextToken(name)));
        may(() -> transcribe.createVocabulary(v -> v.vocabularyName("p-" + sent).languageCode("en-US").phrases(name)));
        may(() -> transcribe.createVocabulary(v -> v.vocabularyName(name).languageCode("en-US").phrases("x")));
        may(() -> transcribe.createVocabularyFilter(f -> f.vocabularyFilterName(name).languageCode("en-US").words(name)));
        may(() -> transcribe.tagResource(t -> t.resourceArn(name).tags(Tag.builder().key("a").value(name).build())));
        may(() -> s3.putObject(r -> r.bucket("visits").key(name), RequestBody.fromString("x")));
        may(() -> s3.getObjectAsBytes(r -> r.bucket("visits").key(name)));
        may(() -> s3.createBucket(r -> r.bucket(name)));
        may(() -> s3.listObjectsV2(r -> r.bucket("visits").prefix(name).delimiter(name)));
        may(() -> s3.copyObject(r -> r.sourceBucket("visits").sourceKey(name).destinationBucket("visits").destinationKey("copy")));
    }

    private static StartMedicalScribeJobRequest start(String name) {
        return StartMedicalScribeJobRequest.builder()
                .medicalScribeJobName(name)
                .media(media -> media.mediaFileUri("s3://visits/visit.wav"))
                .outputBucketName("visits")
                .dataAccessRoleArn(ROLE)
                .settings(settings -> settings.showSpeakerLabels(true).maxSpeakerLabels(2))
                .build();
    }

    private void must(Runnable call) {
        if (done(call)) {
            accepted++;
        }
    }

    private void may(Runnable call) {
        done(call);
    }

    private boolean done(Runnable call) {
        sent++;
        try {
            call.run();
            return true;
        } catch (SdkServiceException e) {
            if (e.statusCode() >= 500) {
                failures.add("call " + sent + ": " + e.statusCode());
            }
            return false;
        } catch (SdkException | IllegalArgumentException e) {
            return false; // the client itself will not send it
        }
    }

    int sent() {
        return sent;
    }

    int accepted() {
        return accepted;
    }

    List<String> failures() {
        return failures;
    }

    boolean isWell() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(endpoint.resolve("/health/ready")).build();
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    @Override
    public void close() {
        transcribe.close();
        s3.close();
    }
}
