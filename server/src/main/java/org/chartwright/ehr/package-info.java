/**
 * Speaks with the hospital's own systems: signed notes go out by FHIR and HL7 v2 until they are acknowledged, patients and visits
 * come in by HL7 v2.
 *
 * <p><b>The one idea.</b> A delivery is a promise that is written with the signature: one row for each target of the tenant, in
 * the same transaction ({@link org.chartwright.ehr.NoteOutbox}). A sender takes rows that are due, makes the message of the
 * record as it stands signed, sends it, and writes down what the other side said. A row that was taken by somebody who died is taken
 * again. Every attempt of a delivery carries the same names (identifiers of the document, control id of the message), so that the
 * other side can tell a repeat; that is as near to exactly once as two machines come. What comes in ({@link
 * org.chartwright.ehr.Arrivals}) is done in one transaction with the note that it was done, and acknowledged after that.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.ehr.Deliveries} (what became of a note, and sending it again), then
 * {@code NoteOutbox} (how a note comes in) and {@link org.chartwright.ehr.Target} (where it goes).
 *
 * <p><b>Called by</b> faces and the command line for the state of deliveries, {@code server} to run sender and listener. <b>Calls</b> the
 * chart for what is said, {@code fhir} for its forms, {@code events} for where anything may be sent, the audit record.
 *
 * <p><b>Threads.</b> All is thread-safe; a delivery is taken by one sender at a time, also between processes.
 *
 * <p><b>Traps.</b> What the other side writes in its answers may be a patient's story: of an answer only codes from fixed sets are
 * kept. Versions of one note go to a target in their order: an amendment waits while the version before it is tried. A version whose
 * successor has arrived is not sent any more. Whom a message from outside is about is known by numbers alone; two patients are never
 * made one.
 */
@Room(mayUse = {"chart", "access", "database", "events", "audit", "fhir"})
@NullMarked
package org.chartwright.ehr;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
