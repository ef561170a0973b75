package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwright.wording.SpokenNumber.Value;
import org.jspecify.annotations.Nullable;

/**
 * Amounts: "five milligrams" → "5 mg", "three to five days" → "3 to 5 days", "half a milligram" → "0.5 mg".
 *
 * <p>An amount is never guessed. "Two fifty milligram tablets" may be two tablets or one strength: the words stay.
 */
final class QuantityRule implements NumberRule {

    private static final Set<String> JOINERS = Set.of("to", "or", "and");
    private static final Set<String> POINTING = Set.of("this", "that", "the", "some", "any", "which", "my", "your", "a");

    /** Strengths that are said without "hundred", as "two fifty" for 250. */
    private static final Set<Long> STRENGTHS = Set.of(
            112L, 120L, 125L, 137L, 150L, 160L, 175L, 180L, 225L, 240L, 250L, 275L, 320L, 325L, 350L, 360L, 375L, 450L,
            475L, 550L, 575L, 625L, 650L, 675L, 750L, 775L, 850L, 875L, 1250L);

    @Override
    public List<Piece> at(Heard heard, int i) {
        if (heard.is(i, "half")) {
            return half(heard, i);
        }
        if (heard.is(i, "point") && POINTING.contains(heard.word(i - 1))) {
            return Piece.NONE;
        }
        if (SpokenNumber.digit(heard.word(i - 1)) > 0 && heard.runsOn(i - 1)) {
            return Piece.NONE; // "two three times": the number before belongs to it, nobody can say how
        }
        List<Piece> unclear = unclear(heard, i);
        if (!unclear.isEmpty()) {
            return unclear;
        }
        Value first = amount(heard, i);
        if (first == null) {
            return Piece.NONE;
        }
        int at = first.end();
        if (JOINERS.contains(heard.word(at)) && !heard.ends(at - 1) && heard.runsOn(at)) {
            List<Piece> range = range(heard, i, first);
            if (!range.isEmpty()) {
                return range;
            }
        }
        if (!heard.runsOn(at - 1)) {
            return Piece.NONE;
        }
        Units.Unit unit = Units.at(heard, at);
        if (unit == null || !writes(heard, first, i, unit)) {
            return Piece.NONE;
        }
        List<Piece> pieces = new ArrayList<>();
        add(pieces, i, first, unit);
        return pieces;
    }

    private static List<Piece> range(Heard heard, int i, Value low) {
        int from = low.end() + 1;
        Value high = amount(heard, from);
        if (high == null || heard.is(i, "a")) {
            return Piece.NONE;
        }
        Units.Unit unit = heard.runsOn(high.end() - 1) ? Units.at(heard, high.end()) : null;
        boolean scale = unit == null
                && heard.is(low.end(), "to")
                && (high.value() >= 10 || low.value() >= 10)
                && low.value() < high.value();
        if (unit == null && !scale) {
            return Piece.NONE;
        }
        Value start = low;
        if (low.value() < 10 && !low.fractional() && high.value() >= 100 && heard.is(from + 1, "hundred")) {
            if (heard.is(low.end(), "and") || low.value() >= high.value() / 100) {
                return Piece.NONE;
            }
            // "Six to eight hundred milligrams" starts at 600.
            start = new Value(low.value() * 100, Long.toString(low.value() * 100), low.end());
        }
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(i, start.end(), start.grouped()));
        pieces.add(new Piece(low.end(), from, heard.word(low.end())));
        if (unit == null) {
            pieces.add(new Piece(from, high.end(), high.grouped()));
        } else {
            add(pieces, from, high, unit);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, int from, Value amount, Units.Unit unit) {
        boolean dose = !unit.shown().isEmpty() && !unit.shown().equals("%");
        // A trailing ".0" has been read as a tenfold dose.
        String digits = dose && amount.digits().matches("[0-9]+\\.0+")
                ? new Value(amount.value(), Long.toString(amount.value()), amount.end()).grouped()
                : amount.grouped();
        if (unit.shown().equals("%")) {
            pieces.add(new Piece(from, unit.end(), digits + "%"));
            return;
        }
        pieces.add(new Piece(from, amount.end(), digits));
        if (!unit.shown().isEmpty()) {
            pieces.add(new Piece(amount.end(), unit.end(), unit.shown()));
        }
    }

    private static boolean writes(Heard heard, Value amount, int i, Units.Unit unit) {
        boolean one = amount.digits().equals("1") && amount.end() == i + 1;
        if (one && Units.idiomAfterOne(heard.word(amount.end()))) {
            return heard.is(i - 1, "for") || heard.is(i - 1, "every");
        }
        return unit.kind() != Units.Kind.COUNT || !heard.is(i, "a");
    }

    /** A number said in full, or a known strength said short where nothing else can be meant. */
    private static @Nullable Value amount(Heard heard, int i) {
        Units.Unit unit = unitOfPair(heard, i);
        Value paired = SpokenNumber.pair(heard, i);
        return unit != null && paired != null ? paired : SpokenNumber.number(heard, i);
    }

    /** Two numbers, or one said short, before a measure: the words stay, only the measure is written. */
    private static List<Piece> unclear(Heard heard, int i) {
        Value paired = SpokenNumber.pair(heard, i);
        Units.Unit unit = unitOfPair(heard, i);
        if (paired == null || unit == null || certain(heard, paired, unit)) {
            return Piece.NONE;
        }
        List<Piece> pieces = new ArrayList<>();
        for (int word = i; word < paired.end(); word++) {
            pieces.add(new Piece(word, word + 1, heard.word(word)));
        }
        if (!unit.shown().isEmpty() && !unit.shown().equals("%")) {
            pieces.add(new Piece(paired.end(), unit.end(), unit.shown()));
        }
        return pieces;
    }

    private static Units.@Nullable Unit unitOfPair(Heard heard, int i) {
        Value paired = SpokenNumber.pair(heard, i);
        if (paired == null || !heard.runsOn(paired.end() - 1)) {
            return null;
        }
        Units.Unit unit = Units.at(heard, paired.end());
        return unit != null && unit.kind() == Units.Kind.MEASURE ? unit : null;
    }

    private static boolean certain(Heard heard, Value paired, Units.Unit unit) {
        if (unit.shown().equals("%")) {
            return false;
        }
        if (unit.shown().isEmpty()) {
            return heard.is(paired.end(), "pounds") || heard.is(paired.end(), "degrees") || paired.value() < 200;
        }
        Units.Unit form = Units.at(heard, unit.end());
        boolean tablets = form != null && form.kind() == Units.Kind.TAKEN;
        return !tablets && STRENGTHS.contains(paired.value());
    }

    /** "Half a milligram": only measures, as "half a tablet" is how it is written. */
    private static List<Piece> half(Heard heard, int i) {
        int at = heard.is(i + 1, "a") ? i + 2 : i + 1;
        Units.Unit unit = heard.runsOn(i) ? Units.at(heard, at) : null;
        if (unit == null || unit.kind() != Units.Kind.MEASURE || unit.shown().isEmpty() || unit.shown().equals("%")) {
            return Piece.NONE;
        }
        return List.of(new Piece(i, at, "0.5"), new Piece(at, unit.end(), unit.shown()));
    }
}
