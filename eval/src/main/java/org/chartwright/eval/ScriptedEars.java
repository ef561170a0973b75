package org.chartwright.eval;

import java.time.Duration;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.LiveRecognizer;

/** A recogniser whose words depend on the sound and on nothing else, for measuring all but recognition. Any number of threads. */
public abstract class ScriptedEars implements LiveRecognizer {

    /** What it hears of a whole utterance. */
    @Override
    public abstract List<Word> recognize(SpeechPiece piece, Hints hints);

    /** What it guesses when it hears a bit more. */
    protected abstract List<Word> guess(SpeechPiece more);

    @Override
    public final Utterance listen(Hints hints) {
        return new Utterance() {
            @Override
            public List<Word> along(SpeechPiece more) {
                return guess(more);
            }

            @Override
            public List<Word> end(SpeechPiece whole) {
                return recognize(whole, hints);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public final Duration longestPiece() {
        return Duration.ofSeconds(12);
    }

    @Override
    public final void close() {}
}
