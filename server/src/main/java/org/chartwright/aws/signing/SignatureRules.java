package org.chartwright.aws.signing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How strict to be, and how a service writes its canonical path.
 *
 * @param service the service's signing name; {@code null} takes any
 * @param region the only region accepted; {@code null} takes any, as nothing here depends on it
 * @param skew how far the request's date may lie from our clock, either way
 * @param normalisesPath whether dot segments and double slashes are removed (all services but S3)
 * @param encodesPathTwice whether the path is encoded once more as it stands (all services but S3)
 */
public record SignatureRules(
        @Nullable String service,
        @Nullable String region,
        Duration skew,
        boolean normalisesPath,
        boolean encodesPathTwice) {

    /** The widest difference of clocks that AWS documents for most services. */
    public static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** The rules of the HealthScribe face. */
    public static SignatureRules transcribe(@Nullable String region) {
        return new SignatureRules("transcribe", region, FIVE_MINUTES, true, true);
    }

    /** The rules of the token service. */
    public static SignatureRules sts() {
        return new SignatureRules("sts", null, FIVE_MINUTES, true, true);
    }
}
