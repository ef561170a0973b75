package org.chartwright.wording;

import java.util.List;
import java.util.Set;

/** Digits said one by one: telephone and record numbers, "nine one one", "one oh two". */
final class DigitRunRule implements NumberRule {

    private static final Set<String> ASKED = Set.of(
            "number", "phone", "telephone", "extension", "room", "code", "zip", "mrn", "id", "record", "account", "cell",
            "mobile", "fax", "call");

    private static final int DIALLED = 10;

    @Override
    public List<Piece> at(Heard heard, int i) {
        if (heard.says(i, "nine", "one", "one") || heard.says(i, "four", "one", "one")) {
            return List.of(new Piece(i, i + 3, heard.is(i, "nine") ? "911" : "411"));
        }
        StringBuilder digits = new StringBuilder();
        int at = i;
        int singles = 0;
        boolean rising = true;
        while (at == i || !heard.ends(at - 1)) {
            int times = heard.is(at, "double") ? 2 : heard.is(at, "triple") ? 3 : 1;
            int word = times == 1 ? at : at + 1;
            int digit = SpokenNumber.digit(heard.word(word));
            if (digit < 0 || (digits.isEmpty() && digit == 0 && heard.word(word).startsWith("o") && times == 1 && !dialled(heard, word))) {
                break;
            }
            rising &= digits.isEmpty() || digit == digits.charAt(digits.length() - 1) - '0' + 1;
            digits.append(Integer.toString(digit).repeat(times));
            singles++;
            at = word + 1;
            if (singles > 1 && heard.is(at, "hundred") && SpokenNumber.digit(heard.word(at + 1)) >= 0) {
                digits.append("00"); // "one eight hundred", as dialled
                at++;
            }
        }
        if (heard.is(at, "over") || heard.is(at, "point")) {
            return Piece.NONE;
        }
        boolean counting = rising && singles > 1;
        boolean zeroInside = digits.length() == 3 && digits.charAt(1) == '0' && heard.runsOn(i) && heard.runsOn(i + 1);
        boolean asked = heard.lately(i, 8, ASKED);
        boolean stands = (digits.length() >= 5 && !counting)
                || (asked && digits.length() >= 3)
                || (digits.length() == 4 && !counting && runsOn(heard, i, at))
                || zeroInside;
        boolean more = SpokenNumber.opens(heard.word(at)) && heard.runsOn(at - 1);
        if (!stands || more || (Units.at(heard, at) != null && !zeroInside)) {
            return Piece.NONE;
        }
        return List.of(new Piece(i, at, grouped(digits.toString())));
    }

    /** "Oh" may be a sigh; before this many digits it is the first of a telephone number. */
    private static boolean dialled(Heard heard, int oh) {
        int at = oh;
        while (SpokenNumber.digit(heard.word(at)) >= 0 && (at == oh || !heard.ends(at - 1))) {
            at++;
        }
        return at - oh >= DIALLED;
    }

    private static boolean runsOn(Heard heard, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (!heard.runsOn(i)) {
                return false;
            }
        }
        return true;
    }

    /** As telephone numbers are written in the United States; other lengths in one run. */
    private static String grouped(String digits) {
        return switch (digits.length()) {
            case 7 -> digits.substring(0, 3) + "-" + digits.substring(3);
            case 10 -> digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
            case 11 -> digits.startsWith("1") ? "1-" + grouped(digits.substring(1)) : digits;
            default -> digits;
        };
    }
}
