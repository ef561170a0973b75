package org.chartwright.audio;

import java.time.Duration;

/**
 * How much of a machine one recording may use.
 *
 * @param largestBytes the largest recording in bytes
 * @param longest the most sound that is decoded; what claims less but decodes to more is stopped here
 * @param shortest the least sound that is worth a transcript
 * @param memoryBytes address space of the decoder's process
 * @param cpuAllowance CPU time that the decoder may use beyond a tenth of the sound that it gave
 * @param stall how long the decoder may be waited for while it neither reads nor writes
 */
public record MediaLimits(
        long largestBytes,
        Duration longest,
        Duration shortest,
        long memoryBytes,
        Duration cpuAllowance,
        Duration stall) {

    /** HealthScribe's own limits on size and length, and room enough for FFmpeg. */
    public static final MediaLimits DEFAULT = new MediaLimits(
            2L << 30, Duration.ofHours(4), Duration.ofMillis(500), 1L << 30, Duration.ofSeconds(20), Duration.ofSeconds(20));

    /** Checks that each is positive. */
    public MediaLimits {
        if (largestBytes <= 0 || memoryBytes <= 0 || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("Media limits must be positive, and the longest not below the shortest");
        }
        if (shortest.isNegative() || !cpuAllowance.isPositive() || !stall.isPositive()) {
            throw new IllegalArgumentException("Media limits must be positive");
        }
    }

    /** The same with another most sound. */
    public MediaLimits withLongest(Duration most) {
        return new MediaLimits(largestBytes, most, shortest, memoryBytes, cpuAllowance, stall);
    }

    /** CPU time that no decoding of a permitted recording can need, for the operating system to enforce. */
    Duration cpuCeiling() {
        return cpuAllowance.plus(longest.dividedBy(10)).plusSeconds(1);
    }
}
