/**
 * What a field of medicine listens for: its words, the order in which it looks, what it must not miss.
 *
 * <p><b>The one idea.</b> A specialty adds no statement to a note. It tells the recogniser which phrases to expect, tells
 * the reader which meaning of an abbreviation is the likely one, and tells the writer which of the things that were said
 * come first, under which label, and are worth keeping. All of that is data: one small text file for each specialty.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.specialties.Specialty} (the list),
 * {@link org.chartwright.specialties.Guide} (what a file says) and {@code GuideFile}, which describes the format. The files
 * are {@code resources/…/specialties/<name>.txt}.
 *
 * <p><b>Called by</b> {@code clinical} (words), {@code note} (order, labels, emphasis), {@code scribing} (phrases for the
 * recogniser) and the faces, which let a user choose; calls nothing.
 *
 * <p><b>Threads.</b> Guides are immutable and read once.
 *
 * <p><b>Traps.</b> A term of a specialty wins over the lexicon's meaning of the same words. So an abbreviation belongs into
 * a file only where that specialty hardly ever means anything else by it.
 */
@Room(mayUse = {})
@NullMarked
package org.chartwright.specialties;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
