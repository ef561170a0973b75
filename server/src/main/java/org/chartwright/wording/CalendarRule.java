package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.wording.SpokenNumber.Value;
import org.jspecify.annotations.Nullable;

/** Dates and years: "march third two thousand four" → "March 3, 2004", "in nineteen eighty five" → "in 1985". */
final class CalendarRule implements NumberRule {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("january", 31), Map.entry("february", 29), Map.entry("march", 31), Map.entry("april", 30),
            Map.entry("may", 31), Map.entry("june", 30), Map.entry("july", 31), Map.entry("august", 31),
            Map.entry("september", 30), Map.entry("october", 31), Map.entry("november", 30), Map.entry("december", 31));
    private static final Set<String> MONTH_COMES = Set.of(
            "in", "of", "on", "since", "last", "next", "this", "until", "till", "by", "from", "early", "late", "mid", "and",
            "was", "is", "for", "before", "after", "around");
    private static final Set<String> YEAR_COMES = Set.of(
            "in", "since", "of", "year", "by", "until", "till", "around", "late", "early", "before", "after", "during",
            "spring", "summer", "fall", "autumn", "winter", "from", "back");

    @Override
    public List<Piece> at(Heard heard, int i) {
        Integer days = MONTHS.get(heard.word(i));
        if (days != null) {
            return date(heard, i, days);
        }
        List<Piece> dayFirst = dayOfMonth(heard, i);
        return dayFirst.isEmpty() ? year(heard, i) : dayFirst;
    }

    private static List<Piece> date(Heard heard, int i, int days) {
        int at = i + 1;
        if (heard.is(at, "the") && SpokenOrdinal.at(heard, at + 1) != null) {
            return Piece.NONE; // "March the third": the ordinal is written by itself
        }
        boolean plainWord = heard.is(i, "may") || heard.is(i, "march");
        if (plainWord && !MONTH_COMES.contains(heard.word(i - 1)) && SpokenOrdinal.at(heard, at) == null
                && SpokenNumber.year(heard, at) == null) {
            return Piece.NONE; // "you may two weeks later"
        }
        String month = Casing.capital(heard.word(i));
        List<Piece> pieces = new ArrayList<>();
        Value day = heard.ends(i) ? null : day(heard, at, days);
        if (day != null) {
            at = day.end();
        }
        Value year = heard.ends(at - 1) ? null : SpokenNumber.year(heard, at);
        if (day == null && year == null) {
            return Piece.NONE;
        }
        pieces.add(new Piece(i, i + 1, month));
        if (day != null) {
            pieces.add(new Piece(i + 1, day.end(), day.digits() + (year == null ? "" : ",")));
        }
        if (year != null) {
            pieces.add(new Piece(at, year.end(), year.digits()));
        }
        return pieces;
    }

    private static @Nullable Value day(Heard heard, int i, int days) {
        Value day = SpokenOrdinal.at(heard, i);
        if (day == null && SpokenNumber.year(heard, i) == null) {
            day = SpokenNumber.small(heard, i);
            boolean counts = day != null && heard.runsOn(day.end() - 1) && Units.at(heard, day.end()) != null;
            if (counts || (day != null && heard.is(day.end(), "hundred"))) {
                return null;
            }
        }
        return day != null && day.value() >= 1 && day.value() <= days ? day : null;
    }

    /** "The first of October nineteen ninety nine". */
    private static List<Piece> dayOfMonth(Heard heard, int i) {
        Value day = SpokenOrdinal.at(heard, i);
        if (day == null || !heard.runsOn(day.end() - 1)) {
            return Piece.NONE;
        }
        int month = heard.is(day.end(), "of") ? day.end() + 1 : day.end();
        Integer days = MONTHS.get(heard.word(month));
        if (days == null || day.value() > days || heard.ends(month - 1)) {
            return Piece.NONE;
        }
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(i, day.end(), SpokenOrdinal.written(day.value())));
        if (month > day.end()) {
            pieces.add(new Piece(day.end(), month, "of"));
        }
        pieces.add(new Piece(month, month + 1, Casing.capital(heard.word(month))));
        Value year = heard.ends(month) ? null : SpokenNumber.year(heard, month + 1);
        if (year != null) {
            pieces.add(new Piece(month + 1, year.end(), year.digits()));
        }
        return pieces;
    }

    private static List<Piece> year(Heard heard, int i) {
        Value year = SpokenNumber.year(heard, i);
        if (year == null || (heard.runsOn(year.end() - 1) && Units.at(heard, year.end()) != null)) {
            return Piece.NONE;
        }
        boolean unmistakable = heard.is(i, "nineteen") || (heard.is(i, "two") && year.value() > 2000);
        boolean expected = YEAR_COMES.contains(heard.word(i - 1));
        return unmistakable || expected ? List.of(new Piece(i, year.end(), year.digits())) : Piece.NONE;
    }
}
