package org.chartwright.scribing;

import org.chartwright.custody.Consents;
import org.chartwright.metering.Quotas;

/** What came of handing in a job. */
public sealed interface Submission {

    /**
     * It is kept and will be worked on, whatever happens to this process.
     *
     * @param job as accepted
     */
    record Accepted(Job job) implements Submission {}

    /**
     * The tenant has a job of that name already.
     *
     * @param existing how far that one is
     */
    record NameTaken(JobStatus existing) implements Submission {}

    /**
     * It may not be recorded.
     *
     * @param lack of which consent
     */
    record NoConsent(Consents.Lack lack) implements Submission {}

    /**
     * The tenant has as much as it may have.
     *
     * @param limit which is reached
     */
    record OverLimit(Quotas.Reached limit) implements Submission {}
}
