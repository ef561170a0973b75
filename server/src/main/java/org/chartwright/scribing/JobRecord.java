package org.chartwright.scribing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.KeyRoom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker writes of a job. Every write carries the fencing number that the worker was given when it took the job, and
 * is refused once another worker has taken it, so that one that was only asleep cannot do harm.
 */
final class JobRecord {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;
    private final KeyRoom keys;
    private final Clock clock;
    private final JobNews news;
    private final VisitRecord visits;

    JobRecord(Jdbi jdbi, KeyRoom keys, Clock clock, VisitRecord visits) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.clock = clock;
        this.visits = visits;
        this.news = new JobNews(jdbi, clock);
    }

    /**
     * A job in the hands of this worker.
     *
     * @param job as it stands
     * @param fence grows with every taking
     * @param attempts how often this stage of it was begun, this time included
     */
    record Taken(Job job, long fence, int attempts) {}

    /** Points of a job at which it can go on after a crash. */
    enum Stage {
        /** The recording has been listened to. */
        HEARD,
        /** What goes into the record is made, for a visit that is there. */
        UNDERSTOOD,
        /** Both documents are made, byte for byte. */
        WRITTEN
    }

    /** Another worker has the job now, or it has ended: stop, write nothing. */
    static final class LostException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        LostException(UUID job) {
            super("Job " + job + " belongs to another worker now");
        }
    }

    /**
     * Takes a job, counting the attempt before any work is done. Empty when it has ended or is gone.
     *
     * @param forgiven whether the attempt before was not the job's fault and shall not count
     */
    Optional<Taken> take(UUID id, boolean forgiven) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        update job set fence = fence + 1, attempts = greatest(attempts + :counted, 1), status = 'IN_PROGRESS',
                            started_at = coalesce(started_at, :now)
                        where id = :id and ended_at is null returning fence, attempts""")
                .bind("now", SqlTime.of(SqlTime.now(clock)))
                .bind("counted", forgiven ? 0 : 1)
                .bind("id", id)
                .map((row, context) -> new Taken(
                        StoredJobs.find(handle, keys.seals(), id).orElseThrow(), row.getLong("fence"), row.getInt("attempts")))
                .findOne()
                .map(taken -> {
                    news.taken(handle, taken.job(), taken.fence() == 1, SqlTime.now(clock));
                    return taken;
                }));
    }

    /** Gives a job back unharmed: the attempt does not count. */
    void giveBack(Taken taken) throws LostException {
        require(taken, in(taken, handle -> handle.execute(
                "update job set attempts = greatest(attempts - 1, 0) where id = ? and fence = ? and ended_at is null",
                taken.job.id(), taken.fence)));
    }

    /** Refuses unless the job is still this worker's. */
    void check(Taken taken) throws LostException {
        require(taken, in(taken, handle -> handle.createQuery(
                        "select count(*) from job where id = ? and fence = ? and ended_at is null")
                .bind(0, taken.job.id())
                .bind(1, taken.fence)
                .mapTo(Integer.class)
                .one()));
    }

    /** Keeps a stage's result; attempts are counted anew from here, because the job has come forward. */
    void keep(Taken taken, Stage stage, Object content) throws LostException {
        byte[] sealed = keys.seals().seal(JobLabels.checkpoint(taken.job(), stage), pack(content));
        require(taken, in(taken, handle -> {
            int ours = handle.execute(
                    """
                    update job set attempts = 1, audio_millis = coalesce(?, audio_millis)
                    where id = ? and fence = ? and ended_at is null""",
                    content instanceof Heard heard ? heard.length().toMillis() : null, taken.job.id(), taken.fence);
            if (ours == 1) {
                handle.createUpdate("""
                                insert into job_checkpoint (tenant_id, job_id, stage, content)
                                values (:tenant, :job, :stage, :content)
                                on conflict (tenant_id, job_id, stage) do update set content = excluded.content""")
                        .bind("tenant", taken.job.tenant().value())
                        .bind("job", taken.job.id())
                        .bind("stage", stage.name())
                        .bind("content", sealed)
                        .execute();
            }
            return ours;
        }));
    }

    /** A stage's result, if that stage was reached before. */
    <T> Optional<T> kept(Taken taken, Stage stage, Class<T> type) {
        return in(taken, handle -> kept(handle, taken, stage, type));
    }

    private <T> Optional<T> kept(Handle handle, Taken taken, Stage stage, Class<T> type) {
        Optional<byte[]> sealed = handle.createQuery(
                        "select content from job_checkpoint where tenant_id = ? and job_id = ? and stage = ?")
                .bind(0, taken.job.tenant().value())
                .bind(1, taken.job.id())
                .bind(2, stage.name())
                .mapTo(byte[].class)
                .findOne();
        return sealed.map(content ->
                unpack(keys.seals().open(JobLabels.checkpoint(taken.job(), stage), content), type));
    }

    /** Ends the job: completed without a reason, failed with one. What was kept of it goes in the same transaction. */
    void end(Taken taken, @Nullable String failureReason) throws LostException {
        require(taken, in(taken, handle -> end(handle, taken, failureReason)));
    }

    private int end(Handle handle, Taken taken, @Nullable String failureReason) {
        Instant now = SqlTime.now(clock);
        Optional<Long> audio = handle.createQuery("""
                        update job set status = :status, ended_at = :now, failure_reason = :reason
                        where id = :id and fence = :fence and ended_at is null
                        returning coalesce(audio_millis, 0) as audio""")
                .bind("status", failureReason == null ? "COMPLETED" : "FAILED")
                .bind("now", SqlTime.of(now))
                .bind("reason", failureReason)
                .bind("id", taken.job.id())
                .bind("fence", taken.fence)
                .mapTo(Long.class)
                .findOne();
        audio.ifPresent(millis -> {
            if (failureReason == null) {
                kept(handle, taken, Stage.UNDERSTOOD, VisitRecord.Made.class)
                        .ifPresent(made -> visits.completed(handle, taken.job, made));
            } else {
                visits.failed(handle, taken.job);
            }
            handle.execute(
                    "delete from job_checkpoint where tenant_id = ? and job_id = ?",
                    taken.job.tenant().value(), taken.job.id());
            keys.destroy(handle, taken.job.tenant().value(), JobLabels.workScope(taken.job()));
            news.ended(handle, taken.job, failureReason, Duration.ofMillis(millis), now);
        });
        return audio.isPresent() ? 1 : 0;
    }

    private <R> R in(Taken taken, HandleCallback<R, RuntimeException> work) {
        return TenantRows.of(jdbi, taken.job.tenant().value(), work);
    }

    private static void require(Taken taken, int rows) throws LostException {
        if (rows != 1) {
            throw new LostException(taken.job.id());
        }
    }

    private static byte[] pack(Object content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            JSON.writeValue(packed, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T unpack(byte[] packed, Class<T> type) {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
