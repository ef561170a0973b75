package org.chartwright.objects;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.chartwright.access.Credentials;
import org.chartwright.access.Identity;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.keys.NamedKeys;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A tenant's store as one caller may use it, for one request. The permission is asked where the store itself is, behind the
 * library that reads requests: whatever a request looks like, this is what it would do. One request's threads.
 */
final class GuardedBlobs extends ForwardingBlobStore {

    private static final String EVERYTHING = "*";

    /** Objects in which the library keeps what an upload in parts was begun with. */
    private static final Pattern STUB = Pattern.compile("\\.s3proxy-mpu-stub-[0-9a-f-]{36}");

    private final Credentials credentials;
    private final Identity caller;
    private final Context context;
    private final RequestRecord record;
    private final NamedKeys named;
    private final boolean inParts;

    /**
     * A store for one caller and request.
     *
     * @param record where its acts go
     * @param named keys that callers name
     * @param inParts whether the request is one of those that upload an object in parts
     */
    GuardedBlobs(BlobStore store, Credentials credentials, Identity caller, Context context, RequestRecord record,
            NamedKeys named, boolean inParts) {
        super(store);
        this.inParts = inParts;
        this.credentials = credentials;
        this.caller = caller;
        this.context = context;
        this.record = record;
        this.named = named;
    }

    private void require(String action, String resource) {
        require(new Asked(action, resource, context));
    }

