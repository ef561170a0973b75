package org.chartwright.eval.speech;

import java.util.List;
import java.util.regex.Pattern;

/** Digits become number words, as clinicians say them. */
final class Numbers {

    private static final List<String> SMALL = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");

    private Numbers() {}

    /** A written number, with a point, a slash, commas or an ordinal ending. */
    static String said(String written) {
        if (written.contains("/")) {
            String[] sides = written.split("/");
            String between = sides[0].length() >= 2 ? " over " : " out of ";
            return pressure(sides[0]) + between + pressure(sides[1]);
        }
        if (written.contains(".")) {
            String[] sides = written.split("\\.");
            return cardinal(sides[0]) + " point " + digitByDigit(sides[1]);
        }
        String digits = NOT_DIGITS.matcher(written).replaceAll("");
        String said = digits.length() == 4 && !written.contains(",") ? year(digits) : cardinal(digits);
        return written.matches("\\d+(st|nd|rd|th)") ? ordinal(said) : said;
    }

    /** 120 is said "one twenty" in a blood pressure. */
    static String pressure(String digits) {
        if (digits.length() != 3) {
            return cardinal(digits);
        }
        int rest = Integer.parseInt(digits.substring(1));
        String hundreds = SMALL.get(digits.charAt(0) - '0');
        return rest == 0 ? hundreds + " hundred" : hundreds + (rest < 10 ? " oh " : " ") + below100(rest);
    }

    private static String year(String digits) {
        int century = Integer.parseInt(digits.substring(0, 2));
        int rest = Integer.parseInt(digits.substring(2));
        if (century < 18 || century > 20) {
            return cardinal(digits);
        }
        if (century == 20 && rest < 10) {
            return rest == 0 ? "two thousand" : "two thousand " + SMALL.get(rest);
        }
        return below100(century) + (rest == 0 ? " hundred" : rest < 10 ? " oh " + SMALL.get(rest) : " " + below100(rest));
    }

    static String cardinal(String digits) {
        if (digits.length() > 6 || (digits.startsWith("0") && digits.length() > 1)) {
            return digitByDigit(digits);
        }
        int value = Integer.parseInt(digits);
        if (value >= 1000) {
            String rest = value % 1000 == 0 ? "" : " " + cardinal(Integer.toString(value % 1000));
            return cardinal(Integer.toString(value / 1000)) + " thousand" + rest;
        }
        if (value >= 100) {
            return SMALL.get(value / 100) + " hundred" + (value % 100 == 0 ? "" : " " + below100(value % 100));
        }
        return below100(value);
    }

    private static String below100(int value) {
        if (value < 20) {
            return SMALL.get(value);
        }
        return TENS.get(value / 10) + (value % 10 == 0 ? "" : " " + SMALL.get(value % 10));
    }

    private static String digitByDigit(String digits) {
        StringBuilder said = new StringBuilder();
        for (char digit : digits.toCharArray()) {
            said.append(said.isEmpty() ? "" : " ").append(SMALL.get(digit - '0'));
        }
        return said.toString();
    }

    private static String ordinal(String cardinal) {
        int cut = cardinal.lastIndexOf(' ') + 1;
        String last = cardinal.substring(cut);
        String made = switch (last) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            default -> last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        };
        return cardinal.substring(0, cut) + made;
    }
}
