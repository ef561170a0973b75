package org.chartwright.objects;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chartwright.keys.NamedKey;
import org.chartwright.keys.NamedKeys;
import org.chartwright.objects.sealed.SealedStore;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request says of encryption, made true: every object is sealed, which is answered as AES256; one that asks for
 * {@code aws:kms} is sealed with that named key besides. A key of the client's own is refused, since we would only pretend
 * to forget it. Any thread.
 */
final class EncryptingBlobStore extends ForwardingBlobStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UUID tenant;
    private final NamedKeys keys;

    EncryptingBlobStore(BlobStore store, UUID tenant, NamedKeys keys) {
        super(store);
        this.tenant = tenant;
        this.keys = keys;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        refuseClientsKey(request.sseCustomerAlgorithm());
        if (!asksForKey(request.serverSideEncryption())) {
            return super.putBlob(request.toBuilder().serverSideEncryption(ServerSideEncryption.AES256).build(), body);
        }
        NamedKey named = named(request.ssekmsKeyId(), request.ssekmsEncryptionContext());
        return SealedStore.with(
                named, () -> super.putBlob(request.toBuilder().ssekmsKeyId(named.arn()).build(), body));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        refuseClientsKey(request.sseCustomerAlgorithm());
        if (!asksForKey(request.serverSideEncryption())) {
            return super.copyBlob(request.toBuilder().serverSideEncryption(ServerSideEncryption.AES256).build());
        }
        NamedKey named = named(request.ssekmsKeyId(), request.ssekmsEncryptionContext());
        return SealedStore.with(named, () -> super.copyBlob(request.toBuilder().ssekmsKeyId(named.arn()).build()));
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        refuseClientsKey(request.sseCustomerAlgorithm());
        if (!asksForKey(request.serverSideEncryption())) {
            return super.initiateMultipartUpload(
                    request.toBuilder().serverSideEncryption(ServerSideEncryption.AES256).build());
        }
        if (request.ssekmsEncryptionContext() != null) {
            throw new UnsupportedOperationException("An encryption context for an upload in parts");
        }
        NamedKey named = named(request.ssekmsKeyId(), null);
        return super.initiateMultipartUpload(request.toBuilder().ssekmsKeyId(named.arn()).build());
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        // Where the library keeps what an upload was begun with.
        String stub = ".mpus-" + upload.id() + "-" + upload.blobName() + "-stub";
        HeadObjectResponse begun = delegate().blobMetadataIfPresent(upload.containerName(), stub);
        if (begun == null || !asksForKey(begun.serverSideEncryption())) {
            return super.completeMultipartUpload(upload, request);
        }
        NamedKey named = named(begun.ssekmsKeyId(), null);
        return SealedStore.with(named, () -> super.completeMultipartUpload(upload, request));
    }

    private static boolean asksForKey(@Nullable ServerSideEncryption wish) {
        return wish == ServerSideEncryption.AWS_KMS;
    }

    private static void refuseClientsKey(@Nullable String algorithm) {
        if (algorithm != null) {
            throw new UnsupportedOperationException("A key of the client's own");
        }
    }

    private NamedKey named(@Nullable String id, @Nullable String context) {
        if (id == null) {
            throw new IllegalArgumentException("aws:kms needs a key's id");
        }
        return new NamedKey(keys.resolve(tenant, id), context == null ? Map.of() : pairs(context));
    }

    /** A context as it stands in a header. */
    static String header(Map<String, String> context) {
        return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(new TreeMap<>(context)));
    }

    private static Map<String, String> pairs(String header) {
        try {
            Map<String, String> pairs = new TreeMap<>();
            JSON.readTree(new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8))
                    .properties()
                    .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asString()));
            return pairs;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The encryption context is not JSON in base64", e);
        }
    }
}