    private void require(Asked asked) {
        // The library has found the signature good by now.
        credentials.used(caller.accessKeyId(), "s3");
        Decision decision = credentials.decide(caller, asked);
        if (!decision.allowed()) {
            record.refused(asked.action(), asked.resource());
            throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED, decision.sentence(caller.principalArn(), asked));
        }
    }

    /** For what the library looks up in the course of any of these. */
    private void requireOne(String resource, String... actions) {
        List<Asked> asked = Arrays.stream(actions).map(action -> new Asked(action, resource, context)).toList();
        if (asked.stream().noneMatch(each -> credentials.decide(caller, each).allowed())) {
            require(asked.getFirst());
        }
    }

    /** To seal with a named key needs the right to use that key, too. */
    private void requireSealing(@Nullable ServerSideEncryption wish, @Nullable String key) {
        if (wish == ServerSideEncryption.AWS_KMS && key != null) {
            require("kms:GenerateDataKey", named.resolve(caller.tenant().value(), key));
        }
    }

    private void requireOpening(@Nullable String bucket, @Nullable String key) {
        HeadObjectResponse facts = delegate().blobMetadataIfPresent(bucket, key);
        if (facts != null && facts.ssekmsKeyId() != null) {
            require("kms:Decrypt", facts.ssekmsKeyId());
        }
    }

    /** Whether the library, and not the caller, asks for a key: such a request can write no object of its own choice. */
    private boolean isStub(@Nullable String key) {
        return inParts && key != null && STUB.matcher(key).matches();
    }

    private static String arn(@Nullable String bucket) {
        return "arn:aws:s3:::" + bucket;
    }

    private static String arn(@Nullable String bucket, @Nullable String key) {
        return "arn:aws:s3:::" + bucket + "/" + key;
    }

    private void requireList(@Nullable String bucket, @Nullable String prefix, @Nullable String delimiter) {
        Context listing = context.with("s3:prefix", prefix == null ? "" : prefix);
        listing = delimiter == null ? listing : listing.with("s3:delimiter", delimiter);
        require(new Asked("s3:ListBucket", arn(bucket), listing));
    }

    @Override
    public ListBucketsResponse list() {
        require("s3:ListAllMyBuckets", EVERYTHING);
        return record.reading("s3:ListAllMyBuckets", EVERYTHING, () -> super.list());
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        requireList(request.bucket(), request.prefix(), request.delimiter());
        return record.reading("s3:ListBucket", arn(request.bucket()), () -> super.list(request));
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        require("s3:ListBucket", arn(request.bucket()));
        return super.headBucket(request);
    }

    /** Asked by the library in the course of other things, never by a caller. */
    @Override
    public boolean containerExists(String bucket) {
        return delegate().containerExists(bucket);
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        require("s3:CreateBucket", arn(request.bucket()));
        return record.writing("s3:CreateBucket", arn(request.bucket()), () -> super.createContainer(request));
    }

    @Override
    public GetBucketAclResponse getContainerAcl(GetBucketAclRequest request) {
        require("s3:GetBucketAcl", arn(request.bucket()));
        return super.getContainerAcl(request);
    }

    @Override
    public void setContainerAccess(String bucket, BucketCannedACL access) {
        require("s3:PutBucketAcl", arn(bucket));
        super.setContainerAccess(bucket, access);
    }

    @Override
    public void clearContainer(ListObjectsV2Request request) {
        require("s3:DeleteObject", arn(request.bucket(), EVERYTHING));
        record.writing("s3:DeleteObject", arn(request.bucket(), EVERYTHING), () -> {
            super.clearContainer(request);
            return request;
        });
    }

    @Override
    public void deleteContainer(String bucket) {
        require("s3:DeleteBucket", arn(bucket));
        record.writing("s3:DeleteBucket", arn(bucket), () -> {
            super.deleteContainer(bucket);
            return bucket;
        });
    }

    @Override
    public void deleteBucket(String bucket) {
        require("s3:DeleteBucket", arn(bucket));
        record.writing("s3:DeleteBucket", arn(bucket), () -> {
            super.deleteBucket(bucket);
            return bucket;
        });
    }

    @Override
    public boolean blobExists(String bucket, String key) {
        if (!isStub(key)) {
            requireOne(
                    arn(bucket, key), "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload");
        }
        return super.blobExists(bucket, key);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        Names.requireKey(request.key());
        if (isStub(request.key())) {
            return super.putBlob(request, body);
        }
        String object = arn(request.bucket(), request.key());
        require("s3:PutObject", object);
        requireSealing(request.serverSideEncryption(), request.ssekmsKeyId());
        return record.writing("s3:PutObject", object, () -> super.putBlob(request, body));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        Names.requireKey(request.sourceKey());
        Names.requireKey(request.destinationKey());
        String from = arn(request.sourceBucket(), request.sourceKey());
        String to = arn(request.destinationBucket(), request.destinationKey());
        require("s3:GetObject", from);
        require("s3:PutObject", to);
        requireOpening(request.sourceBucket(), request.sourceKey());
        requireSealing(request.serverSideEncryption(), request.ssekmsKeyId());
        return record.reading(
                "s3:GetObject", from, () -> record.writing("s3:PutObject", to, () -> super.copyBlob(request)));
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        Names.requireKey(request.key());
        String object = arn(request.bucket(), request.key());
        require("s3:GetObject", object);
        return record.reading("s3:GetObject", object, () -> super.blobMetadata(request));
    }

    /** Asked by the library while it writes, too. */
    @Override
    public HeadObjectResponse blobMetadata(String bucket, String key) {
        requireWritten(bucket, key);
        return delegate().blobMetadata(bucket, key);
    }

    /** Likewise. */
    @Override
    public @Nullable HeadObjectResponse blobMetadataIfPresent(String bucket, String key) {
        requireWritten(bucket, key);
        return delegate().blobMetadataIfPresent(bucket, key);
    }

    private void requireWritten(String bucket, String key) {
        if (!isStub(key)) {
            requireOne(arn(bucket, key), "s3:GetObject", "s3:PutObject");
        }
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        Names.requireKey(request.key());
        String object = arn(request.bucket(), request.key());
        require("s3:GetObject", object);
        requireOpening(request.bucket(), request.key());
        return record.reading("s3:GetObject", object, () -> super.getBlob(request));
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        Names.requireKey(request.key());
        if (isStub(request.key())) {
            return super.removeBlob(request);
        }
        String object = arn(request.bucket(), request.key());
        require("s3:DeleteObject", object);
        return record.writing("s3:DeleteObject", object, () -> super.removeBlob(request));
    }

    @Override
    public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
        require("s3:GetBucketVersioning", arn(request.bucket()));
        return super.getBucketVersioning(request);
    }

    @Override
    public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
        require("s3:PutBucketVersioning", arn(request.bucket()));
        return super.putBucketVersioning(request);
    }

    @Override
    public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
        require("s3:ListBucketVersions", arn(request.bucket()));
        return super.listVersions(request);
    }

    @Override
    public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
        require("s3:GetEncryptionConfiguration", arn(request.bucket()));
        return super.getBucketEncryption(request);
    }

    @Override
    public PutBucketEncryptionResponse putBucketEncryption(PutBucketEncryptionRequest request) {
        require("s3:PutEncryptionConfiguration", arn(request.bucket()));
        return super.putBucketEncryption(request);
    }

    @Override
    public DeleteBucketEncryptionResponse deleteBucketEncryption(DeleteBucketEncryptionRequest request) {
        require("s3:PutEncryptionConfiguration", arn(request.bucket()));
        return super.deleteBucketEncryption(request);
    }

    @Override
    public GetObjectAclResponse getBlobAcl(GetObjectAclRequest request) {
        require("s3:GetObjectAcl", arn(request.bucket(), request.key()));
        return super.getBlobAcl(request);
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
        require("s3:PutObjectAcl", arn(bucket, key));
        super.setBlobAccess(bucket, key, access);
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access, @Nullable String version) {
        require("s3:PutObjectAcl", arn(bucket, key));
        super.setBlobAccess(bucket, key, access, version);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        Names.requireKey(request.key());
        require("s3:PutObject", arn(request.bucket(), request.key()));
        requireSealing(request.serverSideEncryption(), request.ssekmsKeyId());
        return super.initiateMultipartUpload(request);
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        require("s3:AbortMultipartUpload", arn(upload.containerName(), upload.blobName()));
        super.abortMultipartUpload(upload);
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        String object = arn(upload.containerName(), upload.blobName());
        require("s3:PutObject", object);
        return record.writing("s3:PutObject", object, () -> super.completeMultipartUpload(upload, request));
    }

    @Override
    public UploadPartResponse uploadMultipartPart(MultipartUpload upload, UploadPartRequest request, InputStream body) {
        require("s3:PutObject", arn(upload.containerName(), upload.blobName()));
        return super.uploadMultipartPart(upload, request, body);
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        requireOne(
                arn(upload.containerName(), upload.blobName()), "s3:ListMultipartUploadParts", "s3:PutObject");
        return super.listMultipartUpload(upload);
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(String bucket) {
        require("s3:ListBucketMultipartUploads", arn(bucket));
        return super.listMultipartUploads(bucket);
    }
}
