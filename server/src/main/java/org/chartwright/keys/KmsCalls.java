package org.chartwright.keys;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.chartwright.keys.SealException.Trouble;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidArnException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** Calls of AWS KMS, at its own address or another, each bounded in time. Any thread. */
public final class KmsCalls implements AutoCloseable {

    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final int FORBIDDEN = 403;
    private static final int CLIENT_FAULT = 400;

    private final KmsClient client;

    /** Calls with those settings. */
    public KmsCalls(Settings settings) {
        KmsClientBuilder builder = KmsClient.builder()
                .region(Region.of(settings.region))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .credentialsProvider(
                        settings.accessKeyId.isEmpty()
                                ? DefaultCredentialsProvider.builder().build()
                                : StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(settings.accessKeyId, settings.secret)));
        if (settings.endpoint != null) {
            builder.endpointOverride(settings.endpoint);
        }
        this.client = builder.build();
    }

    /**
     * Where and as whom.
     *
     * @param endpoint null for Amazon's own
     * @param region such as {@code us-east-1}
     * @param accessKeyId empty for what the SDK finds by itself: environment, profile, the machine's role
     * @param secret never printed
     */
    public record Settings(@Nullable URI endpoint, String region, String accessKeyId, String secret) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Settings[" + endpoint + ", " + region + ", " + accessKeyId + "]";
        }
    }

    /** A key under the one of that id, which may be an alias. */
    public byte[] encrypt(String id, Map<String, String> context, byte[] key) {
        return call(() -> client.encrypt(r ->
                        r.keyId(id).encryptionContext(context).plaintext(SdkBytes.fromByteArray(key)))
                .ciphertextBlob()
                .asByteArray());
    }

    /** The key that was wrapped under that one. */
    public byte[] decrypt(String id, Map<String, String> context, byte[] wrapped) {
        return call(() -> client.decrypt(r ->
                        r.keyId(id).encryptionContext(context).ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
                .plaintext()
                .asByteArray());
    }

    /** The ARN of a symmetric key that can be used now. */
    public String resolve(String id) {
        KeyMetadata key = call(() -> client.describeKey(r -> r.keyId(id)).keyMetadata());
        if (key.keyState() != KeyState.ENABLED) {
            throw new SealException(Trouble.KEY_DISABLED);
        }
        if (key.keySpec() != KeySpec.SYMMETRIC_DEFAULT) {
            throw new SealException(Trouble.KEY_DENIED);
        }
        return key.arn();
    }

    private interface Call<T> {
        T call();
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.call();
        } catch (DisabledException | KmsInvalidStateException e) {
            throw new SealException(Trouble.KEY_DISABLED, e);
        } catch (NotFoundException | InvalidArnException e) {
            throw new SealException(Trouble.KEY_UNKNOWN, e);
        } catch (InvalidCiphertextException | IncorrectKeyException e) {
            throw new SealException(Trouble.BROKEN, e);
        } catch (KmsException e) {
            String code = e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
            boolean denied = e.statusCode() == FORBIDDEN
                    || (e.statusCode() == CLIENT_FAULT && (code.contains("AccessDenied") || code.contains("UnrecognizedClient")));
            throw new SealException(denied ? Trouble.KEY_DENIED : Trouble.UNAVAILABLE, e);
        } catch (SdkException e) {
            throw new SealException(Trouble.UNAVAILABLE, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
