package org.chartwright.scribing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a job. Nothing of it is sealed, so that a list need not open what was asked of each job.
 *
 * @param name the name it goes by
 * @param status how far
 * @param created when it was accepted
 * @param started when work began, or null
 * @param ended when it completed or failed, or null
 * @param failureReason a sentence a person can act on; only when FAILED
 */
public record JobSummary(
        String name,
        JobStatus status,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable String failureReason) {}
