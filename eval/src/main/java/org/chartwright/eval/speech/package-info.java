/**
 * Trains what the built-in recogniser knows about clinical talk, and measures every recogniser.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.eval.speech.TrainLanguageModel} and
 * {@link org.chartwright.eval.speech.EvalSpeech}.
 */
@NullMarked
package org.chartwright.eval.speech;

import org.jspecify.annotations.NullMarked;
