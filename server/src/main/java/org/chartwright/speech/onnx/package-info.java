/**
 * ONNX Runtime with a CTC model that the user provides: NVIDIA NeMo's Parakeet, Conformer and FastConformer models in the form
 * that sherpa-onnx publishes them, a folder with {@code model.onnx} or {@code model.int8.onnx} and {@code tokens.txt}.
 *
 * <p>Samples become log mel energies as NeMo makes them ({@link org.chartwright.speech.onnx.MelFeatures}), the network gives a
 * distribution over tokens for each step, and the likeliest ones, repeats and blanks taken out, are the words ({@link
 * org.chartwright.speech.onnx.Tokens}). It runs in worker processes with one thread each; hints are not used. The real models
 * were not tried where this was written: none could be had there. Its test makes a small network of its own and hears with it.
 *
 * <p><b>Traps.</b> A worker that is killed leaves an empty folder {@code onnxruntime-java…} among the temporary files.
 */
@NullMarked
package org.chartwright.speech.onnx;

import org.jspecify.annotations.NullMarked;
