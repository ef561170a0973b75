package org.chartwright.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;

/**
 * Turns what was heard into what a person would write.
 *
 * <p>Every word of the result spans the time of the heard words it stands for, in their order, with the lowest of their
 * confidences; no word is lost and none is invented. What already is readable (an engine that gives punctuation) comes back
 * as it was, so doing it twice changes nothing. Words that already carry capitals or digits among plain ones are left as
 * they are.
 *
 * <p>Safe for any number of threads; costs some milliseconds for a visit. Numbers: see {@link NumberGrammar}.
 */
public final class Wording {

    private final Punctuation punctuation;
    private final Truecasing truecasing;

    private Wording(Punctuation punctuation, Truecasing truecasing) {
        this.punctuation = punctuation;
        this.truecasing = truecasing;
    }

    /**
     * With the models that are part of the product.
     *
     * @throws org.chartwright.models.ModelException when they are damaged
     */
    public static Wording open() {
        return new Wording(Punctuation.load(), Truecasing.load());
    }

    /** Punctuation, casing, titles, and numbers as a clinician writes them. */
    public List<Turn> readable(List<Turn> turns) {
        return shown(turns, true);
    }

    /**
     * What somebody typed. A text without marks and capitals becomes what heard words become; of any other, words, capitals
     * and marks stay, and only its numbers are written ("twenty mg" → "20 mg").
     */
    public List<Turn> typed(List<Turn> turns) {
        return ReadableText.already(turns) ? turns.stream().map(TypedNumbers::written).toList() : readable(turns);
    }

    /** Punctuation and casing only: word for word what was heard. */
    public List<Turn> punctuated(List<Turn> turns) {
        return shown(turns, false);
    }

    private List<Turn> shown(List<Turn> turns, boolean numbers) {
        if (turns.isEmpty() || ReadableText.already(turns)) {
            return List.copyOf(turns);
        }
        List<Turn> shown = new ArrayList<>();
        for (Turn turn : turns) {
            shown.add(new Turn(turn.speaker(), shown(turn, numbers)));
        }
        return ReadableText.already(shown) ? List.copyOf(shown) : ReadableText.closed(shown);
    }

    private List<Word> shown(Turn turn, boolean numbers) {
        List<Word> words = turn.words();
        Parts parts = Parts.of(words);
        List<Mark> partMarks = punctuation.marks(parts.words(), parts.pauses());
        List<String> partTexts = truecasing.cased(parts.words(), partMarks);
        List<Mark> marks = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            marks.add(partMarks.get(parts.last(i)));
            heard.add(ReadableText.untouchable(words.get(i).text()) ? "" : words.get(i).text().toLowerCase(Locale.ROOT));
        }
        String[] texts = new String[words.size()];
        Arrays.setAll(texts, i -> heard.get(i).isEmpty() ? words.get(i).text() : parts.shown(i, partTexts));
        if (!numbers) {
            return merged(words, texts, marks, List.of());
        }
        Heard turnHeard = new Heard(heard, marks);
        Titles.write(texts, turnHeard, marks);
        return merged(words, texts, marks, NumberGrammar.pieces(turnHeard));
    }

    private static List<Word> merged(List<Word> words, String[] texts, List<Mark> marks, List<Piece> pieces) {
        List<Word> shown = new ArrayList<>();
        int i = 0;
        for (Piece piece : pieces) {
            for (; i < piece.from(); i++) {
                shown.add(words.get(i).shownAs(texts[i], marks.get(i).sign()));
            }
            shown.add(merged(
                    words.subList(piece.from(), piece.to()), piece, texts[piece.from()], marks.get(piece.to() - 1).sign()));
            i = piece.to();
        }
        for (; i < words.size(); i++) {
            shown.add(words.get(i).shownAs(texts[i], marks.get(i).sign()));
        }
        return shown;
    }

    /** The one word that a piece is shown as; {@code first} is how its first word would be shown without it. */
    static Word merged(List<Word> heard, Piece piece, String first, String mark) {
        TimeSpan time = heard.stream().map(Word::time).reduce(TimeSpan::union).orElseThrow();
        double confidence = heard.stream().mapToDouble(Word::confidence).min().orElseThrow();
        boolean flagged = heard.stream().anyMatch(Word::flagged);
        String text = piece.text();
        // A rule that leaves a word as it is must not undo its capital at the start of a sentence.
        if (piece.to() == piece.from() + 1 && text.equalsIgnoreCase(first)) {
            text = first;
        }
        String sign = mark;
        if (text.endsWith(",")) {
            text = text.substring(0, text.length() - 1);
            sign = mark.isEmpty() ? "," : sign;
        }
        return new Word(text, sign, time, confidence, heard.getFirst().channel(), flagged);
    }
}
