package org.chartwright.scribing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;

/**
 * What a job's sealed parts are. What is needed only while it is worked on has a scope of its own, whose key is destroyed
 * when the job ends; the rest lives as long as the job is remembered.
 */
final class JobLabels {

    private JobLabels() {}

    /** What was asked. */
    static Label request(TenantId tenant, UUID job) {
        return new Label(tenant.value(), job, Kind.JOB_REQUEST, "request");
    }

    /** What a stage left behind. */
    static Label checkpoint(Job job, JobRecord.Stage stage) {
        return new Label(job.tenant().value(), workScope(job), Kind.CHECKPOINT, stage.name());
    }

    /** The scope of what is needed only while a job is worked on. */
    static UUID workScope(Job job) {
        return UUID.nameUUIDFromBytes(("work on " + job.id()).getBytes(StandardCharsets.US_ASCII));
    }
}
