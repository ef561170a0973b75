package org.chartwright.speech.pocketsphinx;

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

/** The built-in engine: a pool in the server, a decoder in each worker process. */
public final class PocketSphinxFactory implements RecognizerFactory, EngineFactory {

    /** Beyond this length accuracy and memory suffer; pieces are cut at pauses anyway. */
    private static final Duration LONGEST_PIECE = Duration.ofSeconds(12);

    @Override
    public String engine() {
        return "pocketsphinx";
    }

    @Override
    public Recognizer open(SpeechConfig config) throws RecognitionException {
        SphinxLibrary.load();
        Installation.find(config.model());
        return new WorkerRecognizer(config, LONGEST_PIECE);
    }

    @Override
    public Engine open(@Nullable Path model, Hints hints) throws RecognitionException {
        return PocketSphinxEngine.open(Installation.find(model), hints);
    }
}
