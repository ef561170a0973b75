package org.chartwright.scribing;

import java.time.Instant;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands now.
 *
 * @param tenant whose
 * @param id made by us; also names the visit
 * @param request what was asked, with the tags as they are now
 * @param status how far
 * @param created when it was accepted
 * @param started when work began, or null
 * @param ended when it completed or failed, or null
 * @param failureReason a sentence a person can act on; only when FAILED
 * @param outputs where the documents are; only when COMPLETED
 */
public record Job(
        TenantId tenant,
        UUID id,
        JobRequest request,
        JobStatus status,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable String failureReason,
        @Nullable Outputs outputs) {

    /** The name it goes by. */
    public String name() {
        return request.name();
    }

    /** What a list shows of it. */
    public JobSummary summary() {
        return new JobSummary(name(), status, created, started, ended, failureReason);
    }

    /**
     * Where the two documents lie.
     *
     * @param bucket in which bucket
     * @param transcriptKey the transcript's key
     * @param summaryKey the note's key
     */
    public record Outputs(String bucket, String transcriptKey, String summaryKey) {}
}
