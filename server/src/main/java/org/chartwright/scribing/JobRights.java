package org.chartwright.scribing;

/** Whether a job may touch an object now, in the name of the role it was started with. Thread-safe. */
@FunctionalInterface
public interface JobRights {

    /**
     * Whether it may.
     *
     * @param action such as {@code s3:GetObject}
     */
    boolean allow(Job job, String action, String bucket, String key);
}
