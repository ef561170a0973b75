/**
 * Learned weights: a model that was trained by a checked-in command is read once from its resource and asked many times.
 *
 * <p><b>The one idea.</b> What is learned stays small, and linear and explainable unless something else is measurably better, as
 * a recurrent network is for marks; training lives in the {@code eval} module, here is only what is needed to use it.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.models.LinearModel} and {@link org.chartwright.models.GatedNetwork}; their
 * files are described in {@code SealedBody}, {@code LinearModelFile} and {@code GatedNetworkFile}. {@code zcat x.model | head -c 600 | strings} shows what a model was trained from.
 *
 * <p><b>Called by</b> every room that decides by learned weights; calls nothing but the JDK. Models are immutable: load
 * one in a constructor or a static holder and share it between threads.
 *
 * <p><b>Traps.</b> Features are known by their hash only, so a typing error in a feature's name is not noticed: it counts
 * nothing. Use one method to make features for training and for use. Weights are rounded when written: measure with the
 * model that was read back.
 */
@Room(mayUse = {})
@NullMarked
package org.chartwright.models;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
