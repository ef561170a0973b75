package org.chartwright.speech.worker;

import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.RecognitionException;

/** An opened native decoder with its hints built in. Confined to one thread; whoever opened it closes it. */
public interface Engine extends AutoCloseable {

    /**
     * Hears one piece.
     *
     * @return words in order, inside the piece's time
     * @throws RecognitionException when the decoder gives up; the engine stays usable
     */
    List<Word> recognize(SpeechPiece piece) throws RecognitionException;

    /**
     * Hears the next bit of what is being said. {@link #end} ends it.
     *
     * @param more what follows on the bit before
     * @param begins whether something new begins with it
     * @return guesses at all that was said since it began, none from an engine that cannot listen along
     * @throws RecognitionException when the decoder gives up; the engine stays usable
     */
    default List<Word> along(SpeechPiece more, boolean begins) throws RecognitionException {
        return List.of();
    }

    /**
     * The words that stay of what was being said.
     *
     * @param whole all of it; what was listened to along may have gone on after its end
     * @return words in order, inside its time
     * @throws RecognitionException when the decoder gives up; the engine stays usable
     */
    default List<Word> end(SpeechPiece whole) throws RecognitionException {
        return recognize(whole);
    }

    @Override
    void close();
}
