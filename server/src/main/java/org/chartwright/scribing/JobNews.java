package org.chartwright.scribing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.events.Event;
import org.chartwright.events.Outbox;
import org.chartwright.metering.Meter;
import org.chartwright.metering.Source;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is told of a job's changes, in the transaction of each: webhooks, the meter, and last the audit record. */
final class JobNews {

    private final AuditLog audit;

    JobNews(Jdbi jdbi, Clock clock) {
        this.audit = new AuditLog(jdbi, clock);
    }

    /** What the audit record calls a job. */
    static String thing(String name) {
        return "job/" + name;
    }

    void queued(Handle handle, Job job) {
        event(handle, job, JobStatus.QUEUED, null, job.created());
        audit.change(handle, job.tenant().value(), "scribing:SubmitJob", thing(job.name()));
    }

    /** From here on a worker may read the recording. */
    void taken(Handle handle, Job job, boolean first, Instant when) {
        if (first) {
            event(handle, job, JobStatus.IN_PROGRESS, null, when);
        }
        worker(handle, job, "scribing:TakeJob", Outcome.DONE, "");
    }

    /** It has ended; what failed is not charged for. */
    void ended(Handle handle, Job job, @Nullable String failureReason, Duration audio, Instant when) {
        if (failureReason == null) {
            event(handle, job, JobStatus.COMPLETED, null, when);
            Meter.count(handle, job.tenant().value(), isStreamed(job) ? Source.STREAM : Source.JOB, job.id(), name(job), audio, when);
            worker(handle, job, "scribing:EndJob", Outcome.DONE, "");
        } else {
            event(handle, job, JobStatus.FAILED, failureReason, when);
            worker(handle, job, "scribing:EndJob", Outcome.FAILED, failureReason);
        }
    }

    void deleted(Handle handle, UUID tenant, String name) {
        audit.change(handle, tenant, "scribing:DeleteJob", thing(name));
    }

    void forgotten(Handle handle, UUID tenant, int jobs) {
        audit.change(handle, tenant, "scribing:ForgetEndedJobs", jobs + " jobs");
    }

    private static void event(Handle handle, Job job, JobStatus status, @Nullable String reason, Instant when) {
        Event.Source source = isStreamed(job) ? Event.Source.STREAM : Event.Source.JOB;
        Outbox.put(handle, job.tenant().value(), new Event(source, name(job), status.name(), reason, when));
    }

    /** Whether it follows the end of a stream; then its user knows it by the name of the session. */
    private static boolean isStreamed(Job job) {
        return job.request().media().session().isPresent();
    }

    private static String name(Job job) {
        return job.request().media().session().map(UUID::toString).orElse(job.name());
    }

    private void worker(Handle handle, Job job, String action, Outcome outcome, String reason) {
        audit.record(handle, Act.of(job.tenant().value(), Actor.WORKER, action, thing(job.name())), outcome, reason);
    }
}
