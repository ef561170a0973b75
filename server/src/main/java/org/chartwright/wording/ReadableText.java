package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;

/** Tells text that somebody or something already made readable from plain recogniser words. */
final class ReadableText {

    private ReadableText() {}

    /** Whether marks or signs are there already, or most turns start with a capital. */
    static boolean already(List<Turn> turns) {
        int capital = 0;
        for (Turn turn : turns) {
            for (Word word : turn.words()) {
                if (!word.mark().isEmpty() || endsInSign(word.text())) {
                    return true;
                }
            }
            if (Character.isUpperCase(turn.words().getFirst().text().codePointAt(0))) {
                capital++;
            }
        }
        return capital * 2 > turns.size();
    }

    /** Closes the last turn, so that the result is known to be readable. */
    static List<Turn> closed(List<Turn> turns) {
        List<Turn> closed = new ArrayList<>(turns);
        Turn last = closed.removeLast();
        List<Word> words = new ArrayList<>(last.words());
        Word end = words.removeLast();
        words.add(end.shownAs(end.text(), Mark.PERIOD.sign()));
        closed.add(new Turn(last.speaker(), words));
        return List.copyOf(closed);
    }

    /** Whether a word carries capitals or digits and so was written on purpose. */
    static boolean untouchable(String text) {
        return text.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c)) || !text.chars()
                .anyMatch(Character::isLetter);
    }

    private static boolean endsInSign(String text) {
        char last = text.charAt(text.length() - 1);
        return text.length() > 2 && (last == ',' || last == '?' || last == '.');
    }
}
