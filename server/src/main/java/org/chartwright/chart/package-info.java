/**
 * The record: patients, practitioners, visits, transcripts and notes, append-only, found again by what they are about.
 *
 * <p><b>The one idea.</b> A thing of the record is an {@link org.chartwright.chart.Entry}, an immutable value; what is kept
 * of it are its versions, none of which ever changes ({@link org.chartwright.chart.Kept}). One store, {@link
 * org.chartwright.chart.Chart}, keeps them all: contents sealed, searched for by keyed digests. What may become of a note is
 * decided in one place, {@link org.chartwright.chart.NoteLife}: a draft is edited, signed, amended, never overwritten.
 *
 * <p><b>Start reading</b> at {@code Entry}, {@code Chart}, {@code NoteLife}.
 *
 * <p><b>Called by</b> the faces that show the record. <b>Calls</b> the database and the keys.
 *
 * <p><b>Threads.</b> All is thread-safe. A change names the version it was made from and is refused when there is a newer
 * one, so nobody overwrites what they have not seen.
 *
 * <p><b>Traps.</b> Digests find whole values and beginnings of words only. The key of the digests is made once for each
 * tenant; without it nothing is found, though everything can still be read by its id. Texts here are patients' stories: records
 * leave them out of {@code toString()}.
 */
@Room(mayUse = {"encounter", "database", "access", "keys", "audit"})
@NullMarked
package org.chartwright.chart;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
