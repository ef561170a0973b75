/** Trains and measures the note writer on ACI-Bench and MTS-Dialog. */
@NullMarked
package org.chartwright.eval.notes;

import org.jspecify.annotations.NullMarked;
