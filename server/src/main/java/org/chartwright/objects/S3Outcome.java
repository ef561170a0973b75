package org.chartwright.objects;

import java.io.UncheckedIOException;
import org.chartwright.keys.NamedKey;
import org.chartwright.keys.SealException;
import org.chartwright.objects.ObjectException.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What the SDK and S3Proxy throw, as the outcomes that our callers know. */
final class S3Outcome {

    private S3Outcome() {}

    /** Something that is asked of a store. */
    interface Call<T> {
        T call() throws ObjectException;
    }

    static <T> T of(Call<T> call) throws ObjectException {
        try {
            return call.call();
        } catch (NoSuchBucketException e) {
            throw new ObjectException(Kind.NO_BUCKET, e);
        } catch (NoSuchKeyException e) {
            throw new ObjectException(Kind.NO_KEY, e);
        } catch (AwsServiceException e) {
            throw new ObjectException(kind(e), e);
        } catch (SealException e) {
            throw new ObjectException(kind(e), e);
        } catch (SdkException | UncheckedIOException e) {
            throw new ObjectException(Kind.UNAVAILABLE, e);
        }
    }

    static GetObjectRequest range(String bucket, String key, ObjectFacts version, long offset) {
        GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket).key(key);
        if (offset > 0) {
            request.range("bytes=" + offset + "-");
        }
        if (!version.etag().isEmpty()) {
            request.ifMatch("\"" + version.etag() + "\"");
        }
        return request.build();
    }

    /** The headers by which a store is asked to encrypt with a named key. */
    static PutObjectRequest.Builder sealed(PutObjectRequest.Builder request, @Nullable NamedKey named) {
        return named == null
                ? request
                : request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(named.arn())
                        .ssekmsEncryptionContext(EncryptingBlobStore.header(named.context()));
    }

    static ObjectFacts facts(HeadObjectResponse response) {
        String etag = response.eTag();
        return new ObjectFacts(response.contentLength(), etag == null ? "" : etag.replace("\"", ""));
    }

    private static Kind kind(SealException e) {
        return switch (e.trouble()) {
            case KEY_UNKNOWN, KEY_DISABLED, KEY_DENIED -> Kind.KEY_REFUSED;
            case BROKEN, DESTROYED, UNAVAILABLE -> Kind.UNAVAILABLE;
        };
    }

    private static Kind kind(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        if ("NoSuchBucket".equals(code)) {
            return Kind.NO_BUCKET;
        }
        if (code != null && code.startsWith("KMS.")) {
            return Kind.KEY_REFUSED;
        }
        return switch (e.statusCode()) {
            case 404 -> Kind.NO_KEY;
            case 401, 403, 301 -> Kind.DENIED;
            case 412 -> Kind.CHANGED;
            case 416 -> Kind.CHANGED;
            default -> Kind.UNAVAILABLE;
        };
    }
}
