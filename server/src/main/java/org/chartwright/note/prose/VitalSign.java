package org.chartwright.note.prose;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Recognises a vital sign told with its number, which no note may leave out. Stateless. */
public final class VitalSign {

    /** The names by which vital signs are spoken of, as an expression for lower case. */
    static final String NAMES = "(?:blood pressure|bp|heart rate|pulse(?: rate)?|temperature|respiratory rate|respirations|"
            + "(?:oxygen|o2) (?:saturations?|levels?|sats?)|pulse ox|bmi)";

    private static final Pattern TOLD = Pattern.compile(".*\\b" + NAMES + "\\b.{0,40}?\\d.*");

    private static final Pattern NAMED = Pattern.compile("\\b" + NAMES + "\\b");

    private VitalSign() {}

    /** The vital sign that is named last, in the words of the speaker; empty where none is. */
    public static Optional<String> lastNamed(String text) {
        return NAMED.matcher(text).results().map(MatchResult::group).reduce((first, second) -> second);
    }

    /** Whether a sentence, lower case, tells a vital sign and a number for it. */
    public static boolean isTold(String text) {
        return TOLD.matcher(text).matches();
    }
}
