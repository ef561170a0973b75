/**
 * Runs the stages in order, once per job, resumable after a crash; owns job state, leases, checkpoints and vocabularies.
 */
@Room(mayUse = {"encounter", "audio", "speech", "speakers", "wording", "clinical", "note", "database", "objects", "access"})
@NullMarked
package org.chartwright.scribing;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
