/** Patients with words that nobody else has go through everything; then those words are looked for where they must not be. */
@NullMarked
package org.chartwright.eval.leaks;

import org.jspecify.annotations.NullMarked;
