/**
 * Policies in the form of AWS IAM: read strictly, then asked whether something may be done. Knows no database, no users and
 * no request; only documents, an action, a resource and what is known of the moment.
 *
 * <p>Start reading at {@code Grants} (what one caller may), then {@code Policy}, {@code Condition} and {@code PolicyReader}.
 *
 * <p>Everything is immutable and safe for any number of threads. No pattern is turned into a regular expression: matching
 * takes time in proportion to the lengths, whatever was written.
 */
@NullMarked
package org.chartwright.access.policy;

import org.jspecify.annotations.NullMarked;
