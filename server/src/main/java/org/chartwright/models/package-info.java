/**
 * Learned weights: a model that was trained by a checked-in command is read once from its resource and asked many times.
 *
 * <p><b>The one idea.</b> What is learned stays small, linear and explainable; training lives in the {@code eval} module,
 * here is only what is needed to use it.
 */
@Room(mayUse = {})
@NullMarked
package org.chartwright.models;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
