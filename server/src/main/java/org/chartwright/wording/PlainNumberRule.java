package org.chartwright.wording;

import java.util.List;
import java.util.Map;
import org.chartwright.wording.SpokenNumber.Value;

/** What is left: numbers from ten on, decimals, "twenty first", "two thirds", "twenty dollars". */
final class PlainNumberRule implements NumberRule {

    private static final Map<String, String> BELOW = Map.of(
            "half", "2", "halves", "2", "third", "3", "thirds", "3", "quarter", "4", "quarters", "4", "fourth", "4",
            "fourths", "4", "fifths", "5", "eighths", "8");

    @Override
    public List<Piece> at(Heard heard, int i) {
        Value ordinal = SpokenOrdinal.at(heard, i);
        if (ordinal != null) {
            return ordinal.value() > 10
                    ? List.of(new Piece(i, ordinal.end(), SpokenOrdinal.written(ordinal.value())))
                    : Piece.NONE;
        }
        if (heard.is(i, "point")) {
            return Piece.NONE;
        }
        Value number = SpokenNumber.number(heard, i);
        if (number == null) {
            return Piece.NONE;
        }
        int at = number.end();
        String below = BELOW.get(heard.word(at));
        boolean upperFits = number.value() == 1 ? !heard.word(at).endsWith("s") : heard.word(at).endsWith("s");
        if (below != null && upperFits && number.end() == i + 1 && number.value() > 0 && number.value() < 8
                && heard.runsOn(i) && !heard.is(at, "second")) {
            return List.of(new Piece(i, at + 1, number.digits() + "/" + below));
        }
        if (heard.runsOn(at - 1) && (heard.is(at, "dollars") || heard.is(at, "bucks"))) {
            return List.of(new Piece(i, at + 1, "$" + number.grouped()));
        }
        boolean round = heard.is(i, "a") && number.end() == i + 2;
        if (round || (number.digits().endsWith(".5") && heard.is(at - 1, "half"))) {
            return Piece.NONE; // "a hundred", "two and a half": fine as they are without a unit
        }
        if (number.value() < 10 && !number.fractional()) {
            return Piece.NONE;
        }
        boolean pairs = heard.runsOn(at - 1) && SpokenNumber.pair(heard, i) != null;
        boolean afterPart = heard.runsOn(i - 1) && SpokenNumber.opens(heard.word(i - 1));
        if ((pairs || afterPart) && number.value() < 100) {
            return Piece.NONE; // "seven fifty": one number or two, nobody can say
        }
        return List.of(new Piece(i, at, number.grouped()));
    }
}
