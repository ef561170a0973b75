/** The back room of the verifier: what a text claims, in a form that can be compared. Knows nothing of the writer. */
@NullMarked
package org.chartwright.note.check;

import org.jspecify.annotations.NullMarked;
