package org.chartwright.speech;

/**
 * Opens recognisers of one engine. Found by {@link java.util.ServiceLoader}, so that an engine is added by putting a jar
 * on the class path; stateless and safe for all threads.
 */
public interface RecognizerFactory {

    /** The engine's short name, as configuration writes it. */
    String engine();

    /**
     * Opens a recogniser. Costly parts (native models, connections) may be made at first use.
     *
     * @throws RecognitionException when something that it needs is missing; the sentence says what to do
     */
    Recognizer open(SpeechConfig config) throws RecognitionException;

    /** Whether its answers come soon enough, and cost little enough apiece, for sound that is still being spoken. */
    default boolean fitForStreams() {
        return true;
    }
}
