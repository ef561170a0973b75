package org.chartwright.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.chartwright.access.AccessKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

final class EmbeddedS3Test {

    @TempDir
    private static Path folder;

    private static S3Endpoint endpoint;
    private static S3Client anna;
    private static S3Client bert;

    @BeforeAll
    static void start() throws Exception {
        endpoint = new S3Endpoint(folder);
        anna = endpoint.client(S3Endpoint.ANNAS);
        bert = endpoint.client(S3Endpoint.BERTS);
    }

    @AfterAll
    static void stop() throws Exception {
        anna.close();
        bert.close();
        endpoint.close();
    }

    @Test
    void whatIsPutIsRead() {
        anna.createBucket(r -> r.bucket("visits"));
        anna.putObject(
                r -> r.bucket("visits").key("a/visit 1+ü.wav").contentType("audio/wav").metadata(Map.of("room", "7")),
                RequestBody.fromString("hello"));
        var head = anna.headObject(r -> r.bucket("visits").key("a/visit 1+ü.wav"));
        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.contentType()).isEqualTo("audio/wav");
        assertThat(head.metadata()).containsEntry("room", "7");
        assertThat(read(anna, "visits", "a/visit 1+ü.wav", null)).isEqualTo("hello");
        assertThat(read(anna, "visits", "a/visit 1+ü.wav", "bytes=1-3")).isEqualTo("ell");
        anna.copyObject(r -> r.sourceBucket("visits").sourceKey("a/visit 1+ü.wav").destinationBucket("visits").destinationKey("copy"));
        assertThat(read(anna, "visits", "copy", null)).isEqualTo("hello");
        anna.deleteObject(r -> r.bucket("visits").key("copy"));
        assertThatThrownBy(() -> read(anna, "visits", "copy", null)).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> read(anna, "no-such-bucket", "copy", null)).isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> anna.headObject(r -> r.bucket("visits").key("copy"))).isInstanceOf(NoSuchKeyException.class);
    }

    /** The SDK sends it in signed chunks with a checksum trailer. */
    @Test
    void largeStreamsComeThroughWhole() throws Exception {
        anna.createBucket(r -> r.bucket("large"));
        byte[] bytes = new byte[20_000_003];
        new Random(5).nextBytes(bytes);
        anna.putObject(
                r -> r.bucket("large").key("stream"),
                RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes), bytes.length, "audio/flac"));
        assertThat(Arrays.equals(anna.getObjectAsBytes(r -> r.bucket("large").key("stream")).asByteArrayUnsafe(), bytes))
                .isTrue();
    }

    @Test
    void partsBecomeOneObject() {
        anna.createBucket(r -> r.bucket("parts"));
        byte[] first = new byte[5 << 20];
        Arrays.fill(first, (byte) 'x');
        String id = anna.createMultipartUpload(r -> r.bucket("parts").key("whole")).uploadId();
        String one = anna.uploadPart(r -> r.bucket("parts").key("whole").uploadId(id).partNumber(1), RequestBody.fromBytes(first)).eTag();
        String two = anna.uploadPart(r -> r.bucket("parts").key("whole").uploadId(id).partNumber(2), RequestBody.fromString("end")).eTag();
        assertThatThrownBy(() -> anna.headObject(r -> r.bucket("parts").key("whole"))).isInstanceOf(NoSuchKeyException.class);
        anna.completeMultipartUpload(r -> r.bucket("parts").key("whole").uploadId(id).multipartUpload(m -> m.parts(
                CompletedPart.builder().partNumber(1).eTag(one).build(),
                CompletedPart.builder().partNumber(2).eTag(two).build())));
        assertThat(anna.headObject(r -> r.bucket("parts").key("whole")).contentLength()).isEqualTo(first.length + 3L);
        assertThat(read(anna, "parts", "whole", "bytes=" + (first.length - 1) + "-")).isEqualTo("xend");
    }

    @Test
    void listsComeInPages() {
        anna.createBucket(r -> r.bucket("pages"));
        for (int i = 0; i < 25; i++) {
            String key = "jobs/%02d/summary.json".formatted(i);
            anna.putObject(r -> r.bucket("pages").key(key), RequestBody.fromString("{}"));
        }
        List<String> keys = anna.listObjectsV2Paginator(r -> r.bucket("pages").prefix("jobs/").maxKeys(7)).contents().stream()
                .map(S3Object::key)
                .toList();
        assertThat(keys).hasSize(25).isSorted();
        var folders = anna.listObjectsV2(r -> r.bucket("pages").prefix("jobs/").delimiter("/"));
        assertThat(folders.commonPrefixes()).hasSize(25);
        anna.deleteObjects(r -> r.bucket("pages").delete(d -> d.objects(keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList())));
        assertThat(anna.listObjectsV2(r -> r.bucket("pages")).contents()).isEmpty();
        anna.deleteBucket(r -> r.bucket("pages"));
        assertThatThrownBy(() -> anna.listObjectsV2(r -> r.bucket("pages"))).isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void presignedAddressesWorkUntilTheyExpire() throws Exception {
        anna.createBucket(r -> r.bucket("presigned"));
        try (S3Presigner presigner = endpoint.presigner(S3Endpoint.ANNAS);
                HttpClient http = HttpClient.newHttpClient()) {
            URI put = presigner.presignPutObject(p -> p.signatureDuration(Duration.ofMinutes(1))
                            .putObjectRequest(r -> r.bucket("presigned").key("by browser.webm")))
                    .url()
                    .toURI();
            var sent = http.send(
                    HttpRequest.newBuilder(put).PUT(HttpRequest.BodyPublishers.ofString("sound")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(sent.statusCode()).isEqualTo(200);
            URI get = presigner.presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(1))
                            .getObjectRequest(r -> r.bucket("presigned").key("by browser.webm")))
                    .url()
                    .toURI();
            assertThat(get(http, get).body()).isEqualTo("sound");
            assertThat(get(http, URI.create(get.toString().replace("browser", "crowser"))).statusCode()).isEqualTo(403);
            URI shortLived = presigner.presignGetObject(p -> p.signatureDuration(Duration.ofSeconds(1))
                            .getObjectRequest(r -> r.bucket("presigned").key("by browser.webm")))
                    .url()
                    .toURI();
            Thread.sleep(2100);
            assertThat(get(http, shortLived).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whoeverCannotSignIsRefused() throws Exception {
        anna.createBucket(r -> r.bucket("closed"));
        anna.putObject(r -> r.bucket("closed").key("k"), RequestBody.fromString("secret"));
        for (AccessKey wrong : List.of(
                new AccessKey(S3Endpoint.ANNAS.id(), "wrong-secret"), new AccessKey("AKIANOBODYNOBODYNOBO", "x"))) {
            try (S3Client stranger = endpoint.client(wrong)) {
                assertThatThrownBy(() -> read(stranger, "closed", "k", null))
                        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
                assertThatThrownBy(() -> stranger.putObject(r -> r.bucket("closed").key("k"), RequestBody.fromString("x")))
                        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
                assertThatThrownBy(stranger::listBuckets)
                        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
            }
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : List.of("/", "/closed", "/closed/k", "/closed?acl", "/closed/..%2f..%2fk", "/nobody/k")) {
                assertThat(get(http, endpoint.uri().resolve(path)).statusCode()).as(path).isBetween(400, 404);
            }
            var put = http.send(
                    HttpRequest.newBuilder(endpoint.uri().resolve("/closed/new")).PUT(HttpRequest.BodyPublishers.ofString("x")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(put.statusCode()).isEqualTo(403);
        }
        assertThat(read(anna, "closed", "k", null)).isEqualTo("secret");
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        anna.createBucket(r -> r.bucket("mine"));
        anna.putObject(r -> r.bucket("mine").key("k"), RequestBody.fromString("annas"));
        assertThat(bert.listBuckets().buckets()).noneMatch(bucket -> bucket.name().equals("mine"));
        assertThatThrownBy(() -> read(bert, "mine", "k", null)).isInstanceOf(NoSuchBucketException.class);
        bert.createBucket(r -> r.bucket("mine"));
        bert.putObject(r -> r.bucket("mine").key("k"), RequestBody.fromString("berts"));
        assertThat(read(anna, "mine", "k", null)).isEqualTo("annas");
        assertThat(read(bert, "mine", "k", null)).isEqualTo("berts");
        assertThatThrownBy(() -> bert.copyObject(r ->
                        r.sourceBucket("closed").sourceKey("k").destinationBucket("mine").destinationKey("stolen")))
                .isInstanceOf(S3Exception.class);
    }

    @Test
    void keysDoNotClimbOutOfTheirBucket() throws Exception {
        anna.createBucket(r -> r.bucket("walls"));
        Path outside = folder.resolve(S3Endpoint.BERT.toString());
        Files.createDirectories(outside.resolve("walls"));
        Files.writeString(outside.resolve("walls/target"), "untouched");
        for (String key : List.of(
                "../x", "a/../../x", "../../" + S3Endpoint.BERT + "/walls/target", "..", "a/../../../../../../etc/passwd")) {
            // Some are refused by the store, some by the web server, which closes the connection on them.
            assertThatThrownBy(() -> anna.putObject(r -> r.bucket("walls").key(key), RequestBody.fromString("broken")))
                    .as(key)
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> read(anna, "walls", key, null)).as(key).isInstanceOf(RuntimeException.class);
        }
        assertThat(Files.readString(outside.resolve("walls/target"))).isEqualTo("untouched");
        try (Stream<Path> files = Files.walk(folder.resolve(S3Endpoint.ANNA.toString()))) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("x");
        }
    }

    @Test
    void everythingIsSealedAndSaysSo() throws Exception {
        anna.createBucket(r -> r.bucket("sse"));
        anna.putObject(r -> r.bucket("sse").key("plain"), RequestBody.fromString("unmistakable words"));
        anna.putObject(
                r -> r.bucket("sse").key("asked").serverSideEncryption("AES256"), RequestBody.fromString("unmistakable"));
        for (String key : List.of("plain", "asked")) {
            assertThat(anna.headObject(r -> r.bucket("sse").key(key)).serverSideEncryptionAsString()).isEqualTo("AES256");
            byte[] file = Files.readAllBytes(folder.resolve(S3Endpoint.ANNA.toString()).resolve("sse").resolve(key));
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("unmistakable");
        }
        assertThat(anna.headObject(r -> r.bucket("sse").key("plain")).contentLength()).isEqualTo(18);
        assertThat(anna.listObjectsV2(r -> r.bucket("sse")).contents())
                .extracting(S3Object::size)
                .containsExactlyInAnyOrder(12L, 18L);
    }

    @Test
    void aKeyOfTheClientsOwnIsNotPromised() {
        anna.createBucket(r -> r.bucket("ssec"));
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        assertThatThrownBy(() -> anna.putObject(
                        r -> r.bucket("ssec").key("k").sseCustomerAlgorithm("AES256").sseCustomerKey(key)
                                .sseCustomerKeyMD5("cLyPS3KoaSFGibaJzfCaeg=="),
                        RequestBody.fromString("x")))
                .isInstanceOf(Exception.class);
    }

    @Test
    void aNamedKeyIsNeededToReadWhatWasSealedWithIt() {
        anna.createBucket(r -> r.bucket("kms"));
        endpoint.named.make(S3Endpoint.ANNA.value(), "alias/notes");
        String arn = endpoint.named.resolve(S3Endpoint.ANNA.value(), "alias/notes");
        anna.putObject(
                r -> r.bucket("kms").key("note").serverSideEncryption("aws:kms").ssekmsKeyId("alias/notes")
                        .ssekmsEncryptionContext(Base64.getEncoder().encodeToString("{\"ward\":\"7\"}".getBytes(
                                StandardCharsets.UTF_8))),
                RequestBody.fromString("a note"));
        var head = anna.headObject(r -> r.bucket("kms").key("note"));
        assertThat(head.serverSideEncryptionAsString()).isEqualTo("aws:kms");
        assertThat(head.ssekmsKeyId()).isEqualTo(arn);
        assertThat(read(anna, "kms", "note", "bytes=2-5")).isEqualTo("note");

        String upload = anna.createMultipartUpload(r -> r.bucket("kms").key("long").serverSideEncryption("aws:kms")
                        .ssekmsKeyId(arn))
                .uploadId();
        String etag = anna.uploadPart(
                        r -> r.bucket("kms").key("long").uploadId(upload).partNumber(1), RequestBody.fromString("one part"))
                .eTag();
        anna.completeMultipartUpload(r -> r.bucket("kms").key("long").uploadId(upload)
                .multipartUpload(m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
        assertThat(read(anna, "kms", "long", null)).isEqualTo("one part");

        endpoint.named.disabled.add(arn);
        for (String key : List.of("note", "long")) {
            assertThatThrownBy(() -> read(anna, "kms", key, null)).isInstanceOfSatisfying(S3Exception.class, e ->
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("KMS.DisabledException"));
        }
        endpoint.named.disabled.clear();
        assertThatThrownBy(() -> anna.putObject(
                        r -> r.bucket("kms").key("x").serverSideEncryption("aws:kms").ssekmsKeyId("alias/none"),
                        RequestBody.fromString("x")))
                .isInstanceOfSatisfying(S3Exception.class, e ->
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("KMS.NotFoundException"));
    }

    @Test
    void anObjectMovedToAnotherPlaceIsNotBelievedAndADeletedOnesKeyIsDestroyed() throws Exception {
        anna.createBucket(r -> r.bucket("moved"));
        anna.putObject(r -> r.bucket("moved").key("a"), RequestBody.fromString("of one patient"));
        anna.putObject(r -> r.bucket("moved").key("b"), RequestBody.fromString("of another"));
        Path bucket = folder.resolve(S3Endpoint.ANNA.toString()).resolve("moved");
        byte[] other = Files.readAllBytes(bucket.resolve("b"));
        Files.write(bucket.resolve("a"), other);
        assertThatThrownBy(() -> read(anna, "moved", "a", null)).isInstanceOf(S3Exception.class);
        assertThat(read(anna, "moved", "b", null)).isEqualTo("of another");
        int before = endpoint.ended.size();
        anna.putObject(r -> r.bucket("moved").key("b"), RequestBody.fromString("written over"));
        assertThat(endpoint.ended).hasSize(before + 1);
        anna.deleteObject(r -> r.bucket("moved").key("b"));
        assertThat(endpoint.ended).hasSize(before + 2);
    }

    @Test
    void whatAnOlderVersionLeftInTheClearIsSealedAtTheNextStart(@TempDir Path old) throws Exception {
        Path bucket = old.resolve(S3Endpoint.ANNA.toString()).resolve("visits");
        Files.createDirectories(bucket);
        Files.writeString(bucket.resolve("note"), "unmistakable words");
        Files.getFileAttributeView(bucket.resolve("note"), UserDefinedFileAttributeView.class)
                .write("user.content-type", StandardCharsets.UTF_8.encode("application/x-note"));
        try (S3Endpoint later = new S3Endpoint(old);
                S3Client client = later.client(S3Endpoint.ANNAS)) {
            assertThat(read(client, "visits", "note", null)).isEqualTo("unmistakable words");
            assertThat(client.headObject(r -> r.bucket("visits").key("note")).contentType()).isEqualTo("application/x-note");
            assertThat(new String(Files.readAllBytes(bucket.resolve("note")), StandardCharsets.ISO_8859_1))
                    .doesNotContain("unmistakable");
            Files.writeString(bucket.resolve("slipped-in"), "later");
            assertThatThrownBy(() -> read(client, "visits", "slipped-in", null)).isInstanceOf(S3Exception.class);
        }
    }

    private static String read(S3Client client, String bucket, String key, String range) {
        return client.getObjectAsBytes(r -> r.bucket(bucket).key(key).range(range)).asUtf8String();
    }

    private static HttpResponse<String> get(HttpClient http, URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
