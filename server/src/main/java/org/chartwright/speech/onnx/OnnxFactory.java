package org.chartwright.speech.onnx;

import java.nio.file.Path;
import java.time.Duration;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerFactory;
import org.chartwright.speech.SpeechConfig;
import org.chartwright.speech.worker.Engine;
import org.chartwright.speech.worker.EngineFactory;
import org.chartwright.speech.worker.WorkerRecognizer;
import org.jspecify.annotations.Nullable;

/** Opens ONNX Runtime; the folder of its model must be named. */
public final class OnnxFactory implements RecognizerFactory, EngineFactory {

    private static final Duration LONGEST_PIECE = Duration.ofSeconds(30);

    @Override
    public String engine() {
        return "onnx";
    }

    @Override
    public Recognizer open(SpeechConfig config) throws RecognitionException {
        ModelFolder.of(config.model());
        return new WorkerRecognizer(config, LONGEST_PIECE);
    }

    @Override
    public Engine open(@Nullable Path model, Hints hints) throws RecognitionException {
        return OnnxEngine.open(ModelFolder.of(model));
    }
}
