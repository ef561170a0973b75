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

/** PocketSphinx with its generic model alone, without hints: the bare engine that ours is measured against. */
public final class PlainPocketSphinxFactory implements RecognizerFactory, EngineFactory {

    @Override
    public String engine() {
        return "pocketsphinx-plain";
    }

    @Override
    public Recognizer open(SpeechConfig config) throws RecognitionException {
        Installation.find(config.model());
        return new WorkerRecognizer(config, Duration.ofSeconds(12));
    }

    @Override
    public Engine open(@Nullable Path model, Hints hints) throws RecognitionException {
        return PocketSphinxEngine.openPlain(Installation.find(model));
    }
}
