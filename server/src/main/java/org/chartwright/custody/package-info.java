/**
 * What a tenant answers for: consents to being recorded, how long things are kept, and what must not be deleted.
 *
 * <p><b>The one idea.</b> A tenant that requires consent gets nothing recorded without one, whichever door the sound comes
 * in by: jobs and streams ask {@link org.chartwright.custody.Consents} in the transaction that accepts them. What is kept
 * goes when {@link org.chartwright.custody.TenantRules} say so, except what a {@link org.chartwright.custody.LegalHolds} holds.
 *
 * <p><b>Start reading</b> at {@code Consents}. Called by the rooms that accept and delete, and by the command line.
 *
 * <p><b>Threads.</b> Thread-safe.
 *
 * <p><b>Traps.</b> A withdrawal stops what comes after it; what was accepted before goes on, and stays until it is deleted.
 */
@Room(mayUse = {"database", "keys", "audit"})
@NullMarked
package org.chartwright.custody;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
