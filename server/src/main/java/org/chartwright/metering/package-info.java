/**
 * How much is used and how much may be: seconds of audio, counted once; limits of tenants; rates of calls.
 *
 * <p><b>The one idea.</b> What is charged for is written in the transaction that ends the work, under the id of that work: a
 * retry finds it there, a rollback takes it away.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.metering.Meter}, then {@link org.chartwright.metering.Quotas} and
 * {@link org.chartwright.metering.Rates} (what may be) and {@link org.chartwright.metering.UsageReport} (what was).
 *
 * <p><b>Callers.</b> {@code scribing} counts and asks, {@code aws} asks for rates, {@code cli} reports; <b>calls</b> the
 * database and the audit record.
 *
 * <p><b>Threads.</b> Everything is safe for any number of threads.
 *
 * <p><b>Traps.</b> Rates are kept in memory, by each process for itself: two servers allow twice as much.
 */
@Room(mayUse = {"database", "audit"})
@NullMarked
package org.chartwright.metering;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
