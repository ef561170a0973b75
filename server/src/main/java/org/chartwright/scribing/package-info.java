/**
 * Runs the stages in order, once per job, resumable after a crash; owns job state, leases, checkpoints and vocabularies.
 *
 * <p><b>The one idea.</b> {@link org.chartwright.scribing.Scribe} is the pipeline and knows no jobs;
 * {@link org.chartwright.scribing.JobWorker} runs it for jobs and knows no sound. What lies between them is kept: once a
 * recording has been heard its words are kept, once its documents are made their bytes are kept, and only kept bytes are
 * published. So whatever dies, every attempt publishes the same bytes, and a job ends once.
 *
 * <p><b>Start reading</b> at {@code Scribe} and {@code Listening} (the pipeline), {@code Jobs} (what a face asks),
 * {@code JobWork} (one job from where it stands to its documents), {@code JobRecord} (fenced writes), {@code JobRuns} (what a
 * failure means), {@code JobWorker} (db-scheduler).
 *
 * <p><b>Called by</b> the face ({@link org.chartwright.scribing.Jobs}, {@link org.chartwright.scribing.Vocabularies}), the
 * server (worker) and the command line (pipeline); <b>calls</b> every stage through its door in
 * {@link org.chartwright.scribing.Stages}. {@link org.chartwright.scribing.Publisher} is declared here and implemented by
 * the face, so that no wire name appears below it.
 *
 * <p><b>Threads.</b> All is thread-safe but {@code Listening}. A worker holds no database connection while it works.
 *
 * <p><b>Traps.</b> db-scheduler gives jobs that wait in memory no heartbeat: the upper limit of its polling must stay 1.0.
 * It runs a job at least once, perhaps twice at a time when a machine was asleep; the fencing number makes the second
 * writer the only one. Attempts are counted before the work, because a job that kills its process cannot count after it.
 * Failures are logged by their kind and place only: a message may quote the patient.
 */
@Room(
        mayUse = {
            "encounter", "audio", "speech", "speakers", "wording", "clinical", "note", "chart", "specialties", "database",
            "keys", "custody", "objects", "access", "audit", "metering", "events"
        })
@NullMarked
package org.chartwright.scribing;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
