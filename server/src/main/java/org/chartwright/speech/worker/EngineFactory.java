package org.chartwright.speech.worker;

import java.nio.file.Path;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;

/** Opens a native engine inside a worker process. Found by {@link java.util.ServiceLoader}. */
public interface EngineFactory {

    /** The engine's short name. */
    String engine();

    /**
     * Opens the engine; the caller closes it.
     *
     * @param model the folder of its model, or null for the usual place
     * @throws RecognitionException when something is missing or broken; the sentence says what to do
     */
    Engine open(@Nullable Path model, Hints hints) throws RecognitionException;
}
