/**
 * Turns become understanding: segments with their category, clinical entities with exact spans, facts and codes. No word
 * is lost and none invented.
 */
@Room(mayUse = {"encounter", "models"})
@NullMarked
package org.chartwright.clinical;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
