package org.chartwright.speech;

import java.time.Duration;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;

/**
 * The door to every speech engine: a piece of speech becomes words. Safe for use by as many threads as
 * {@link #parallelism()} says; a call beyond that waits. Whoever opened it closes it.
 */
public interface Recognizer extends AutoCloseable {

    /** The engine's short name, such as {@code pocketsphinx}. */
    String engine();

    /** The longest piece that this engine takes in one call. */
    Duration longestPiece();

    /** How many pieces can be worked on at once. */
    int parallelism();

    /**
     * Hears one piece. Silence, noise and music give no words.
     *
     * @param piece the speech, no longer than {@link #longestPiece()}
     * @param hints what may help: phrases to expect
     * @return words in order of time, lower case as the engine gives them, inside the piece's time and on its channel
     * @throws RecognitionException when the engine cannot do it; another attempt may succeed
     */
    List<Word> recognize(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException;

    @Override
    void close();
}
