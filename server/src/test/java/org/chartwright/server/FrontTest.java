package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chartwright.aws.ApiHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.transcribe.TranscribeAsyncClient;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.BadRequestException;
import software.amazon.awssdk.services.transcribe.model.ConflictException;
import software.amazon.awssdk.services.transcribe.model.LanguageCode;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJob;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJobStatus;
import software.amazon.awssdk.services.transcribe.model.MedicalScribeJobSummary;
import software.amazon.awssdk.services.transcribe.model.StartMedicalScribeJobRequest;
import software.amazon.awssdk.services.transcribe.model.TranscribeException;
import software.amazon.awssdk.services.transcribe.model.VocabularyFilterInfo;

/** The face over real HTTP, with the AWS SDK for Java and with requests that no SDK would send. */
final class FrontTest {

    private static final AtomicBoolean DATABASE_UP = new AtomicBoolean(true);
    private static ApiHouse house;
    private static HttpFront front;
    private static TranscribeClient sdk;
    private static ApiHouse.Client client;

    @BeforeAll
    static void open() {
        house = new ApiHouse();
        Health health = new Health();
        health.needs("database", DATABASE_UP::get);
        health.open();
        front = HttpFront.open(
                new ServerConfig.Http("127.0.0.1", 0, 400, Duration.ofSeconds(5)),
                null,
                new FrontServlet(house.api(), (request, response) -> response.setStatus(299), health),
                Map.of());
        client = house.client("sdk");
        sdk = sdk(client.key().id(), client.key().secret());
    }

    @AfterAll
    static void close() {
        sdk.close();
        front.close();
        house.close();
    }

