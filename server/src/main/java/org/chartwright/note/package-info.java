/**
 * Understanding becomes a note whose every statement cites the segments that support it. What cannot be supported is
 * dropped and reported.
 */
@Room(mayUse = {"encounter", "clinical", "models"})
@NullMarked
package org.chartwright.note;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
