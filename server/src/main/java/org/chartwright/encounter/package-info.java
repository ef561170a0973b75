/**
 * The shared words: immutable facts of a visit, each pointing at the fact it came from.
 *
 * <p><b>The one idea.</b> {@link org.chartwright.encounter.Statement} → {@link org.chartwright.encounter.Segment} →
 * {@link org.chartwright.encounter.Word} → {@link org.chartwright.encounter.TimeSpan}: a sentence of the note can always
 * be followed back to the words that support it and to the sound of them. Times are whole milliseconds from the start of
 * the recording; character offsets are UTF-16 units, end exclusive.
 *
 * <p><b>Start reading</b> at {@code Word}, {@code Turn}, {@code Segment}, {@code Note}.
 *
 * <p><b>Calls</b> nothing but the JDK and JSpecify; every other room speaks these words.
 *
 * <p><b>Traps.</b> A record prints all its components by default. Every record here that holds what somebody said
 * overrides {@code toString()} to leave the text out, because a log line must never carry a word of a patient's story;
 * {@code EncounterPrivacyTest} holds new ones to it.
 */
@Room(mayUse = {})
@NullMarked
package org.chartwright.encounter;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
