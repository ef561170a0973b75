/** Measures what is heard while it is said, and tries what clients may send. */
@NullMarked
package org.chartwright.eval.live;

import org.jspecify.annotations.NullMarked;
