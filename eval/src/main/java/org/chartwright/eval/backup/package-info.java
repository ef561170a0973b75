/** Backs a server up, brings it back elsewhere, and looks for what was lost. */
@NullMarked
package org.chartwright.eval.backup;

import org.jspecify.annotations.NullMarked;
