package org.chartwright.scribing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chartwright.audio.MediaException;
import org.chartwright.keys.SealException;
import org.chartwright.scribing.JobObjects.ObjectRefusedException;
import org.chartwright.scribing.JobRecord.LostException;
import org.chartwright.scribing.JobRecord.Taken;
import org.chartwright.speech.RecognitionException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jobs, has them worked on, and decides what a failure means. Log lines carry ids, never text. */
final class JobRuns {

    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

    private final JobRecord record;
    private final JobWork work;
    private final Clock clock;
    private final WorkerSettings settings;
    private final JobWorker.AttemptWatch watch;
    private final Set<Thread> running = new HashSet<>();
    /** Jobs whose last attempt the database or the keys broke off. */
    private final Set<UUID> forgiven = ConcurrentHashMap.newKeySet();
    private boolean draining;

    JobRuns(
            JobRecord record, JobWork work, Clock clock, WorkerSettings settings, JobWorker.AttemptWatch watch) {
        this.watch = watch;
        this.record = record;
        this.work = work;
        this.clock = clock;
        this.settings = settings;
    }

    /** What becomes of the queue's entry. */
    sealed interface Outcome {

        /** The job has ended; the entry goes. */
        record Over() implements Outcome {}

        /**
         * The job shall be tried again.
         *
         * @param when not before
         */
        record Again(Instant when) implements Outcome {}

        /** The job and its entry are another worker's. */
        record Lost() implements Outcome {}
    }

    /** Asks all runs to stop and take no more; returns at once. */
    synchronized void drain() {
        draining = true;
        running.forEach(Thread::interrupt);
    }

    private synchronized boolean begin() {
        if (!draining) {
            running.add(Thread.currentThread());
        }
        return !draining;
    }

    /** After this no interrupt can come from us any more, and none is left behind: the database must be reached. */
    private synchronized void finish() {
        running.remove(Thread.currentThread());
        Thread.interrupted();
    }

    /** Works on a job as far as it goes. */
    Outcome run(UUID id) {
        if (!begin()) {
            return new Outcome.Again(clock.instant());
        }
        Optional<Taken> taken;
        try {
            taken = record.take(id, forgiven.contains(id));
            forgiven.remove(id);
        } catch (RuntimeException e) {
            finish();
            throw e;
        }
        if (taken.isEmpty()) {
            finish();
            return new Outcome.Over();
        }
        Instant start = clock.instant();
        StageTimes times = new StageTimes(clock);
        Verdict verdict = taken.get().attempts() > WorkerSettings.DEATHS
                ? new Verdict.Failed(FailureReasons.TOO_OFTEN)
                : work(taken.get(), times);
        finish();
        watch.attempted(id, verdict.word(), Duration.between(start, clock.instant()), times.spent());
        return settle(taken.get(), verdict, start);
    }

    /** What came of an attempt. */
    private sealed interface Verdict {

        default String word() {
            return switch (this) {
                case Completed _ -> "completed";
                case Failed _ -> "failed";
                case Unlucky _ -> "again";
                case Drained _ -> "given back";
                case Stale _ -> "lost";
            };
        }

        record Completed() implements Verdict {}

        record Failed(String reason) implements Verdict {}

        record Unlucky(String reason, Exception cause) implements Verdict {}

        record Drained() implements Verdict {}

        record Stale() implements Verdict {}
    }

    private Verdict work(Taken taken, Progress progress) {
        try {
            work.run(taken, progress);
            return new Verdict.Completed();
        } catch (MediaException e) {
            return new Verdict.Failed(FailureReasons.of(e));
        } catch (ObjectRefusedException | RuleBook.GoneException e) {
            return new Verdict.Failed(e.getMessage() == null ? FailureReasons.INTERNAL : e.getMessage());
        } catch (LostException e) {
            return new Verdict.Stale();
        } catch (InterruptedException e) {
            return new Verdict.Drained();
        } catch (RecognitionException e) {
            return new Verdict.Unlucky(FailureReasons.RECOGNISER, e);
        } catch (IOException e) {
            return isDraining() ? new Verdict.Drained() : new Verdict.Unlucky(FailureReasons.STORE, e);
        } catch (RuntimeException e) {
            return isDraining() ? new Verdict.Drained() : new Verdict.Unlucky(FailureReasons.INTERNAL, e);
        }
    }

    private synchronized boolean isDraining() {
        return draining;
    }

    private Outcome settle(Taken taken, Verdict verdict, Instant start) {
        UUID id = taken.job().id();
        try {
            switch (verdict) {
                case Verdict.Completed completed -> {
                    LOG.info("Job {} completed in {}", id, Duration.between(start, clock.instant()));
                    return new Outcome.Over();
                }
                case Verdict.Failed failed -> {
                    return fail(taken, failed.reason());
                }
                case Verdict.Stale stale -> {
                    LOG.warn("Job {} was taken over by another worker; nothing more is written of it here", id);
                    return new Outcome.Lost();
                }
                case Verdict.Drained drained -> {
                    record.giveBack(taken);
                    LOG.info("Job {} is given back; it goes on from where it was last kept", id);
                    return new Outcome.Again(clock.instant());
                }
                case Verdict.Unlucky unlucky -> {
                    // Only the kind of a failure is logged: a message may quote what was worked on.
                    int most = unlucky.cause() instanceof IOException ? WorkerSettings.STORE_ATTEMPTS : WorkerSettings.ATTEMPTS;
                    LOG.warn("Job {}: attempt {} of {} failed: {} at {}", id, taken.attempts(), most,
                            unlucky.cause().getClass().getName(), where(unlucky.cause()));
                    if (isNotTheJobs(unlucky.cause())) {
                        forgiven.add(id);
                    } else if (taken.attempts() >= most) {
                        return fail(taken, unlucky.reason());
                    }
                    return new Outcome.Again(clock.instant().plus(settings.rest(taken.attempts())));
                }
            }
        } catch (LostException e) {
            return new Outcome.Lost();
        }
    }

    /** Whether the database or the keeper of the keys is away: jobs wait for them. */
    private static boolean isNotTheJobs(Exception cause) {
        return cause instanceof JdbiException
                || (cause instanceof SealException seal && seal.trouble() == SealException.Trouble.UNAVAILABLE);
    }

    private Outcome fail(Taken taken, String reason) throws LostException {
        UUID id = taken.job().id();
        record.check(taken);
        try {
            work.unpublish(taken);
        } catch (IOException | ObjectRefusedException e) {
            LOG.warn("Job {} failed; a document of it may be left in its bucket: {}", id, e.getClass().getName());
        }
        record.end(taken, reason);
        LOG.info("Job {} failed: {}", id, reason);
        return new Outcome.Over();
    }

    private static String where(Exception cause) {
        for (StackTraceElement element : cause.getStackTrace()) {
            if (element.getClassName().startsWith("org.chartwright.")) {
                return element.toString();
            }
        }
        return "an unknown place";
    }
}
