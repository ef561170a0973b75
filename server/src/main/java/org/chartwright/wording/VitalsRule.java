package org.chartwright.wording;

import java.util.List;
import java.util.Set;
import org.chartwright.wording.SpokenNumber.Value;
import org.jspecify.annotations.Nullable;

/** Readings: "one twenty over eighty" → "120/80", "ninety eight six" after "temperature" → "98.6", "seven out of ten". */
final class VitalsRule implements NumberRule {

    private static final Set<String> READINGS = Set.of(
            "pressure", "systolic", "diastolic", "bp", "sugar", "sugars", "glucose", "weight", "weigh", "weighs",
            "weighed", "pulse", "rate", "cholesterol", "ldl", "hdl", "triglycerides", "level", "levels", "reading",
            "readings", "sodium", "hemoglobin", "platelets", "saturation", "sats", "creatinine", "fasting", "height");
    private static final Set<String> HEAT = Set.of("temperature", "temp", "fever", "temps", "temperatures");
    private static final Set<String> STRENGTH =
            Set.of("strength", "muscle", "power", "motor", "grip", "flexion", "extension", "extremities", "extremity");
    private static final Set<String> GRADED = Set.of(
            "edema", "pitting", "reflex", "reflexes", "pulse", "pulses", "protein", "blood", "tonsils", "tonsil",
            "effusion", "glucose", "ketones", "swelling");
    private static final Set<String> MURMUR = Set.of("murmur", "systolic", "diastolic");
    private static final Set<String> PEOPLE =
            Set.of("people", "patients", "times", "women", "men", "days", "nights", "children", "kids");

    @Override
    public List<Piece> at(Heard heard, int i) {
        Value pair = SpokenNumber.pair(heard, i);
        Value plain = SpokenNumber.number(heard, i);
        if (plain == null && pair == null) {
            return Piece.NONE;
        }
        List<Piece> over = over(heard, i, plain, pair);
        if (!over.isEmpty()) {
            return over;
        }
        if (plain != null && plain.value() <= 10 && heard.says(plain.end(), "out", "of", "ten") && !heard.ends(plain.end() - 1)) {
            return outOfTen(heard, i, plain);
        }
        List<Piece> between = betweenOutOfTen(heard, i, plain);
        if (!between.isEmpty()) {
            return between;
        }
        if (plain != null && plain.end() == i + 1 && plain.value() <= 4 && heard.is(i + 1, "plus") && heard.runsOn(i)) {
            boolean graded = heard.lately(i, 6, GRADED) || GRADED.contains(heard.word(i + 2)) || GRADED.contains(heard.word(i + 3));
            return graded ? List.of(new Piece(i, i + 2, plain.digits() + "+")) : Piece.NONE;
        }
        List<Piece> height = height(heard, i);
        if (!height.isEmpty()) {
            return height;
        }
        if (heard.lately(i, 6, HEAT)) {
            List<Piece> heat = temperature(heard, i, plain);
            if (!heat.isEmpty()) {
                return heat;
            }
        }
        boolean reading = heard.lately(i, 6, READINGS) && !heard.is(i - 1, "at");
        if (pair != null && reading && pair.value() >= 100 && pair.value() < 1000 && !countsOn(heard, i, pair)) {
            return List.of(new Piece(i, pair.end(), pair.digits()));
        }
        return Piece.NONE;
    }

    private static List<Piece> over(Heard heard, int i, @Nullable Value plain, @Nullable Value pair) {
        for (Value top : new Value[] {pair, plain}) {
            if (top == null || top.fractional() || !heard.is(top.end(), "over") || heard.ends(top.end() - 1)
                    || heard.ends(top.end())) {
                continue;
            }
            Value bottom = SpokenNumber.pair(heard, top.end() + 1);
            if (bottom == null || bottom.value() > 200) {
                bottom = SpokenNumber.cardinal(heard, top.end() + 1);
            }
            if (bottom != null && fraction(heard, i, top, bottom)) {
                return List.of(new Piece(i, bottom.end(), top.digits() + "/" + bottom.digits()));
            }
        }
        return Piece.NONE;
    }

