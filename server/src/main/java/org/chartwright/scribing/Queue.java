package org.chartwright.scribing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chartwright.access.TenantId;
import org.jdbi.v3.core.Handle;

/** Puts work into db-scheduler's table, in the transaction that makes it necessary. */
final class Queue {

    /** Work on a job; its instance is the job's id. */
    static final TaskDescriptor<Void> JOB = TaskDescriptor.of("job");

    /** Read a vocabulary; its instance is {@link #instance}. */
    static final TaskDescriptor<Void> VOCABULARY = TaskDescriptor.of("vocabulary");

    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Who wants to know at once that there is work, rather than at the next look. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void stopListening(Runnable listener) {
        listeners.remove(listener);
    }

    /** To be called when the transaction is over. */
    void announce() {
        listeners.forEach(Runnable::run);
    }

    void putJob(Handle handle, UUID job, Instant when) {
        client(handle).scheduleIfNotExists(JOB.instance(job.toString()).build(), when);
    }

    void putVocabulary(Handle handle, TenantId tenant, String name, long revision, Instant when) {
        client(handle).scheduleIfNotExists(VOCABULARY.instance(instance(tenant, name, revision)).build(), when);
    }

    /**
     * Brings back what a clock that was ahead has put off: nothing waits for longer than the longest rest, and house-keeping
     * for an hour. Says how much that was.
     */
    static int bringBack(Handle handle) {
        return handle.execute("""
                update scheduled_tasks set execution_time = now()
                where not picked and execution_time > now() + interval '2 hours'
                    or not picked and task_name in ('job', 'vocabulary') and execution_time > now() + interval '330 seconds'""");
    }

    /** The revision makes each version of a vocabulary a task of its own; a name holds no slash. */
    static String instance(TenantId tenant, String name, long revision) {
        return tenant + "/" + revision + "/" + name;
    }

    private static SchedulerClient client(Handle handle) {
        return SchedulerClient.Builder.create(new OneConnection(handle.getConnection()))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }
}
