package org.chartwright.scribing;

import java.util.Optional;
import org.chartwright.access.TenantId;
import org.jspecify.annotations.Nullable;

/** The jobs of all tenants, each seen only by its own. Thread-safe. */
public interface Jobs {

    /** Keeps a job and queues it, in one transaction: once this returns Accepted, the job will end. */
    Submission submit(TenantId tenant, JobRequest request);

    /** What speaks against taking a job, if anything does: a template or a specialty that there is not. */
    Optional<NoteDesk.Objection> objection(JobRequest request);

    /** The tenant's job of that name. */
    Optional<Job> find(TenantId tenant, String name);

    /** The tenant's jobs, newest first. */
    Page<JobSummary> list(TenantId tenant, JobFilter filter, PageRequest page) throws BadTokenException;

    /** Forgets a job that has ended; its documents stay where they are. IN_USE when it has not ended. */
    Deletion delete(TenantId tenant, String name);

    /**
     * Which jobs are listed; both must hold.
     *
     * @param status only these, or null for all
     * @param nameContains only those with this in their name, in any case, or null for all
     */
    record JobFilter(@Nullable JobStatus status, @Nullable String nameContains) {

        /** All jobs. */
        public static final JobFilter ALL = new JobFilter(null, null);
    }
}
