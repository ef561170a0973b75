/**
 * The review of a note: what a clinician sees of it, in which order it needs eyes, and what may be done to it.
 *
 * <p><b>The one idea.</b> A {@code Review} is made anew, whenever it is asked for, of what the record
 * holds: the transcript, the newest version of the note, and the marks that people made. Nothing derived is kept, so nothing
 * can be out of step. What is done goes the other way through {@code ReviewDesk}: it names the version
 * it was made from, and becomes another version of the note.
 *
 * <p><b>Start reading</b> at {@code ReviewDesk}, {@code Dialogue}, {@code Inspection}, {@code Edits}, {@code Redraft}.
 *
 * <p><b>Called by</b> the face of the workspace; <b>calls</b> the record, the reader of dialogues, the writer of notes and its
 * verifier.
 *
 * <p><b>Threads.</b> All is thread-safe. Reading a long dialogue again takes up to a second; what was read last is kept.
 *
 * <p><b>Traps.</b> Evidence of a note is by ids of segments, which stay the same when speakers are repaired; words are
 * numbered through the visit for the eyes of a browser only. Seen marks are each person's own.
 */
@Room(mayUse = {"access", "chart", "clinical", "database", "encounter", "note", "scribing", "specialties", "wording"})
@NullMarked
package org.chartwright.review;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
