package org.chartwright.objects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.chartwright.access.TenantId;
import org.chartwright.keys.NamedKey;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The embedded store from inside: no HTTP, no signatures, the tenant's own folder. */
final class EmbeddedObjects implements ObjectStore {

    private final Function<TenantId, BlobStore> stores;

    EmbeddedObjects(Function<TenantId, BlobStore> stores) {
        this.stores = stores;
    }

    @Override
    public boolean hasBucket(TenantId tenant, String bucket) throws ObjectException {
        Names.check(bucket);
        return S3Outcome.of(() -> stores.apply(tenant).containerExists(bucket));
    }

    @Override
    public ObjectFacts head(TenantId tenant, String bucket, String key) throws ObjectException {
        Names.check(bucket, key);
        BlobStore store = stores.apply(tenant);
        return S3Outcome.of(() -> {
            if (!store.containerExists(bucket)) {
                throw new ObjectException(ObjectException.Kind.NO_BUCKET);
            }
            var facts = store.blobMetadataIfPresent(
                    HeadObjectRequest.builder().bucket(bucket).key(key).build());
            if (facts == null) {
                throw new ObjectException(ObjectException.Kind.NO_KEY);
            }
            return S3Outcome.facts(facts);
        });
    }

    @Override
    public InputStream open(TenantId tenant, String bucket, String key, ObjectFacts version, long offset)
            throws ObjectException {
        Names.check(bucket, key);
        if (offset >= version.size()) {
            return InputStream.nullInputStream();
        }
        GetObjectRequest request = S3Outcome.range(bucket, key, version, offset);
        return S3Outcome.of(() -> stores.apply(tenant).getBlob(request));
    }

    @Override
    public void put(
            TenantId tenant, String bucket, String key, byte[] body, String contentType, @Nullable NamedKey named)
            throws ObjectException {
        Names.check(bucket, key);
        PutObjectRequest request = S3Outcome.sealed(
                        PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType), named)
                .contentLength((long) body.length)
                .build();
        S3Outcome.of(() -> stores.apply(tenant).putBlob(request, new ByteArrayInputStream(body)));
    }

    @Override
    public void put(TenantId tenant, String bucket, String key, InputStream body, long size, String contentType)
            throws ObjectException {
        Names.check(bucket, key);
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .contentLength(size)
                .build();
        S3Outcome.of(() -> stores.apply(tenant).putBlob(request, body));
    }

    @Override
    public void makeBucket(TenantId tenant, String bucket) throws ObjectException {
        if (!hasBucket(tenant, bucket)) {
            S3Outcome.of(() -> stores.apply(tenant).createContainer(bucket));
        }
    }

    @Override
    public void delete(TenantId tenant, String bucket, String key) throws ObjectException {
        Names.check(bucket, key);
        BlobStore store = stores.apply(tenant);
        S3Outcome.of(() -> store.containerExists(bucket)
                ? store.removeBlob(DeleteObjectRequest.builder().bucket(bucket).key(key).build())
                : "nothing to remove");
    }

    @Override
    public void close() {
        // Files only; nothing is held open.
    }
}
