package org.chartwright.scribing;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param jobs how many jobs at once
 * @param heartbeat how often a worker says that it lives; after four silent ones its jobs are taken over
 * @param look how often it looks for work that nobody told it of
 * @param retryAfter how long a job rests after a failed attempt
 */
public record WorkerSettings(int jobs, Duration heartbeat, Duration look, Duration retryAfter) {

    /** A lease of 20 seconds; a dead worker's job is taken over within 35. */
    public static final WorkerSettings DEFAULT =
            new WorkerSettings(2, Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(5));

    /** How many attempts each stage of a job gets, when its worker lives to say that one has failed. */
    static final int ATTEMPTS = 3;

    /** How many when the object store fails: with rests that double, ten minutes, for stores come back. */
    static final int STORE_ATTEMPTS = 8;

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** How many workers may die over a stage; more, because what killed them may have been another job or the machine. */
    static final int DEATHS = 10;

    /** How long a job rests after that many attempts. */
    Duration rest(int attempts) {
        Duration rest = retryAfter.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 16));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    /** Checks ranges. */
    public WorkerSettings {
        if (jobs < 1 || !heartbeat.isPositive() || !look.isPositive() || retryAfter.isNegative()) {
            throw new IllegalArgumentException("A worker does at least one job and its times are positive");
        }
        if (heartbeat.compareTo(Duration.ofMillis(7500)) > 0) {
            throw new IllegalArgumentException("A heartbeat of over 7.5 seconds makes a lease of over 30");
        }
    }
}
