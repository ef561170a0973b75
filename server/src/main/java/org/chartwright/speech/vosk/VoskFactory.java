package org.chartwright.speech.vosk;

import java.nio.file.Files;
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

/** Opens Vosk; the folder of its model must be named. */
public final class VoskFactory implements RecognizerFactory, EngineFactory {

    private static final Duration LONGEST_PIECE = Duration.ofSeconds(30);

    @Override
    public String engine() {
        return "vosk";
    }

    @Override
    public Recognizer open(SpeechConfig config) throws RecognitionException {
        checked(config.model());
        return new WorkerRecognizer(config, LONGEST_PIECE);
    }

    @Override
    public Engine open(@Nullable Path model, Hints hints) throws RecognitionException {
        return VoskEngine.open(checked(model));
    }

    private static Path checked(@Nullable Path model) throws RecognitionException {
        if (model == null) {
            throw new RecognitionException("Vosk needs a model: download one from https://alphacephei.com/vosk/models, "
                    + "unpack it, and name its folder with speech.model=");
        }
        if (!Files.isReadable(model.resolve("am/final.mdl")) && !Files.isReadable(model.resolve("final.mdl"))) {
            throw new RecognitionException("There is no Vosk model in " + model + ": neither am/final.mdl nor final.mdl "
                    + "is there. Models are at https://alphacephei.com/vosk/models");
        }
        return model;
    }
}
