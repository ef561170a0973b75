package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.models.Recall;

/** Finds doses, frequencies, values, times and other things that may belong to a mention. */
final class PieceFinder {

    private static final Set<String> STRENGTH_UNITS = Set.of(
            "mg", "milligram", "mcg", "microgram", "gram", "g", "ml", "milliliter", "unit", "iu", "meq",
            "milliequivalent", "cc", "gm", "international");
    private static final Set<String> DOSE_UNITS = Set.of(
            "tablet", "pill", "capsule", "tab", "puff", "drop", "teaspoon", "tablespoon", "spray", "caplet", "patch",
            "dose", "scoop", "capful", "injection", "shot", "beer", "drink", "glass", "cigarette", "pack", "can",
            "bottle", "cup");
    private static final Set<String> TIME_UNITS = Set.of("day", "week", "month", "year", "hour", "minute", "night", "decade");
    /** After "right" where it is no side. */
    private static final Set<String> NO_PLACE = Set.of("now", "away", "here", "there", "before", "after");
    private static final Set<String> VAGUE = Set.of("couple", "few", "several", "many", "some");
    private static final Set<String> MONTHS = Set.of(
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december");
    private static final Set<String> CLEAR_MONTHS = Set.of(
            "january", "february", "april", "june", "july", "august", "september", "october", "november", "december");

    private final TermTrie phrases = new TermTrie();

    PieceFinder() {
        Piece.Kind kind = Piece.Kind.QUALITY;
        for (String line : LexiconFile.plainLines("modifiers.lex")) {
            if (line.startsWith("[")) {
                kind = Piece.Kind.valueOf(line.substring(1, line.indexOf(']')));
                continue;
            }
            for (String phrase : line.split(",", -1)) {
                Term term = new Term(null, EntityCategory.MEDICATION, kind.name(), 0, 0);
                phrases.add(Tokenizer.tokens(phrase), term);
            }
        }
    }

    /** The pieces of a text in order, the longest at each place. */
    List<Piece> find(List<Token> tokens) {
        return Recall.of("pieces", tokens, this::found);
    }

    private List<Piece> found(List<Token> tokens) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int at = i;
            Optional<Piece> piece = date(tokens, at)
                    .or(() -> age(tokens, at))
                    .or(() -> quantity(tokens, at))
                    .or(() -> every(tokens, at))
                    .or(() -> since(tokens, at))
                    .or(() -> phrase(tokens, at));
            piece.ifPresent(pieces::add);
            i = piece.map(Piece::end).orElse(i + 1);
        }
        return pieces;
    }

    private Optional<Piece> phrase(List<Token> tokens, int at) {
        return phrases.longest(tokens, at)
                .filter(match -> !isForm(tokens, match.begin(), "right") || !isOneOf(tokens, match.end(), NO_PLACE))
                .map(match -> new Piece(Piece.Kind.valueOf(match.term().type()), match.begin(), match.end()));
    }

    /** "five hundred milligrams", "two tablets", "three weeks ago", "for ten days", "120 over 80", "seven point two". */
    private Optional<Piece> quantity(List<Token> tokens, int at) {
        boolean led = isOneOf(tokens, at, Set.of("for", "in", "over", "about", "within", "the", "past", "last"));
        int start = at;
        while (led && start < at + 4
                && isOneOf(tokens, start, Set.of("for", "in", "over", "within", "about", "the", "past", "last", "like",
                        "almost", "around", "at", "least", "probably", "maybe"))) {
            start++;
        }
        int end = amountEnd(tokens, start);
        if (end < 0) {
            return Optional.empty();
        }
        String unit = stem(tokens, end);
        if (TIME_UNITS.contains(unit)) {
            return Optional.of(time(tokens, at, start, end));
        }
        if (start != at) {
            return Optional.empty();
        }
        if (STRENGTH_UNITS.contains(unit)) {
            int unitEnd = unit.equals("international") ? end + 2 : end + 1;
            if (isForm(tokens, unitEnd, "per") || isForm(tokens, unitEnd, "/")) {
                boolean rate = isOneOf(tokens, unitEnd + 1, Set.of("hour", "minute"));
                int perEnd = Math.min(tokens.size(), unitEnd + 2);
                if (rate) {
                    return Optional.of(new Piece(Piece.Kind.RATE, at, perEnd));
                }
            }
            return Optional.of(new Piece(Piece.Kind.STRENGTH, at, Math.min(unitEnd, tokens.size())));
        }
        if (DOSE_UNITS.contains(unit)) {
            return Optional.of(new Piece(Piece.Kind.DOSAGE, at, end + 1));
        }
        if (unit.equals("time") && isOneOf(tokens, end + 1, Set.of("a", "per", "every", "each", "daily"))) {
            boolean daily = isForm(tokens, end + 1, "daily");
            return Optional.of(new Piece(Piece.Kind.FREQUENCY, at, Math.min(tokens.size(), end + (daily ? 2 : 3))));
        }
        return SpokenNumbers.at(tokens, at).isPresent()
                ? Optional.of(new Piece(Piece.Kind.NUMBER, at, end))
                : Optional.empty();
    }

    private static Piece time(List<Token> tokens, int at, int start, int end) {
        int unitEnd = end + 1;
        if (isForm(tokens, unitEnd, "ago")) {
            return new Piece(Piece.Kind.TIME, start, unitEnd + 1);
        }
        if (isOneOf(tokens, unitEnd, Set.of("now", "straight"))) {
            unitEnd++;
        }
        Piece.Kind kind = isForm(tokens, at, "for") && start == at + 1 ? Piece.Kind.DURATION : Piece.Kind.TIME;
        return new Piece(kind, at, unitEnd);
    }

    /** The end of "five", "5", "a couple of", "two to three", "one or two", "a"; -1 if no amount starts here. */
    private static int amountEnd(List<Token> tokens, int at) {
        Optional<SpokenNumbers.Amount> number = SpokenNumbers.at(tokens, at);
        if (number.isPresent()) {
            int end = number.get().end();
            if (isOneOf(tokens, end, Set.of("to", "or"))) {
                Optional<SpokenNumbers.Amount> upper = SpokenNumbers.at(tokens, end + 1);
                if (upper.isPresent()) {
                    return upper.get().end();
                }
            }
            return end;
        }
        int i = isOneOf(tokens, at, Set.of("a", "an", "the")) ? at + 1 : at;
        if (isOneOf(tokens, i, Set.of("last", "past"))) {
            i++;
        }
        if (isOneOf(tokens, i, VAGUE)) {
            return isForm(tokens, i + 1, "of") ? i + 2 : i + 1;
        }
        if (isForm(tokens, i, "half") && isOneOf(tokens, i + 1, Set.of("a", "an"))) {
            return i + 2;
        }
        boolean counted = i > at && (TIME_UNITS.contains(stem(tokens, i)) || DOSE_UNITS.contains(stem(tokens, i)));
        boolean ago = isForm(tokens, i + 1, "ago") || isForm(tokens, at, "a");
        return counted && ago && !isForm(tokens, i, "day") && !isForm(tokens, i, "night") ? i : -1;
    }

    /** "every six hours", "every 4 to 6 hours". */
    private static Optional<Piece> every(List<Token> tokens, int at) {
        if (!isOneOf(tokens, at, Set.of("every", "q"))) {
            return Optional.empty();
        }
        int end = amountEnd(tokens, at + 1);
        if (end > 0 && TIME_UNITS.contains(stem(tokens, end))) {
            return Optional.of(new Piece(Piece.Kind.FREQUENCY, at, end + 1));
        }
        return Optional.empty();
    }

    /** "since last tuesday", "since 2015", "since i was twelve". */
    private Optional<Piece> since(List<Token> tokens, int at) {
        if (!isForm(tokens, at, "since")) {
            return Optional.empty();
        }
        for (int i = at + 1; i <= at + 3 && i < tokens.size(); i++) {
            Optional<Piece> inner = date(tokens, i).or(() -> Optional.empty());
            if (inner.isEmpty()) {
                inner = quantity(tokens, i);
            }
            if (inner.isEmpty()) {
                inner = phrase(tokens, i).filter(piece -> piece.kind() == Piece.Kind.TIME);
            }
            if (inner.isPresent()) {
                return Optional.of(new Piece(Piece.Kind.TIME, at, inner.get().end()));
            }
        }
        return Optional.empty();
    }

    /** "fifty years old", "50-year-old", "age twelve". */
    private static Optional<Piece> age(List<Token> tokens, int at) {
        Optional<SpokenNumbers.Amount> number = SpokenNumbers.at(tokens, at);
        if (number.isPresent()) {
            int end = number.get().end();
            boolean unit = isOneOf(tokens, end, Set.of("year", "years", "month", "months", "week", "weeks", "yr"));
            if (unit && isForm(tokens, end + 1, "old")) {
                return Optional.of(new Piece(Piece.Kind.AGE, at, end + 2));
            }
            return Optional.empty();
        }
        boolean age = isOneOf(tokens, at, Set.of("age", "aged"));
        int start = isForm(tokens, at + 1, "of") ? at + 2 : at + 1;
        return age
                ? SpokenNumbers.at(tokens, start).map(value -> new Piece(Piece.Kind.AGE, start, value.end()))
                : Optional.empty();
    }

    /** "march third", "june 2015", "12/3/2021", "in 2019", "in two thousand and eight". */
    private static Optional<Piece> date(List<Token> tokens, int at) {
        String form = form(tokens, at);
        if (form.chars().filter(c -> c == '/').count() == 2) {
            return Optional.of(new Piece(Piece.Kind.DATE, at, at + 1));
        }
        if (MONTHS.contains(form)) {
            int end = at + 1;
            boolean ordinal = form(tokens, end).matches("\\d+(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|"
                    + "seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|twentieth|thirtieth");
            Optional<SpokenNumbers.Amount> number = SpokenNumbers.at(tokens, end);
            if (ordinal) {
                end++;
            } else if (number.isPresent()) {
                end = number.get().end();
            }
            int comma = isForm(tokens, end, ",") ? end + 1 : isForm(tokens, end, "of") ? end + 1 : end;
            Optional<SpokenNumbers.Amount> year = SpokenNumbers.at(tokens, comma);
            if (year.isPresent() && isYear(year.get().text())) {
                end = year.get().end();
            }
            return end > at + 1 || CLEAR_MONTHS.contains(form)
                    ? Optional.of(new Piece(Piece.Kind.DATE, at, end))
                    : Optional.empty();
        }
        Optional<SpokenNumbers.Amount> number = SpokenNumbers.at(tokens, at);
        boolean led = at > 0 && isOneOf(tokens, at - 1, Set.of("in", "since", "of", "until", "around", "from", "back"));
        return number.filter(year -> led && isYear(year.text()) && !TIME_UNITS.contains(stem(tokens, year.end())))
                .map(year -> new Piece(Piece.Kind.DATE, at, year.end()));
    }

    private static boolean isYear(String number) {
        return number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
    }

    private static String form(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).form() : "";
    }

    private static String stem(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).stem() : "";
    }

    private static boolean isForm(List<Token> tokens, int index, String form) {
        return form(tokens, index).equals(form);
    }

    private static boolean isOneOf(List<Token> tokens, int index, Set<String> forms) {
        return index < tokens.size() && forms.contains(tokens.get(index).form());
    }
}
