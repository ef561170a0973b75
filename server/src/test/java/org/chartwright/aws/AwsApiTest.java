package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.aws.signing.TestSigner;
import org.chartwright.aws.wire.WireRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class AwsApiTest {

    private static final byte[] NOTHING = {};
    private static ApiHouse house;

    @BeforeAll
    static void open() {
        house = new ApiHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String job(String name) {
        return "{\"MedicalScribeJobName\":\"" + name + "\"}";
    }

    @Test
    void aJobGoesFromStartToDelete() {
        ApiHouse.Client client = house.client("life");
        JsonNode started = client.call("StartMedicalScribeJob", ApiHouse.start("visit-1")).body().path("MedicalScribeJob");
        assertThat(started.path("MedicalScribeJobStatus").asString()).isEqualTo("QUEUED");
        assertThat(started.path("LanguageCode").asString()).isEqualTo("en-US");
        assertThat(started.path("MedicalScribeContextProvided").asBoolean()).isFalse();
        assertThat(started.path("CreationTime").isNumber()).isTrue();
        assertThat(started.path("CreationTime").decimalValue().scale()).isEqualTo(3);
        assertThat(started.path("CreationTime").doubleValue()).isCloseTo(
                Instant.now().toEpochMilli() / 1000.0, offset(30.0));
        assertThat(started.has("StartTime")).isFalse();

        assertThat(client.call("DeleteMedicalScribeJob", job("visit-1")).code()).isEqualTo("BadRequestException");
        ApiHouse.Answer again = client.call("StartMedicalScribeJob", ApiHouse.start("visit-1"));
        assertThat(again.code()).isEqualTo("ConflictException");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.message()).isEqualTo("The requested job name already exists. Use a different job name.");

        house.sql("update job set status = 'COMPLETED', started_at = now(), ended_at = now() where tenant_id = ?",
                client.tenant().value());
        JsonNode ended = client.call("GetMedicalScribeJob", job("visit-1")).body().path("MedicalScribeJob");
        assertThat(ended.path("MedicalScribeOutput").path("TranscriptFileUri").asString())
                .isEqualTo("http://127.0.0.1:8080/notes-bucket/visit-1/transcript.json");
        assertThat(ended.path("MedicalScribeOutput").path("ClinicalDocumentUri").asString())
                .isEqualTo("http://127.0.0.1:8080/notes-bucket/visit-1/summary.json");
        assertThat(ended.path("StartTime").isNumber() && ended.path("CompletionTime").isNumber()).isTrue();

        ApiHouse.Answer deleted = client.call("DeleteMedicalScribeJob", job("visit-1"));
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.wire().body()).isEmpty();
        for (String operation : List.of("GetMedicalScribeJob", "DeleteMedicalScribeJob")) {
            ApiHouse.Answer gone = client.call(operation, job("visit-1"));
            assertThat(gone.code()).isEqualTo("BadRequestException");
            assertThat(gone.message()).isEqualTo(
                    "The requested job couldn't be found. Check the job name and try your request again.");
        }
        assertThat(client.call("StartMedicalScribeJob", ApiHouse.start("visit-1")).status())
                .as("the name is free again").isEqualTo(200);
    }

    @Test
    void aFailedJobSaysWhyAndHasNoDocuments() {
        ApiHouse.Client client = house.client("failed");
        client.call("StartMedicalScribeJob", ApiHouse.start("visit"));
        house.sql("update job set status = 'FAILED', failure_reason = 'Unsupported media format.', ended_at = now()"
                + " where tenant_id = ?", client.tenant().value());
        JsonNode job = client.call("GetMedicalScribeJob", job("visit")).body().path("MedicalScribeJob");
        assertThat(job.path("FailureReason").asString()).isEqualTo("Unsupported media format.");
        assertThat(job.has("MedicalScribeOutput")).isFalse();
    }

    @Test
    void aThousandJobsAreListedPageByPage() {
        ApiHouse.Client client = house.client("many");
        for (int i = 0; i < 1000; i++) {
            client.call("StartMedicalScribeJob", ApiHouse.start("visit-" + i));
        }
        Set<String> seen = new HashSet<>();
        String token = "";
        int pages = 0;
        double newest = Double.MAX_VALUE;
        do {
            JsonNode page = client.call("ListMedicalScribeJobs",
                    "{\"MaxResults\":37" + (token.isEmpty() ? "" : ",\"NextToken\":\"" + token + "\"") + "}").body();
            assertThat(page.has("Status")).isFalse();
            for (JsonNode summary : page.path("MedicalScribeJobSummaries")) {
                assertThat(seen.add(summary.path("MedicalScribeJobName").asString())).isTrue();
                assertThat(summary.path("CreationTime").doubleValue()).isLessThanOrEqualTo(newest);
                newest = summary.path("CreationTime").doubleValue();
                assertThat(Set.of("MedicalScribeJobName", "CreationTime", "LanguageCode", "MedicalScribeJobStatus"))
                        .isEqualTo(Set.copyOf(summary.propertyNames()));
            }
            token = page.path("NextToken").asString("");
            pages++;
        } while (!token.isEmpty());
        assertThat(seen).hasSize(1000);
        assertThat(pages).isBetween(28, 29);
        assertThat(client.call("ListMedicalScribeJobs", "{}").body().path("MedicalScribeJobSummaries")).hasSize(5);
        JsonNode some = client.call("ListMedicalScribeJobs",
                "{\"JobNameContains\":\"VISIT-99\",\"Status\":\"QUEUED\",\"MaxResults\":100}").body();
        assertThat(some.path("Status").asString()).isEqualTo("QUEUED");
        assertThat(some.path("MedicalScribeJobSummaries")).hasSize(11);
        assertThat(client.call("ListMedicalScribeJobs", "{\"Status\":\"FAILED\"}").body()
                .path("MedicalScribeJobSummaries")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"MaxResults\":0}", "{\"MaxResults\":101}", "{\"NextToken\":\"\"}", "{\"NextToken\":\"forged\"}",
            "{\"Status\":\"DONE\"}", "{\"JobNameContains\":\"a b\"}", "{\"JobNameContains\":\"\"}"})
    void aListIsAskedForWithinTheRules(String body) {
        assertThat(house.client("lists" + body.hashCode()).call("ListMedicalScribeJobs", body).code())
                .isEqualTo("BadRequestException");
    }

    @Test
    void tenantsSeeNothingOfEachOther() {
        ApiHouse.Client one = house.client("one");
        ApiHouse.Client other = house.client("other");
        one.call("StartMedicalScribeJob", ApiHouse.start("mine"));
        one.call("CreateVocabularyFilter", "{\"VocabularyFilterName\":\"f\",\"LanguageCode\":\"en-US\",\"Words\":[\"x\"]}");
        assertThat(other.call("GetMedicalScribeJob", job("mine")).code()).isEqualTo("BadRequestException");
        assertThat(other.call("DeleteMedicalScribeJob", job("mine")).message()).contains("couldn't be found");
        assertThat(other.call("ListMedicalScribeJobs", "{}").body().path("MedicalScribeJobSummaries")).isEmpty();
        assertThat(other.call("GetVocabularyFilter", "{\"VocabularyFilterName\":\"f\"}").code())
                .isEqualTo("BadRequestException");
        String arn = one.arn("medical-scribe-job", "mine");
        assertThat(other.call("ListTagsForResource", "{\"ResourceArn\":\"" + arn + "\"}").code())
                .isEqualTo("NotFoundException");
        assertThat(other.call("StartMedicalScribeJob", ApiHouse.start("mine")).status()).isEqualTo(200);
        String token = "";
        for (int i = 0; i < 3; i++) {
            one.call("StartMedicalScribeJob", ApiHouse.start("more" + i));
        }
        token = one.call("ListMedicalScribeJobs", "{\"MaxResults\":1}").body().path("NextToken").asString();
        assertThat(other.call("ListMedicalScribeJobs", "{\"NextToken\":\"" + token + "\"}").code())
                .isEqualTo("BadRequestException");
    }

    @Test
    void tagsComeAndGo() {
        ApiHouse.Client client = house.client("tags");
        client.call("StartMedicalScribeJob", ApiHouse.start("visit"));
        String arn = "\"ResourceArn\":\"" + client.arn("medical-scribe-job", "visit") + "\"";
        assertThat(client.call("TagResource", "{" + arn + ",\"Tags\":[{\"Key\":\"b\",\"Value\":\"2\"},"
                + "{\"Key\":\"a\",\"Value\":\"\"}]}").status()).isEqualTo(200);
        assertThat(client.call("ListTagsForResource", "{" + arn + "}").body().path("Tags").toString())
                .isEqualTo("[{\"Key\":\"a\",\"Value\":\"\"},{\"Key\":\"b\",\"Value\":\"2\"}]");
        client.call("UntagResource", "{" + arn + ",\"TagKeys\":[\"a\",\"never\"]}");
        JsonNode job = client.call("GetMedicalScribeJob", job("visit")).body().path("MedicalScribeJob");
        assertThat(job.path("Tags").toString()).isEqualTo("[{\"Key\":\"b\",\"Value\":\"2\"}]");
        for (String wrong : List.of("{}", "{\"ResourceArn\":\"x\"}", "{\"ResourceArn\":\"arn:aws:s3:us-east-1:1:a/b\"}")) {
            assertThat(client.call("ListTagsForResource", wrong).code()).isEqualTo("BadRequestException");
        }
        for (String absent : List.of(client.arn("medical-scribe-job", "absent"), client.arn("vocabulary", "visit"),
                client.arn("transcription-job", "visit"), client.arn("medical-scribe-job", "visit").replace(
                        client.account(), "000000000000"))) {
            assertThat(client.call("TagResource", "{\"ResourceArn\":\"" + absent
                    + "\",\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}").code()).isEqualTo("NotFoundException");
        }
    }

    @Test
    void aRequestThatCannotBeReadIsASerializationException() {
        ApiHouse.Client client = house.client("unreadable");
        for (String body : List.of("{", "[]", "null", "7", "\"x\"", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":}", "<xml/>",
                "{\"MedicalScribeJobName\":\"\\ud800\"}", "[".repeat(5000), "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}",
                "{\"a\":" + "9".repeat(5000) + "}", "\u0000")) {
            ApiHouse.Answer answer = client.call("GetMedicalScribeJob", body);
            assertThat(answer.code()).as(body.substring(0, Math.min(20, body.length()))).isEqualTo("SerializationException");
            assertThat(answer.status()).isEqualTo(400);
        }
        byte[] notUtf8 = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
        assertThat(client.send("POST", "/", Map.of("x-amz-target", "Transcribe.ListMedicalScribeJobs"), notUtf8).code())
                .isEqualTo("SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transcribe.StartTranscriptionJob", "Transcribe.", "Transcribe", "", "startMedicalScribeJob",
            "Transcribe.startmedicalscribejob", "DynamoDB_20120810.ListTables"})
    void anUnknownOperationIsSaidToBeOne(String target) {
        ApiHouse.Answer answer = house.client("unknown" + target.hashCode())
                .send("POST", "/", Map.of("x-amz-target", target), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.code()).isEqualTo("UnknownOperationException");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void theTargetCountsAndNotThePath() {
        assertThat(house.client("paths").send("POST", "/some/base/path/",
                Map.of("x-amz-target", "Transcribe.ListMedicalScribeJobs"), "{}".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesItsRequestId() {
        ApiHouse.Client client = house.client("ids");
        Set<String> ids = new HashSet<>();
        for (ApiHouse.Answer answer : List.of(client.call("ListMedicalScribeJobs", "{}"), client.call("Nothing", "{}"))) {
            assertThat(answer.wire().headers().get("x-amzn-RequestId")).hasSize(36);
            assertThat(answer.wire().headers().get("Content-Type")).isEqualTo("application/x-amz-json-1.1");
            ids.add(answer.wire().headers().get("x-amzn-RequestId"));
        }
        assertThat(ids).hasSize(2);
    }

    @Test
    void whoeverIsNotKnownLearnsNothingElse() {
        WireRequest unsigned = new WireRequest("POST", "/", List.of(
                new WireRequest.Header("X-Amz-Target", "Transcribe.Nothing")), NOTHING);
        ApiHouse.Answer answer = new ApiHouse.Answer(house.api().answer(unsigned));
        assertThat(answer.code()).isEqualTo("MissingAuthenticationTokenException");
        TestSigner stranger = new TestSigner("AKIAAAAAAAAAAAAAAAAA", "guess");
        answer = new ApiHouse.Answer(house.api().answer(stranger.sign(Instant.now(), "POST", "/",
                Map.of("x-amz-target", "Transcribe.Nothing"), NOTHING)));
        assertThat(answer.code()).isEqualTo("InvalidSignatureException");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aRecordedChangeIsNotServedAgain() throws InterruptedException {
        ApiHouse.Client client = house.client("replay");
        WireRequest recorded = new TestSigner(client.key().id(), client.key().secret()).sign(Instant.now(), "POST", "/",
                Map.of("x-amz-target", "Transcribe.StartMedicalScribeJob"),
                ApiHouse.start("once").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(house.api().answer(recorded).status()).isEqualTo(200);
        assertThat(new ApiHouse.Answer(house.api().answer(recorded)).code()).isEqualTo("ConflictException");
        house.sql("delete from job where tenant_id = ?", client.tenant().value());
        Thread.sleep(2100);
        assertThat(new ApiHouse.Answer(house.api().answer(recorded)).code()).isEqualTo("InvalidSignatureException");
    }

    @Test
    void theRestFormServesTheSameOperations() {
        ApiHouse.Client client = house.client("rest");
        byte[] start = ApiHouse.start("ignored").toString().getBytes(StandardCharsets.UTF_8);
        assertThat(client.send("PUT", "/medicalscribejobs/visit-9", Map.of(), start).body()
                .path("MedicalScribeJob").path("MedicalScribeJobName").asString()).isEqualTo("visit-9");
        ApiHouse.Answer taken = client.send("PUT", "/medicalscribejobs/visit-9", Map.of(), start);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(client.send("GET", "/medicalscribejobs/visit-9", Map.of(), NOTHING).status()).isEqualTo(200);
        assertThat(client.send("GET", "/medicalscribejobs?MaxResults=1&Status=QUEUED&JobNameContains=visit", Map.of(),
                NOTHING).body().path("MedicalScribeJobSummaries")).hasSize(1);
        assertThat(client.send("GET", "/medicalscribejobs?MaxResults=x", Map.of(), NOTHING).status()).isEqualTo(400);
        house.sql("update job set status = 'FAILED', ended_at = now() where tenant_id = ?", client.tenant().value());
        String arn = client.arn("medical-scribe-job", "visit-9").replace(":", "%3A").replace("/", "%2F");
        assertThat(client.send("PUT", "/tags/" + arn, Map.of(),
                "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(200);
        assertThat(client.send("DELETE", "/tags/" + arn + "?tagKeys=a&tagKeys=b", Map.of(), NOTHING).status()).isEqualTo(204);
        assertThat(client.send("GET", "/tags/" + arn, Map.of(), NOTHING).body().path("Tags")).isEmpty();
        assertThat(client.send("DELETE", "/medicalscribejobs/visit-9", Map.of(), NOTHING).status()).isEqualTo(204);
        assertThat(client.send("GET", "/nothing/here", Map.of(), NOTHING).status()).isEqualTo(404);
        assertThat(client.send("POST", "/vocabularyFilters/f", Map.of(),
                "{\"LanguageCode\":\"en-US\",\"Words\":[\"a\"]}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(201);
    }

    @Test
    void requestsAreToldApartFromThoseForTheObjectStore() {
        assertThat(AwsApi.takes(head("POST", "/", "X-Amz-Target", "Transcribe.X"))).isTrue();
        assertThat(AwsApi.takes(head("POST", "/", "A", "b"))).isTrue();
        assertThat(AwsApi.takes(head("GET", "/vocabularies", "Authorization",
                "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/transcribe/aws4_request, ..."))).isTrue();
        assertThat(AwsApi.takes(head("GET", "/x?X-Amz-Credential=A%2F2%2Fus%2Ftranscribe%2Faws4_request&b=c", "A", "b"))).isTrue();
        assertThat(AwsApi.takes(head("GET", "/vocabularies/x", "Authorization",
                "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/s3/aws4_request, ..."))).isFalse();
        assertThat(AwsApi.takes(head("GET", "/x?X-Amz-Credential=A%2F2%2Fus%2Fs3%2Faws4_request", "A", "b"))).isFalse();
        assertThat(AwsApi.takes(head("POST", "/bucket?delete", "A", "b"))).isFalse();
    }

    private static WireRequest head(String method, String target, String name, String value) {
        return new WireRequest(method, target, List.of(new WireRequest.Header(name, value)), NOTHING);
    }
}
