/** Trains and measures the clinical room: sections, entities, codes. */
@NullMarked
package org.chartwright.eval.clinical;

import org.jspecify.annotations.NullMarked;
