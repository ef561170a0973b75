package org.chartwright.speech;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Opens the engine that the configuration names. Safe for all threads. */
public final class Recognizers {

    private Recognizers() {}

    /**
     * Opens a recogniser; the caller closes it.
     *
     * @throws RecognitionException when there is no such engine or something that it needs is missing
     */
    public static Recognizer open(SpeechConfig config) throws RecognitionException {
        return chosen(config).open(config);
    }

    /**
     * Opens a recogniser for streams; the caller closes it.
     *
     * @throws RecognitionException as {@link #open} does, and for an engine that is not fit for streams
     */
    public static LiveRecognizer openForStreams(SpeechConfig config) throws RecognitionException {
        RecognizerFactory chosen = chosen(config);
        if (!chosen.fitForStreams()) {
            throw new RecognitionException("The engine \"" + config.engine() + "\" is not for streams");
        }
        return LiveRecognizer.of(chosen.open(config));
    }

    private static RecognizerFactory chosen(SpeechConfig config) throws RecognitionException {
        TreeMap<String, RecognizerFactory> factories = factories();
        RecognizerFactory chosen = factories.get(config.engine());
        if (chosen == null) {
            throw new RecognitionException("There is no speech engine named \"" + config.engine() + "\"; known are "
                    + String.join(", ", factories.keySet()));
        }
        return chosen;
    }

    /** The names of all engines, whether or not what they need is there. */
    public static List<String> known() {
        return List.copyOf(factories().keySet());
    }

    private static TreeMap<String, RecognizerFactory> factories() {
        TreeMap<String, RecognizerFactory> factories = new TreeMap<>();
        for (RecognizerFactory factory : ServiceLoader.load(RecognizerFactory.class, Recognizers.class.getClassLoader())) {
            factories.putIfAbsent(factory.engine(), factory);
        }
        return factories;
    }
}
