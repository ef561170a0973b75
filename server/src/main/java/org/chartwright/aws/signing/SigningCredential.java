package org.chartwright.aws.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to judge a signature.
 *
 * @param secret the secret access key
 * @param token the session token that must come along; {@code null} for a lasting key
 * @param expiry when it ends; {@code null} for a lasting key
 */
public record SigningCredential(
        String secret, @Nullable String token, @Nullable Instant expiry) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "SigningCredential[" + (token == null ? "lasting" : "temporary") + "]";
    }
}
