/**
 * What was done, by whom, and that nobody has altered the record of it since.
 *
 * <p><b>The one idea.</b> An act and its entry are one transaction: {@link org.chartwright.audit.AuditLog} writes into the
 * transaction of whoever acts, so what cannot be recorded does not happen, and what did not happen is not recorded. Each
 * entry holds the hash of the one before it, a chain for each tenant; signed checkpoints fix the chains to a key that the
 * database does not have.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.audit.AuditLog} (the door), then {@link org.chartwright.audit.Entry} (what
 * is hashed), {@link org.chartwright.audit.Checkpoints} (what is signed) and {@link org.chartwright.audit.Verification} (who
 * finds what was altered, with nothing but the public key).
 *
 * <p><b>Callers.</b> Every room that acts on something of a tenant; <b>calls</b> the database.
 *
 * <p><b>Threads.</b> Everything is safe for any number of threads and processes: writers of one chain wait for each other at
 * its last entry, until their transactions end. So an entry is written last in a transaction, after all other rows are
 * locked, or two transactions may wait for each other for ever.
 *
 * <p><b>Traps.</b> An entry holds names and codes, never a word of what was said or written of a patient. A chain alone does
 * not show that its tail was cut, or all of it rewritten by somebody with the signing key: for that, checkpoints are copied
 * off the machine.
 */
@Room(mayUse = {"database"})
@NullMarked
package org.chartwright.audit;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
