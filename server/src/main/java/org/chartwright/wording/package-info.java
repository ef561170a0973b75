/**
 * What was heard becomes what a person would write: punctuation, casing, numbers, doses and vitals in written form,
 * vocabulary display forms and filters. Word times are kept.
 */
@Room(mayUse = {"encounter", "models"})
@NullMarked
package org.chartwright.wording;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
