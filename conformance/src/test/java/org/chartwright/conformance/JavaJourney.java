package org.chartwright.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.BadRequestException;
import software.amazon.awssdk.services.transcribe.model.ConflictException;
import software.amazon.awssdk.services.transcribe.model.LanguageCode;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJob;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJobStatus;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJobSummary;
import software.amazon.awssdk.services.transcribe.model.StartMedicalScribeJobRequest;
import software.amazon.awssdk.services.transcribe.model.Tag;
import software.amazon.awssdk.services.transcribe.model.TranscribeException;
import software.amazon.awssdk.services.transcribe.waiters.TranscribeWaiter;

/** The journey with the AWS SDK for Java v2. */
final class JavaJourney {

    private static final String INPUT = "java-recordings";
    private static final String OUTPUT = "java-notes";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StartedServer server;
    private final Path recording;
    private final List<String> passed = new ArrayList<>();
    private final S3Client store;
    private final TranscribeClient scribe;

    JavaJourney(StartedServer server, Path recording) throws IOException {
        this.server = server;
        this.recording = recording;
        StaticCredentialsProvider key =
                key(server.credentials().get("aws_access_key_id"), server.credentials().get("aws_secret_access_key"));
        store = S3Client.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(key)
                .forcePathStyle(true)
                .build();
        scribe = scribe(key);
    }

    /** Makes the journey and names the steps that passed. */
    List<String> make() throws IOException {
        try (store;
                scribe) {
            refuse();
            start();
            read();
            list();
            cleanUp();
        }
        return passed;
    }

    private void refuse() throws IOException {
        store.createBucket(bucket -> bucket.bucket(INPUT));
        store.createBucket(bucket -> bucket.bucket(OUTPUT));
        passed.add("make two buckets");

        store.putObject(object -> object.bucket(INPUT).key("visit.ogg"), recording);
        passed.add("upload the recording");

        assertThatThrownBy(() -> scribe.startMedicalScribeJob(job("java-absent").toBuilder()
                        .media(media -> media.mediaFileUri("s3://" + INPUT + "/absent.ogg"))
                        .build()))
                .isInstanceOf(BadRequestException.class);
        passed.add("refuse a recording that is not there");

        assertThatThrownBy(() -> scribe.startMedicalScribeJob(job("java-torn").toBuilder()
                        .settings(settings -> settings.showSpeakerLabels(true).channelIdentification(true))
                        .build()))
                .isInstanceOf(BadRequestException.class);
        passed.add("refuse settings that contradict each other");

        try (TranscribeClient stranger = scribe(key(server.credentials().get("aws_access_key_id"), "wrong"))) {
            assertThatThrownBy(() -> stranger.listMedicalScribeJobs(request -> request.maxResults(1)))
                    .isInstanceOfSatisfying(TranscribeException.class, refusal -> assertThat(
                                    refusal.awsErrorDetails().errorCode())
                            .isEqualTo("InvalidSignatureException"));
        }
        passed.add("refuse a wrong secret");
    }

    private void start() {
        scribe.createVocabulary(vocabulary -> vocabulary
                .vocabularyName("java-words")
                .languageCode(LanguageCode.EN_US)
                .phrases("meniscus", "knee-pain"));
        try (TranscribeWaiter waiter = waiter()) {
            waiter.waitUntilVocabularyReady(vocabulary -> vocabulary.vocabularyName("java-words"));
            passed.add("create a vocabulary and wait until it is ready");

            MedicalScribeJob started = scribe.startMedicalScribeJob(job("java-visit").toBuilder()
                            .tags(tag("clinic", "north"))
                            .build())
                    .medicalScribeJob();
            assertThat(started.medicalScribeJobStatus())
                    .isIn(MedicalScribeJobStatus.QUEUED, MedicalScribeJobStatus.IN_PROGRESS);
            assertThat(started.creationTime()).isNotNull();
            passed.add("start a job");

            assertThatThrownBy(() -> scribe.startMedicalScribeJob(job("java-visit")))
                    .isInstanceOf(ConflictException.class);
            passed.add("refuse the same name again");

            scribe.startMedicalScribeJob(job("java-visit-2"));
            for (String name : List.of("java-visit", "java-visit-2")) {
                waiter.waitUntilMedicalScribeJobCompleted(request -> request.medicalScribeJobName(name));
            }
        }
        passed.add("wait until the job is completed");
    }

