package org.chartwright.speech.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;

/**
 * A model's two files.
 *
 * @param network the network
 * @param tokens what its outputs stand for
 */
record ModelFolder(Path network, Path tokens) {

    /** The files in that folder, both of which can be read. */
    static ModelFolder of(@Nullable Path folder) throws RecognitionException {
        if (folder == null) {
            throw new RecognitionException("The engine onnx needs a model: take a NeMo CTC model from "
                    + "https://github.com/k2-fsa/sherpa-onnx/releases/tag/asr-models, unpack it, and name its folder with "
                    + "speech.model=");
        }
        Path network = Stream.of("model.onnx", "model.int8.onnx")
                .map(folder::resolve)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new RecognitionException("There is neither model.onnx nor model.int8.onnx in " + folder));
        Path tokens = folder.resolve("tokens.txt");
        if (!Files.isReadable(tokens)) {
            throw new RecognitionException("There is no tokens.txt in " + folder);
        }
        return new ModelFolder(network, tokens);
    }
}
