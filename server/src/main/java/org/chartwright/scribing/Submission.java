package org.chartwright.scribing;

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
}
