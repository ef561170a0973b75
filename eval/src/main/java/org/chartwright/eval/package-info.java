/**
 * Trains the learned parts and measures the product: one class per sub-command of {@code ./chartwright eval} and
 * {@code ./chartwright train}. Reads corpora from {@code ../shared}, or from the folder that {@code --shared} names;
 * nothing here is needed to build, test or run the product.
 */
@NullMarked
package org.chartwright.eval;

import org.jspecify.annotations.NullMarked;
