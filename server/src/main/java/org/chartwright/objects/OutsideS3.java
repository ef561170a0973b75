package org.chartwright.objects;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.chartwright.access.TenantId;
import org.chartwright.keys.NamedKey;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A store elsewhere that speaks S3, reached with one set of keys from the configuration. Since those keys may open more
 * than a tenant may see, each use of a bucket is checked against a list first. Any thread; close it once.
 */
public final class OutsideS3 implements ObjectStore {

    private final S3Client client;
    private final BucketRights rights;

    /** Connects when first used. */
    public OutsideS3(Settings settings, BucketRights rights) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.endpoint() != null)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKeyId(), settings.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(60)))
                .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMinutes(10)));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        this.client = builder.build();
        this.rights = rights;
    }

    /**
     * Where the store is and how to sign for it.
     *
     * @param endpoint null for Amazon's own of the region
     * @param secretAccessKey never printed
     */
    public record Settings(@Nullable URI endpoint, String region, String accessKeyId, String secretAccessKey) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Settings[" + endpoint + ", " + region + ", " + accessKeyId + "]";
        }
    }

    /** Which tenant may use which bucket. */
    @FunctionalInterface
    public interface BucketRights {

        /** Whether it may. */
        boolean allows(TenantId tenant, String bucket);
    }

    @Override
    public boolean hasBucket(TenantId tenant, String bucket) throws ObjectException {
        check(tenant, bucket);
        return S3Outcome.of(() -> {
            try {
                client.headBucket(r -> r.bucket(bucket));
                return true;
            } catch (NoSuchBucketException e) {
                return false;
            }
        });
    }

    @Override
    public ObjectFacts head(TenantId tenant, String bucket, String key) throws ObjectException {
        check(tenant, bucket, key);
        return S3Outcome.of(() -> {
            try {
                return S3Outcome.facts(client.headObject(r -> r.bucket(bucket).key(key)));
            } catch (S3Exception e) {
                // A HEAD has no body to say whether it is the bucket or the key that is missing.
                if (e.statusCode() == 404 && !hasBucket(tenant, bucket)) {
                    throw new ObjectException(ObjectException.Kind.NO_BUCKET, e);
                }
                throw e;
            }
        });
    }

    @Override
    public InputStream open(TenantId tenant, String bucket, String key, ObjectFacts version, long offset)
            throws ObjectException {
        check(tenant, bucket, key);
        if (offset >= version.size()) {
            return InputStream.nullInputStream();
        }
        ResponseInputStream<GetObjectResponse> stream =
                S3Outcome.of(() -> client.getObject(S3Outcome.range(bucket, key, version, offset)));
        return new FilterInputStream(stream) {
            @Override
            public void close() {
                stream.abort(); // closing would read the rest of what may be gigabytes
            }
        };
    }

    @Override
    public void put(
            TenantId tenant, String bucket, String key, byte[] body, String contentType, @Nullable NamedKey named)
            throws ObjectException {
        check(tenant, bucket, key);
        S3Outcome.of(() -> client.putObject(
                r -> S3Outcome.sealed(r.bucket(bucket).key(key).contentType(contentType), named),
                RequestBody.fromBytes(body)));
    }

    @Override
    public void put(TenantId tenant, String bucket, String key, InputStream body, long size, String contentType)
            throws ObjectException {
        check(tenant, bucket, key);
        S3Outcome.of(() -> client.putObject(
                r -> r.bucket(bucket).key(key).contentType(contentType), RequestBody.fromInputStream(body, size)));
    }

    /** Buckets are made by those whose store it is. */
    @Override
    public void makeBucket(TenantId tenant, String bucket) throws ObjectException {
        if (!hasBucket(tenant, bucket)) {
            throw new ObjectException(ObjectException.Kind.NO_BUCKET);
        }
    }

    @Override
    public void delete(TenantId tenant, String bucket, String key) throws ObjectException {
        check(tenant, bucket, key);
        S3Outcome.of(() -> {
            try {
                return client.deleteObject(r -> r.bucket(bucket).key(key));
            } catch (NoSuchBucketException e) {
                return "nothing to remove";
            }
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private void check(TenantId tenant, String bucket) throws ObjectException {
        Names.check(bucket);
        if (!rights.allows(tenant, bucket)) {
            throw new ObjectException(ObjectException.Kind.DENIED);
        }
    }

    private void check(TenantId tenant, String bucket, String key) throws ObjectException {
        check(tenant, bucket);
        Names.check(bucket, key);
    }
}
