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

    @Override
    void close();
}
