package org.chartwright.eval.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.eval.ScriptedEars;
import org.chartwright.speech.Hints;

/**
 * Hears one word in each {@value #STEP} ms of the session's own time, made of the sound at that very millisecond. So however a
 * kill cuts the sound into pieces, each word must be heard exactly once, and sound that was lost or shifted gives others.
 */
final class SlotEars extends ScriptedEars {

    /** Milliseconds from a word to the next. */
    static final long STEP = 200;

    /** When the first one is, in milliseconds. */
    static final long FIRST = 100;

    /** The word of the millisecond that begins at this sample. */
    static String word(short[] samples, int from) {
        int hash = Arrays.hashCode(Arrays.copyOfRange(samples, from, from + Talk.PER_MILLI));
        char[] letters = new char[4];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) ('a' + Math.floorMod(hash >> (7 * i), 26));
        }
        return "k" + new String(letters);
    }

    @Override
    public List<Word> recognize(SpeechPiece piece, Hints hints) {
        List<Word> words = new ArrayList<>();
        long start = piece.startMillis();
        for (long at = start + Math.floorMod(FIRST - start, STEP); ; at += STEP) {
            int from = (int) (at - start) * Talk.PER_MILLI;
            if (from + Talk.PER_MILLI > piece.samples().length) {
                return words;
            }
            words.add(Word.heard(word(piece.samples(), from), new TimeSpan(at, at + 1), 0.9, piece.channel()));
        }
    }

    @Override
    protected List<Word> guess(SpeechPiece more) {
        return recognize(more, Hints.NONE);
    }

    @Override
    public String engine() {
        return "slots";
    }

    @Override
    public int parallelism() {
        return 8;
    }
}
