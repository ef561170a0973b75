package org.chartwright.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartwright.access.AccessKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Users of one tenant, each with a policy, at the embedded store. */
final class S3PermissionsTest {

    private static final AccessKey READER = key("READER");
    private static final AccessKey WRITER = key("WRITER");
    private static final AccessKey LISTER = key("LISTER");
    private static final AccessKey NOBODY = key("NOBODY");

    @TempDir
    private static Path folder;

    private static S3Endpoint endpoint;
    private static S3Client anna;

    private static AccessKey key(String name) {
        return new AccessKey("AKIA" + (name + "AAAAAAAAAAAAAAAA").substring(0, 16), name + "-secret-of-forty-characters-aaaaaa");
    }

    private static String policy(String effect, String actions, String resources) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"%s\",\"Action\":[%s],\"Resource\":[%s]}]}"
                .formatted(effect, actions, resources);
    }

    @BeforeAll
    static void start() throws Exception {
        endpoint = new S3Endpoint(folder);
        endpoint.keys
                .with(READER, S3Endpoint.ANNA, policy("Allow", "\"s3:GetObject\"", "\"arn:aws:s3:::visits/open/*\""))
                .with(WRITER, S3Endpoint.ANNA, policy("Allow", "\"s3:PutObject\"", "\"arn:aws:s3:::visits/open/*\""))
                .with(LISTER, S3Endpoint.ANNA, """
                        {"Version":"2012-10-17","Statement":[
                         {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::visits",
                          "Condition":{"StringLike":{"s3:prefix":"open/*"}}},
                         {"Effect":"Allow","Action":["s3:DeleteObject"],"Resource":"arn:aws:s3:::visits/open/*"}]}""")
                .with(NOBODY, S3Endpoint.ANNA, policy("Deny", "\"*\"", "\"*\""));
        anna = endpoint.client(S3Endpoint.ANNAS);
        anna.createBucket(r -> r.bucket("visits"));
        for (String name : List.of("open/a", "open/b", "shut/c")) {
            anna.putObject(r -> r.bucket("visits").key(name), RequestBody.fromString("text"));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        anna.close();
        endpoint.close();
    }

    private static void denied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.statusCode()).isEqualTo(403);
        });
    }

    @Test
    void aReaderReadsWhereItMayAndNothingElse() {
        try (S3Client reader = endpoint.client(READER)) {
            assertThat(reader.getObjectAsBytes(r -> r.bucket("visits").key("open/a")).asUtf8String()).isEqualTo("text");
            assertThat(reader.headObject(r -> r.bucket("visits").key("open/a")).contentLength()).isEqualTo(4);
            assertThatThrownBy(() -> reader.getObject(r -> r.bucket("visits").key("shut/c")))
                    .hasMessageContaining("is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::visits/shut/c"
                            + " because no identity-based policy allows the s3:GetObject action");
            denied(() -> reader.headObject(r -> r.bucket("visits").key("shut/c")));
            denied(() -> reader.putObject(r -> r.bucket("visits").key("open/new"), RequestBody.fromString("x")));
            denied(() -> reader.deleteObject(r -> r.bucket("visits").key("open/a")));
            denied(() -> reader.listObjectsV2(r -> r.bucket("visits")));
            denied(() -> reader.listBuckets());
            denied(() -> reader.headBucket(r -> r.bucket("visits")));
            denied(() -> reader.createBucket(r -> r.bucket("another")));
            denied(() -> reader.deleteBucket(r -> r.bucket("visits")));
            denied(() -> reader.copyObject(r -> r.sourceBucket("visits").sourceKey("open/a")
                    .destinationBucket("visits").destinationKey("open/copy")));
            denied(() -> reader.createMultipartUpload(r -> r.bucket("visits").key("open/parts")));
        }
    }

    @Test
    void aWriterWritesAlsoInPartsButDoesNotReadOrCopyWhatItMayNotRead() {
        try (S3Client writer = endpoint.client(WRITER)) {
            writer.putObject(r -> r.bucket("visits").key("open/w"), RequestBody.fromString("new"));
            String upload = writer.createMultipartUpload(r -> r.bucket("visits").key("open/parts")).uploadId();
            String tag = writer.uploadPart(
                            r -> r.bucket("visits").key("open/parts").uploadId(upload).partNumber(1),
                            RequestBody.fromString("part"))
                    .eTag();
            writer.completeMultipartUpload(r -> r.bucket("visits").key("open/parts").uploadId(upload)
                    .multipartUpload(m -> m.parts(p -> p.partNumber(1).eTag(tag))));
            denied(() -> writer.getObject(r -> r.bucket("visits").key("open/w")));
            denied(() -> writer.headObject(r -> r.bucket("visits").key("open/w")));
            denied(() -> writer.putObject(r -> r.bucket("visits").key("shut/w"), RequestBody.fromString("new")));
            denied(() -> writer.copyObject(r -> r.sourceBucket("visits").sourceKey("shut/c")
                    .destinationBucket("visits").destinationKey("open/stolen")));
        }
        assertThat(anna.getObjectAsBytes(r -> r.bucket("visits").key("open/parts")).asUtf8String()).isEqualTo("part");
    }

    @Test
    void aListIsGivenForThePrefixOfThePolicyAndADeletionOfManyIsAskedOneByOne() {
        anna.putObject(r -> r.bucket("visits").key("open/old"), RequestBody.fromString("x"));
        try (S3Client lister = endpoint.client(LISTER)) {
            assertThat(lister.listObjectsV2(r -> r.bucket("visits").prefix("open/")).contents())
                    .extracting(S3Object::key)
                    .contains("open/a")
                    .doesNotContain("shut/c");
            denied(() -> lister.listObjectsV2(r -> r.bucket("visits").prefix("shut/")));
            denied(() -> lister.listObjects(r -> r.bucket("visits")));
            DeleteObjectsResponse deleted = lister.deleteObjects(r -> r.bucket("visits").delete(d -> d.objects(
                    ObjectIdentifier.builder().key("open/old").build(),
                    ObjectIdentifier.builder().key("shut/c").build())));
            assertThat(deleted.errors()).hasSize(1);
            assertThat(deleted.errors().getFirst().code()).isEqualTo("AccessDenied");
            assertThat(deleted.errors().getFirst().key()).isEqualTo("shut/c");
        }
        assertThat(anna.headObject(r -> r.bucket("visits").key("shut/c")).contentLength()).isEqualTo(4);
    }

    @Test
    void aKeyThatNoFileCanHaveIsRefusedAndNothingFailsInside() {
        for (String key : List.of("a".repeat(2000), "é".repeat(300), "x/" + "b".repeat(219), "..", "a/../../b")) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> anna.putObject(r -> r.bucket("visits").key(key), RequestBody.fromString("x")),
                    () -> anna.getObject(r -> r.bucket("visits").key(key)),
                    () -> anna.copyObject(r -> r.sourceBucket("visits").sourceKey(key)
                            .destinationBucket("visits").destinationKey("copy")))) {
                assertThatThrownBy(call).isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).as(key).isBetween(400, 404));
            }
        }
        anna.putObject(r -> r.bucket("visits").key("b".repeat(218)), RequestBody.fromString("x"));
    }

    @Test
    void whatIsDoneWithAnObjectIsRecordedOnceAndWhatCannotBeRecordedIsNotDone() {
        try (S3Client reader = endpoint.client(READER)) {
            endpoint.recorded.clear();
            reader.getObjectAsBytes(r -> r.bucket("visits").key("open/a"));
            denied(() -> reader.getObject(r -> r.bucket("visits").key("shut/c")));
            denied(() -> reader.putObject(r -> r.bucket("visits").key("open/new"), RequestBody.fromString("x")));
            assertThat(endpoint.recorded).containsExactly(
                    "s3:GetObject arn:aws:s3:::visits/open/a DONE",
                    "s3:GetObject arn:aws:s3:::visits/shut/c REFUSED AccessDenied",
                    "s3:PutObject arn:aws:s3:::visits/open/new REFUSED AccessDenied");
        }
        endpoint.recorded.clear();
        anna.putObject(r -> r.bucket("visits").key("recorded"), RequestBody.fromString("x"));
        assertThatThrownBy(() -> anna.getObject(r -> r.bucket("visits").key("absent"))).isInstanceOf(S3Exception.class);
        anna.deleteObject(r -> r.bucket("visits").key("recorded"));
        assertThat(endpoint.recorded)
                .contains("s3:PutObject arn:aws:s3:::visits/recorded DONE", "s3:DeleteObject arn:aws:s3:::visits/recorded DONE")
                .anyMatch(entry -> entry.startsWith("s3:GetObject arn:aws:s3:::visits/absent FAILED"));
        endpoint.full = true;
        try (S3Client once = endpoint.client(S3Endpoint.ANNAS, 1)) {
            assertThatThrownBy(() -> once.putObject(r -> r.bucket("visits").key("silent"), RequestBody.fromString("x")))
                    .isInstanceOf(S3Exception.class);
            assertThatThrownBy(() -> once.getObjectAsBytes(r -> r.bucket("visits").key("open/a")))
                    .isInstanceOf(S3Exception.class);
        } finally {
            endpoint.full = false;
        }
        assertThat(anna.listObjectsV2(r -> r.bucket("visits")).contents()).extracting(S3Object::key).doesNotContain("silent");
    }

    @Test
    void aNamedKeyNeedsRightsOfItsOwnToSealAndToOpen() {
        endpoint.named.make(S3Endpoint.ANNA.value(), "alias/own");
        try (S3Client writer = endpoint.client(WRITER);
                S3Client reader = endpoint.client(READER)) {
            denied(() -> writer.putObject(
                    r -> r.bucket("visits").key("open/k").serverSideEncryption("aws:kms").ssekmsKeyId("alias/own"),
                    RequestBody.fromString("x")));
            anna.putObject(
                    r -> r.bucket("visits").key("open/k").serverSideEncryption("aws:kms").ssekmsKeyId("alias/own"),
                    RequestBody.fromString("x"));
            assertThatThrownBy(() -> reader.getObject(r -> r.bucket("visits").key("open/k"))).hasMessageContaining("kms:Decrypt");
            assertThat(anna.getObjectAsBytes(r -> r.bucket("visits").key("open/k")).asUtf8String()).isEqualTo("x");
        }
    }

    @Test
    void anExplicitDenyIsSaidToBeOne() {
        try (S3Client nobody = endpoint.client(NOBODY)) {
            assertThatThrownBy(nobody::listBuckets).hasMessageContaining("with an explicit deny in an identity-based policy");
        }
    }
}
