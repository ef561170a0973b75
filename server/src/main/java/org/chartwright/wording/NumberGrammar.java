package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the numbers in a turn and says how they are written.
 *
 * <p>The rules are asked in turn, from those that need most around them to those that need least; the first that answers
 * has the word. What no rule knows stays as it was heard: a wrong digit is worse than a spelled one.
 */
final class NumberGrammar {

    private static final List<NumberRule> RULES = List.of(
            new PhraseRule(),
            new CalendarRule(),
            new ClockRule(),
            new DigitRunRule(),
            new AgeRule(),
            new VitalsRule(),
            new QuantityRule(),
            new PlainNumberRule());

    private NumberGrammar() {}

    /** Pieces in order, without overlap; words between them stay. */
    static List<Piece> pieces(Heard heard) {
        List<Piece> found = new ArrayList<>();
        int i = 0;
        while (i < heard.size()) {
            List<Piece> here = Piece.NONE;
            for (int rule = 0; rule < RULES.size() && here.isEmpty(); rule++) {
                here = RULES.get(rule).at(heard, i);
            }
            found.addAll(here);
            i = here.isEmpty() ? i + 1 : here.getLast().to();
        }
        return found;
    }
}
