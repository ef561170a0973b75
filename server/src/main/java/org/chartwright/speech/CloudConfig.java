package org.chartwright.speech;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Transcribe, named by the operator and by nobody else.
 *
 * @param region such as {@code us-east-1}
 * @param bucket of the operator's own; pieces of speech lie in it while they are heard
 * @param access where and as whom
 * @param timeout the longest that a piece may take
 * @param pause between two looks whether a piece was heard
 */
public record CloudConfig(String region, String bucket, Access access, Duration timeout, Duration pause) {

    /** Checks that both have names. */
    public CloudConfig {
        if (region.isBlank() || bucket.isBlank()) {
            throw new IllegalArgumentException("A region and a bucket are needed");
        }
    }

    /**
     * Where and as whom.
     *
     * @param accessKeyId empty for what the SDK finds by itself: environment, profile, the machine's role
     * @param secret never printed
     * @param transcribe the service's address, null for Amazon's own
     * @param store the address of the bucket's S3, null for Amazon's own
     */
    public record Access(String accessKeyId, String secret, @Nullable URI transcribe, @Nullable URI store) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Access[" + accessKeyId + ", " + transcribe + ", " + store + "]";
        }
    }
}