    private static TranscribeClient sdk(String key, String secret) {
        return TranscribeClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + front.port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    private static StartMedicalScribeJobRequest start(String name) {
        return StartMedicalScribeJobRequest.builder()
                .medicalScribeJobName(name)
                .media(media -> media.mediaFileUri("s3://recordings/visit.wav"))
                .outputBucketName("notes-bucket")
                .dataAccessRoleArn(ApiHouse.ROLE)
                .settings(settings -> settings.showSpeakerLabels(true).maxSpeakerLabels(2))
                .build();
    }

    @Test
    void theSdkStartsWaitsForFetchesAndDeletesAJob() {
        MedicalScribeJob started = sdk.startMedicalScribeJob(start("visit")).medicalScribeJob();
        assertThat(started.medicalScribeJobStatus()).isEqualTo(MedicalScribeJobStatus.QUEUED);
        assertThat(started.creationTime()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThatThrownBy(() -> sdk.startMedicalScribeJob(start("visit"))).isInstanceOf(ConflictException.class);
        house.sql("update job set status = 'COMPLETED', started_at = now(), ended_at = now() where tenant_id = ?",
                client.tenant().value());
        MedicalScribeJob ended = sdk.waiter()
                .waitUntilMedicalScribeJobCompleted(job -> job.medicalScribeJobName("visit"))
                .matched().response().orElseThrow().medicalScribeJob();
        assertThat(ended.medicalScribeOutput().transcriptFileUri()).endsWith("/notes-bucket/visit/transcript.json");
        sdk.deleteMedicalScribeJob(job -> job.medicalScribeJobName("visit"));
        assertThatThrownBy(() -> sdk.getMedicalScribeJob(job -> job.medicalScribeJobName("visit")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("The requested job couldn't be found.");
    }

    @Test
    void theSdkListsPageByPage() {
        ApiHouse.Client other = house.client("pages");
        try (TranscribeClient pages = sdk(other.key().id(), other.key().secret())) {
            for (int i = 0; i < 25; i++) {
                pages.startMedicalScribeJob(start("visit-" + i));
            }
            List<String> names = pages.listMedicalScribeJobsPaginator(list -> list.maxResults(10)).stream()
                    .flatMap(page -> page.medicalScribeJobSummaries().stream())
                    .map(MedicalScribeJobSummary::medicalScribeJobName)
                    .toList();
            assertThat(names).hasSize(25).doesNotHaveDuplicates().startsWith("visit-24").endsWith("visit-0");
        }
    }

    @Test
    void theSdkKeepsFiltersAndTags() {
        sdk.createVocabularyFilter(filter -> filter.vocabularyFilterName("rude").languageCode(LanguageCode.EN_US)
                .words("damn"));
        assertThat(sdk.listVocabularyFilters(_ -> {}).vocabularyFilters())
                .extracting(VocabularyFilterInfo::vocabularyFilterName).contains("rude");
        assertThat(sdk.getVocabularyFilter(filter -> filter.vocabularyFilterName("rude")).downloadUri()).contains("X-Amz-Signature");
        String arn = client.arn("vocabulary-filter", "rude");
        sdk.tagResource(tag -> tag.resourceArn(arn).tags(one -> one.key("a").value("b")));
        assertThat(sdk.listTagsForResource(list -> list.resourceArn(arn)).tags()).hasSize(1);
        sdk.untagResource(tag -> tag.resourceArn(arn).tagKeys("a"));
        sdk.deleteVocabularyFilter(filter -> filter.vocabularyFilterName("rude"));
    }

    @Test
    void theSdkSpeaksHttp2ByPriorKnowledge() {
        try (TranscribeAsyncClient http2 = TranscribeAsyncClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + front.port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(client.key().id(), client.key().secret())))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2))
                .build()) {
            assertThat(http2.listMedicalScribeJobs(list -> list.maxResults(1)).join().sdkHttpResponse().statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theSdkIsToldThatItsSecretIsWrong() {
        try (TranscribeClient wrong = sdk(client.key().id(), "wrong")) {
            assertThatThrownBy(() -> wrong.listMedicalScribeJobs(_ -> {}))
                    .isInstanceOfSatisfying(TranscribeException.class, refused ->
                            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException"));
        }
    }

    @Test
    void healthIsToldToAnybody() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo(
                "{\"status\":\"up\",\"parts\":{\"open\":\"up\",\"database\":\"up\"}}");
        DATABASE_UP.set(false);
        try {
            assertThat(get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            DATABASE_UP.set(true);
        }
        assertThat(get("/health/else").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotOursGoesToTheObjectStore() throws Exception {
        assertThat(get("/bucket/key").statusCode()).isEqualTo(299);
        assertThat(get("/bucket/a%2Fb//c;d%00%20..%2f").statusCode()).isEqualTo(299);
    }

    @Test
    void answersMayNotBeSniffedFramedOrKept() throws Exception {
        HttpResponse<String> answer = get("/health/live");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(new byte[2 << 20]),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2 << 20])))) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(uri("/")).header("X-Amz-Target", "Transcribe.ListMedicalScribeJobs")
                            .POST(body).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("RequestEntityTooLargeException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST / HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.0\r\nX-Amz-Target: Transcribe.ListMedicalScribeJobs\r\n\r\n",
            "BREW /pot HTTP/1.1\r\nHost: a\r\nX-Amz-Target: x\r\n\r\n",
            "POST http://evil.example/ HTTP/1.1\r\nHost: a\r\nX-Amz-Target: x\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /health/../health/live HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\nX-Amz-Target: x\r\n\r\n",
            "POST /%zz HTTP/1.1\r\nHost: a\r\nX-Amz-Target: x\r\nContent-Length: 0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nX-Amz-Target: \u0001\r\nContent-Length: 0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nAuthorization: AWS4-HMAC-SHA256 Credential=/////, SignedHeaders=;, Signature=x\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nX-Amz-Target: x\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx",
            "\u0000\u0001\u0002\u0003\r\n\r\n",
            "GET /?X-Amz-Credential=%2Ftranscribe%2Faws4_request&X-Amz-Date=%&X-Amz-Expires=-1 HTTP/1.1\r\nHost: a\r\n\r\n"})
    void oddRequestsNeverMakeAServerError(String request) throws IOException {
        List<String> answers = new ArrayList<>(List.of(raw(request)));
        answers.add(raw(request.replaceFirst("\r\n\r\n", "\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n")));
        for (String answer : answers) {
            assertThat(answer).doesNotContainPattern("^HTTP/1.1 5[0-9][0-9]").doesNotContain("org.eclipse");
        }
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> HttpFront.open(
                            new ServerConfig.Http("127.0.0.1", taken.getLocalPort(), 40, Duration.ZERO),
                            null,
                            new FrontServlet(house.api(), (_, _) -> {}, new Health()),
                            Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("is taken");
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + front.port() + path);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
            socket.setSoTimeout(700);
            OutputStream output = socket.getOutputStream();
            output.write(request.getBytes(StandardCharsets.ISO_8859_1));
            output.flush();
            byte[] buffer = new byte[4096];
            int read = socket.getInputStream().read(buffer);
            return read <= 0 ? "" : new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException | SocketException _) {
            return "";
        }
    }
}
