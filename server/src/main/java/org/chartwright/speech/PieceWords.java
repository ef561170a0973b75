package org.chartwright.speech;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;

/** The words of one piece as an engine tells them, held inside the piece and in order whatever it says. One thread. */
public final class PieceWords {

    private final SpeechPiece piece;
    private final TimeSpan whole;
    private final List<Word> words = new ArrayList<>();
    private long before;

    /** No words yet. */
    public PieceWords(SpeechPiece piece) {
        this.piece = piece;
        this.whole = piece.time();
        this.before = whole.startMillis();
    }

    /**
     * One more word; without letters it is none.
     *
     * @param startSeconds from the start of the piece
     * @param endSeconds likewise
     * @param confidence brought into 0 to 1
     */
    public void add(String text, double startSeconds, double endSeconds, double confidence) {
        if (text.isEmpty()) {
            return;
        }
        long start = Math.max(before, at(startSeconds));
        long end = Math.max(start, at(endSeconds));
        words.add(Word.heard(text, new TimeSpan(start, end), Math.clamp(confidence, 0, 1), piece.channel()));
        before = start;
    }

    /** What was added. */
    public List<Word> all() {
        return List.copyOf(words);
    }

    private long at(double seconds) {
        return Math.clamp(whole.startMillis() + Math.round(seconds * 1000), whole.startMillis(), whole.endMillis());
    }
}