    private void read() throws IOException {
        MedicalScribeJob done = scribe.getMedicalScribeJob(request -> request.medicalScribeJobName("java-visit"))
                .medicalScribeJob();
        JsonNode conversation = fetch(done.medicalScribeOutput().transcriptFileUri()).get("Conversation");
        assertThat(conversation.get("JobName").asText()).isEqualTo("java-visit");
        passed.add("fetch the transcript by its address");

        JsonNode sections = fetch(done.medicalScribeOutput().clinicalDocumentUri())
                .get("ClinicalDocumentation")
                .get("Sections");
        assertThat(sections).hasSize(10);
        passed.add("fetch the note by its address");

        Set<String> segments = new HashSet<>(conversation.findValuesAsText("SegmentId"));
        List<String> links = sections.findValuesAsText("SegmentId");
        assertThat(links).isNotEmpty();
        assertThat(segments).containsAll(links);
        passed.add("follow every evidence link");
    }

    private void list() {
        List<String> names = scribe
                .listMedicalScribeJobsPaginator(request ->
                        request.maxResults(1).jobNameContains("JAVA-visit").status(MedicalScribeJobStatus.COMPLETED))
                .stream()
                .peek(page -> assertThat(page.medicalScribeJobSummaries()).hasSizeLessThanOrEqualTo(1))
                .flatMap(page -> page.medicalScribeJobSummaries().stream())
                .map(MedicalScribeJobSummary::medicalScribeJobName)
                .toList();
        assertThat(names).containsExactly("java-visit-2", "java-visit");
        passed.add("list jobs page by page");
    }

    private void cleanUp() throws IOException {
        String arn = "arn:aws:transcribe:us-east-1:" + server.credentials().get("aws_account_id")
                + ":medical-scribe-job/java-visit";
        scribe.tagResource(request -> request.resourceArn(arn).tags(tag("ward", "7")));
        assertThat(scribe.listTagsForResource(request -> request.resourceArn(arn)).tags().stream()
                        .map(Tag::key)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("clinic", "ward");
        scribe.untagResource(request -> request.resourceArn(arn).tagKeys("ward"));
        passed.add("tag, list tags, untag");

        scribe.deleteVocabulary(request -> request.vocabularyName("java-words"));
        passed.add("delete the vocabulary");

        for (String name : List.of("java-visit", "java-visit-2")) {
            scribe.deleteMedicalScribeJob(request -> request.medicalScribeJobName(name));
        }
        passed.add("delete the jobs");

        assertThatThrownBy(() -> scribe.getMedicalScribeJob(request -> request.medicalScribeJobName("java-visit")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("couldn't be found");
        passed.add("a deleted job is not found");
    }

    private JsonNode fetch(String address) throws IOException {
        String[] bucketAndKey = URI.create(address).getPath().substring(1).split("/", 2);
        ResponseBytes<GetObjectResponse> answer =
                store.getObjectAsBytes(object -> object.bucket(bucketAndKey[0]).key(bucketAndKey[1]));
        assertThat(answer.response().contentType()).startsWith("application/json");
        return JSON.readTree(answer.asByteArray());
    }

    private StartMedicalScribeJobRequest job(String name) {
        return StartMedicalScribeJobRequest.builder()
                .medicalScribeJobName(name)
                .media(media -> media.mediaFileUri("s3://" + INPUT + "/visit.ogg"))
                .outputBucketName(OUTPUT)
                .dataAccessRoleArn("arn:aws:iam::123456789012:role/scribe")
                .settings(settings -> settings.showSpeakerLabels(true).maxSpeakerLabels(2).channelIdentification(false))
                .build();
    }

    private TranscribeWaiter waiter() {
        return TranscribeWaiter.builder()
                .client(scribe)
                .overrideConfiguration(WaiterOverrideConfiguration.builder()
                        .backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofSeconds(1)))
                        .maxAttempts(600)
                        .build())
                .build();
    }

    private TranscribeClient scribe(StaticCredentialsProvider key) {
        return TranscribeClient.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(key)
                .build();
    }

    private static StaticCredentialsProvider key(String id, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