    private static boolean fraction(Heard heard, int i, Value top, Value bottom) {
        boolean pressure = top.value() >= 60 && top.value() <= 300 && bottom.value() >= 20 && bottom.value() <= 200
                && top.value() > bottom.value();
        boolean sight = top.value() == 20 && bottom.value() >= 10 && bottom.value() <= 400 && bottom.value() % 5 == 0;
        boolean power = top.value() <= 5 && bottom.value() == 5
                && (heard.lately(i, 8, STRENGTH) || STRENGTH.contains(heard.word(bottom.end())));
        boolean murmur = top.value() <= 6 && bottom.value() == 6
                && (MURMUR.contains(heard.word(bottom.end())) || MURMUR.contains(heard.word(bottom.end() + 1)));
        return pressure || sight || power || murmur;
    }

    /** "Five foot ten". */
    private static List<Piece> height(Heard heard, int i) {
        int feet = SpokenNumber.digit(heard.word(i));
        boolean foot = (heard.is(i + 1, "foot") || heard.is(i + 1, "feet")) && heard.runsOn(i) && heard.runsOn(i + 1);
        Value inches = foot ? SpokenNumber.small(heard, i + 2) : null;
        return feet < 1 || inches == null || inches.value() > 11
                ? Piece.NONE
                : List.of(
                        new Piece(i, i + 1, Integer.toString(feet)),
                        new Piece(i + 1, i + 2, heard.word(i + 1)),
                        new Piece(i + 2, inches.end(), inches.digits()));
    }

    /** "Five to six out of ten": the first number is a score as well. */
    private static List<Piece> betweenOutOfTen(Heard heard, int i, @Nullable Value low) {
        if (low == null) {
            return Piece.NONE;
        }
        boolean joined = low.value() < 10
                && (heard.is(low.end(), "to") || heard.is(low.end(), "or"))
                && !heard.ends(low.end() - 1)
                && !heard.ends(low.end());
        Value high = joined ? SpokenNumber.number(heard, low.end() + 1) : null;
        if (high == null || high.value() > 10 || high.value() <= low.value()
                || !heard.says(high.end(), "out", "of", "ten") || heard.ends(high.end() - 1)
                || PEOPLE.contains(heard.word(high.end() + 3))) {
            return Piece.NONE;
        }
        return List.of(
                new Piece(i, low.end(), low.digits()),
                new Piece(low.end(), low.end() + 1, heard.word(low.end())),
                new Piece(low.end() + 1, high.end() + 3, high.digits() + "/10"));
    }

    private static List<Piece> outOfTen(Heard heard, int i, Value score) {
        int end = score.end() + 3;
        if (PEOPLE.contains(heard.word(end))) {
            int of = score.end() + 1;
            return List.of(
                    new Piece(i, score.end(), score.digits()),
                    new Piece(score.end(), of, "out"),
                    new Piece(of, of + 1, "of"),
                    new Piece(of + 1, end, "10"));
        }
        return List.of(new Piece(i, end, score.digits() + "/10"));
    }

    /** "Ninety eight six" and "one oh one" of a temperature; with a point it is an ordinary decimal. */
    private static List<Piece> temperature(Heard heard, int i, @Nullable Value plain) {
        Value whole = SpokenNumber.pair(heard, i);
        boolean high = whole != null && whole.value() >= 100 && whole.value() < 110;
        if (!high) {
            whole = plain;
        }
        if (whole == null || whole.fractional() || whole.value() < 94 || whole.value() > 109) {
            return Piece.NONE;
        }
        int at = whole.end();
        if (heard.is(at, "point") && SpokenNumber.digit(heard.word(at + 1)) >= 0 && !heard.ends(at - 1) && heard.runsOn(at)) {
            int tenth = SpokenNumber.digit(heard.word(at + 1));
            return List.of(new Piece(i, at + 2, whole.digits() + "." + tenth));
        }
        int tenth = heard.runsOn(at - 1) ? SpokenNumber.digit(heard.word(at)) : -1;
        boolean said = tenth > 0 && (!heard.runsOn(at) || !SpokenNumber.opens(heard.word(at + 1)));
        return List.of(new Piece(i, said ? at + 1 : at, said ? whole.digits() + "." + tenth : whole.digits()));
    }

    private static boolean countsOn(Heard heard, int i, Value pair) {
        boolean more = heard.runsOn(pair.end() - 1) && SpokenNumber.opens(heard.word(pair.end()));
        return more || (SpokenNumber.opens(heard.word(i - 1)) && heard.runsOn(i - 1));
    }
}
