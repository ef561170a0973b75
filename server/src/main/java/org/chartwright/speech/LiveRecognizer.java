package org.chartwright.speech;

import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;

/** A recogniser that can listen while something is said, and give guesses before it is over. */
public interface LiveRecognizer extends Recognizer {

    /** The same recogniser; one that cannot listen along gives no guesses, only the words at the end. */
    static LiveRecognizer of(Recognizer recognizer) {
        return recognizer instanceof LiveRecognizer live ? live : new WholeOnly(recognizer);
    }

    /**
     * Takes an engine for one utterance; waits while all are taken. The caller closes it, and may do so at any point.
     *
     * @throws RecognitionException when there is no engine to be had; another attempt may succeed
     */
    Utterance listen(Hints hints) throws RecognitionException, InterruptedException;

    /** Something that is being said. One thread at a time. */
    interface Utterance extends AutoCloseable {

        /**
         * Hears the next bit.
         *
         * @param more what follows directly on the bit before
         * @return guesses at all that was said so far; they may change with the next bit
         */
        List<Word> along(SpeechPiece more) throws RecognitionException, InterruptedException;

        /**
         * The words that stay, now that it is over: as good as those of {@link Recognizer#recognize}, or nearly so, and sooner.
         *
         * @param whole all that was said; bits that were heard along may have gone on after it
         */
        List<Word> end(SpeechPiece whole) throws RecognitionException, InterruptedException;

        @Override
        void close();
    }
}
