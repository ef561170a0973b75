package org.chartwright.scribing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on jobs until it is closed. Any number of workers, in any number of processes, may share a database; a job is taken
 * over by another when its worker falls silent.
 */
public final class JobWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private static final int LOOKS_BETWEEN = 30;

    private final Scheduler scheduler;
    private final JobRuns runs;
    private final Queue queue;
    private final Runnable wake;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("job-clock").factory());

    /**
     * Starts working.
     *
     * @param database where the jobs are
     * @param scribing opened on it
     * @param work what a worker needs for the work itself
     */
    public JobWorker(Database database, Scribing scribing, Work work, Clock clock, WorkerSettings settings) {
        JobRecord record = new JobRecord(database.jdbi(), scribing.keys(), clock, scribing.visits());
        this.runs = new JobRuns(
                record,
                new JobWork(
                        record,
                        work,
                        new RuleBook(scribing.vocabularies(), scribing.filters()),
                        scribing.desk(),
                        scribing.visits()),
                clock,
                settings,
                work.watch());
        VocabularyWork vocabularies = new VocabularyWork(database.jdbi(), scribing.keys().seals(), work.objects());
        this.queue = scribing.queue();
        this.scheduler = Scheduler.create(
                        database.source(),
                        List.of(
                                Tasks.custom(Queue.JOB)
                                        .onFailure(new FailureHandler.OnFailureRetryLater<>(settings.retryAfter()))
                                        .execute((instance, context) -> completion(runs.run(UUID.fromString(instance.getId())))),
                                Tasks.custom(Queue.VOCABULARY)
                                        .onFailure(new FailureHandler.OnFailureRetryLater<>(settings.retryAfter()))
                                        .execute((instance, context) -> {
                                            vocabularies.run(
                                                    instance.getId(), context.getExecution().consecutiveFailures);
                                            return new OnCompleteRemove<>();
                                        })))
                .startTasks(Tasks.recurring("forget-ended-jobs", FixedDelay.ofHours(1)).execute((instance, context) -> {
                    int gone = scribing.storedJobs().forgetEnded();
                    if (gone > 0) {
                        LOG.info("Forgot {} jobs that ended long enough ago", gone);
                    }
                    int spent = scribing.recordings().deleteSpent(work.objects());
                    if (spent > 0) {
                        LOG.info("Deleted {} recordings of visits that were spent", spent);
                    }
                    scribing.keys().keepHouse();
                }))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .schedulerName(new SchedulerName.Fixed("worker-" + UUID.randomUUID()))
                .threads(settings.jobs())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .pollingInterval(settings.look())
                // Above 1.0 jobs would wait in memory without a heartbeat, be declared dead and run twice at once.
                .pollUsingLockAndFetch(0.5, 1.0)
                .failureLogging(LogLevel.WARN, false)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
        this.wake = scheduler::triggerCheckForDueExecutions;
        scheduler.start();
        // By time that goes on evenly, whatever the clock does.
        long period = settings.look().multipliedBy(LOOKS_BETWEEN).toMillis();
        var _ = clockwork.scheduleWithFixedDelay(() -> bringBack(database), period, period, TimeUnit.MILLISECONDS);
        queue.listen(wake);
    }

    /**
     * What the work itself is done with; each stays the caller's to close.
     *
     * @param scribe the pipeline
     * @param publisher the form of the documents
     * @param objects where recordings and documents lie
     * @param streamed what was heard of visits while they happened
     * @param engines pipelines around other engines, by their names, for jobs that choose one
     * @param watch is told of attempts
     */
    public record Work(
            Scribe scribe,
            Publisher publisher,
            JobObjects objects,
            StreamedVisits streamed,
            Map<String, Scribe> engines,
            AttemptWatch watch) {

        /** Copies the map. */
        public Work {
            engines = Map.copyOf(engines);
        }

        /** With nobody watching. */
        public Work(
                Scribe scribe, Publisher publisher, JobObjects objects, StreamedVisits streamed, Map<String, Scribe> engines) {
            this(scribe, publisher, objects, streamed, engines, (_, _, _, _) -> {});
        }

        /** With one engine for all jobs. */
        public Work(Scribe scribe, Publisher publisher, JobObjects objects, StreamedVisits streamed) {
            this(scribe, publisher, objects, streamed, Map.of());
        }
    }

    /** Is told of each attempt when it has ended. Any thread; returns at once. */
    @FunctionalInterface
    public interface AttemptWatch {

        /**
         * An attempt has ended.
         *
         * @param outcome completed, failed, again, given back or lost
         * @param spent what it spent its time with
         */
        void attempted(UUID job, String outcome, Duration took, List<StageTimes.Spent> spent);
    }

    private static void bringBack(Database database) {
        try {
            int back = TenantRows.ofAll(database.jdbi(), Queue::bringBack);
            if (back > 0) {
                LOG.warn("{} pieces of work lay in the far future; the clock must have been ahead", back);
            }
        } catch (RuntimeException e) {
            LOG.warn("Work in the far future could not be looked for: {}", e.getClass().getName());
        }
    }

    private static CompletionHandler<Void> completion(JobRuns.Outcome outcome) {
        return switch (outcome) {
            case JobRuns.Outcome.Over over -> new OnCompleteRemove<>();
            case JobRuns.Outcome.Again again -> (complete, operations) -> operations.reschedule(complete, again.when());
            // The execution is another worker's; not ours to remove.
            case JobRuns.Outcome.Lost lost -> (complete, operations) -> {};
        };
    }

    /** Whether it looks for jobs and takes what it finds. */
    public boolean takesJobs() {
        SchedulerState state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isPaused() && !state.isShuttingDown();
    }

    /** Drains: jobs in hand are given back without a loss of attempts and go on wherever a worker is next. */
    @Override
    public void close() {
        clockwork.shutdownNow();
        queue.stopListening(wake);
        scheduler.pause();
        runs.drain();
        scheduler.stop();
    }
}
