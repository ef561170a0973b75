/**
 * Kills the keeping rooms' processes at random moments and checks that every accepted job still ends once, whole. The
 * subject is a process with the real database, queue, worker, readers and writers; only the sound and its engine are
 * scripted, so that a job takes tenths of a second and a kill can hit any of its stages.
 */
@NullMarked
package org.chartwright.eval.crash;

import org.jspecify.annotations.NullMarked;
