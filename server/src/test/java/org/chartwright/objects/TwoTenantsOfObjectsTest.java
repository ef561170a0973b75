package org.chartwright.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Another tenant's bucket and one that is nowhere get the same answer, whatever is asked of them. */
final class TwoTenantsOfObjectsTest {

    @TempDir
    private static Path folder;

    private static S3Endpoint endpoint;
    private static S3Client anna;
    private static S3Client bert;
    private static String upload;

    @BeforeAll
    static void start() throws Exception {
        endpoint = new S3Endpoint(folder);
        anna = endpoint.client(S3Endpoint.ANNAS);
        bert = endpoint.client(S3Endpoint.BERTS);
        anna.createBucket(r -> r.bucket("annas-visits"));
        anna.putObject(r -> r.bucket("annas-visits").key("visit"), RequestBody.fromString("Quillfeather"));
        upload = anna.createMultipartUpload(r -> r.bucket("annas-visits").key("parts")).uploadId();
        bert.createBucket(r -> r.bucket("berts-own"));
    }

    @AfterAll
    static void stop() throws Exception {
        anna.close();
        bert.close();
        endpoint.close();
    }

    private static Map<String, BiConsumer<S3Client, String>> calls() {
        Map<String, BiConsumer<S3Client, String>> calls = new LinkedHashMap<>();
        calls.put("GetObject", (s3, bucket) -> s3.getObjectAsBytes(r -> r.bucket(bucket).key("visit")));
        calls.put("HeadObject", (s3, bucket) -> s3.headObject(r -> r.bucket(bucket).key("visit")));
        calls.put("GetObjectAcl", (s3, bucket) -> s3.getObjectAcl(r -> r.bucket(bucket).key("visit")));
        calls.put("PutObject", (s3, bucket) -> s3.putObject(r -> r.bucket(bucket).key("x"), RequestBody.fromString("x")));
        calls.put("DeleteObject", (s3, bucket) -> s3.deleteObject(r -> r.bucket(bucket).key("visit")));
        calls.put("CopyFrom", (s3, bucket) -> s3.copyObject(r -> r.sourceBucket(bucket).sourceKey("visit")
                .destinationBucket("berts-own").destinationKey("stolen")));
        calls.put("CopyTo", (s3, bucket) -> s3.copyObject(r -> r.sourceBucket("berts-own").sourceKey("mine")
                .destinationBucket(bucket).destinationKey("visit")));
        calls.put("ListObjectsV2", (s3, bucket) -> s3.listObjectsV2(r -> r.bucket(bucket)));
        calls.put("ListObjects", (s3, bucket) -> s3.listObjects(r -> r.bucket(bucket)));
        calls.put("HeadBucket", (s3, bucket) -> s3.headBucket(r -> r.bucket(bucket)));
        calls.put("GetBucketAcl", (s3, bucket) -> s3.getBucketAcl(r -> r.bucket(bucket)));
        calls.put("DeleteBucket", (s3, bucket) -> s3.deleteBucket(r -> r.bucket(bucket)));
        calls.put("DeleteObjects", (s3, bucket) -> {
            var answer = s3.deleteObjects(r -> r.bucket(bucket)
                    .delete(d -> d.objects(ObjectIdentifier.builder().key("visit").build())));
            throw S3Exception.builder().statusCode(200).message(answer.deleted() + " " + answer.errors()).build();
        });
        calls.put("ListMultipartUploads", (s3, bucket) -> s3.listMultipartUploads(r -> r.bucket(bucket)));
        calls.put("ListParts", (s3, bucket) -> s3.listParts(r -> r.bucket(bucket).key("parts").uploadId(upload)));
        calls.put("UploadPart", (s3, bucket) -> s3.uploadPart(
                r -> r.bucket(bucket).key("parts").uploadId(upload).partNumber(1), RequestBody.fromString("x")));
        calls.put("CompleteMultipartUpload", (s3, bucket) -> s3.completeMultipartUpload(r -> r.bucket(bucket).key("parts")
                .uploadId(upload)
                .multipartUpload(m -> m.parts(CompletedPart.builder().partNumber(1).eTag("\"x\"").build()))));
        calls.put("AbortMultipartUpload", (s3, bucket) -> s3.abortMultipartUpload(
                r -> r.bucket(bucket).key("parts").uploadId(upload)));
        calls.put("CreateMultipartUpload", (s3, bucket) -> s3.createMultipartUpload(r -> r.bucket(bucket).key("parts")));
        calls.put("GetObjectAttributes", (s3, bucket) -> s3.getObjectAttributes(
                r -> r.bucket(bucket).key("visit").objectAttributes(ObjectAttributes.OBJECT_SIZE)));
        calls.put("UploadPartCopy", (s3, bucket) -> {
            String mine = s3.createMultipartUpload(r -> r.bucket("berts-own").key("copied")).uploadId();
            s3.uploadPartCopy(r -> r.sourceBucket(bucket).sourceKey("visit").destinationBucket("berts-own")
                    .destinationKey("copied").uploadId(mine).partNumber(1));
        });
        calls.put("PutObjectAcl", (s3, bucket) -> s3.putObjectAcl(
                r -> r.bucket(bucket).key("visit").acl(ObjectCannedACL.PUBLIC_READ)));
        calls.put("PutBucketAcl", (s3, bucket) -> s3.putBucketAcl(r -> r.bucket(bucket).acl(BucketCannedACL.PUBLIC_READ)));
        calls.put("GetBucketLocation", (s3, bucket) -> s3.getBucketLocation(r -> r.bucket(bucket)));
        calls.put("GetBucketPolicy", (s3, bucket) -> s3.getBucketPolicy(r -> r.bucket(bucket)));
        calls.put("GetBucketEncryption", (s3, bucket) -> s3.getBucketEncryption(r -> r.bucket(bucket)));
        calls.put("PutBucketEncryption", (s3, bucket) -> s3.putBucketEncryption(r -> r.bucket(bucket)
                .serverSideEncryptionConfiguration(c -> c.rules(x -> x.applyServerSideEncryptionByDefault(
                        d -> d.sseAlgorithm(ServerSideEncryption.AES256))))));
        calls.put("DeleteBucketEncryption", (s3, bucket) -> s3.deleteBucketEncryption(r -> r.bucket(bucket)));
        calls.put("GetBucketVersioning", (s3, bucket) -> s3.getBucketVersioning(r -> r.bucket(bucket)));
        calls.put("PutBucketVersioning", (s3, bucket) -> s3.putBucketVersioning(r -> r.bucket(bucket)
                .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED))));
        calls.put("ListObjectVersions", (s3, bucket) -> s3.listObjectVersions(r -> r.bucket(bucket)));
        return calls;
    }

    /** Makes what is one's own ({@link #aBucketsNameIsTakenByNobodyElse}), lists it, or asks for no object. */
    private static final Set<String> OTHERWISE = Set.of("CREATE_BUCKET", "LIST_BUCKETS", "OPTIONS_OBJECT", "UNKNOWN");

    @Test
    void everyOperationOfTheLibraryIsAmongTheCalls() {
        Set<String> called = new TreeSet<>(OTHERWISE);
        for (String call : calls().keySet()) {
            String name = call.startsWith("Copy") ? "CopyObject" : call;
            called.add(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
        }
        called.remove("LIST_OBJECTS"); // its first form; the library counts both as one
        assertThat(called)
                .as("a version of the library with a new operation needs a call here")
                .containsExactlyInAnyOrderElementsOf(Stream.of(S3Operation.values()).map(Enum::name).toList());
    }

    private static String said(BiConsumer<S3Client, String> call, String bucket) {
        S3Exception refused = catchThrowableOfType(S3Exception.class, () -> call.accept(bert, bucket));
        if (refused == null) {
            return "done";
        }
        String code = refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
        String message = refused.awsErrorDetails() == null ? refused.getMessage() : refused.awsErrorDetails().errorMessage();
        return refused.statusCode() + " " + code + " " + String.valueOf(message).replace(bucket, "BUCKET");
    }

    @Test
    void theOthersBucketIsAnsweredLikeOneThatIsNowhere() {
        bert.putObject(r -> r.bucket("berts-own").key("mine"), RequestBody.fromString("mine"));
        calls().forEach((name, call) -> {
            String hers = said(call, "annas-visits");
            String nobodys = said(call, "nowhere-visits");
            assertThat(hers).as(name).isEqualTo(nobodys).doesNotContain("Quillfeather");
        });
        assertThat(bert.listBuckets().buckets()).extracting(b -> b.name()).contains("berts-own").doesNotContain("annas-visits");
        assertThat(anna.getObjectAsBytes(r -> r.bucket("annas-visits").key("visit")).asUtf8String())
                .isEqualTo("Quillfeather");
    }

    @Test
    void aBucketsNameIsTakenByNobodyElse() {
        bert.createBucket(r -> r.bucket("annas-visits-2"));
        anna.createBucket(r -> r.bucket("annas-visits-2"));
        assertThat(anna.listObjectsV2(r -> r.bucket("annas-visits-2")).contents()).isEmpty();
    }
}
