/** Plants alterations in a signed audit record and counts which are found. */
@NullMarked
package org.chartwright.eval.audit;

import org.jspecify.annotations.NullMarked;
