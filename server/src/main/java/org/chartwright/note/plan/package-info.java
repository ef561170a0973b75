/** The back room that decides what goes into a note: candidates, their part of the note, and which are worth saying. */
@NullMarked
package org.chartwright.note.plan;

import org.jspecify.annotations.NullMarked;
