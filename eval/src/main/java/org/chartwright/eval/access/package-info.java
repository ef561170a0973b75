/** Who may do what, held against tables and lists: policies, forged signatures, hostile addresses and names. */
@NullMarked
package org.chartwright.eval.access;

import org.jspecify.annotations.NullMarked;
