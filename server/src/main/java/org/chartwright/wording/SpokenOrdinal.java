package org.chartwright.wording;

import java.util.HashMap;
import java.util.Map;
import org.chartwright.wording.SpokenNumber.Value;
import org.jspecify.annotations.Nullable;

/** Reads ordinals up to ninety-ninth. */
final class SpokenOrdinal {

    private static final Map<String, Integer> ORDINALS = new HashMap<>();
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety", 90);

    static {
        String[] low = ("- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
                        + " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
                .split(" ", -1);
        for (int value = 1; value < low.length; value++) {
            ORDINALS.put(low[value], value);
        }
        TENS.forEach((word, value) -> ORDINALS.put(word.substring(0, word.length() - 1) + "ieth", value));
    }

    private SpokenOrdinal() {}

    /** The ordinal at {@code i}, or null. */
    static @Nullable Value at(Heard heard, int i) {
        Integer tens = TENS.get(heard.word(i));
        Integer next = ORDINALS.get(heard.word(i + 1));
        if (tens != null && next != null && next < 10 && heard.runsOn(i)) {
            return new Value(tens + next, Integer.toString(tens + next), i + 2);
        }
        Integer alone = ORDINALS.get(heard.word(i));
        return alone == null ? null : new Value(alone, alone.toString(), i + 1);
    }

    /** "21st". */
    static String written(long value) {
        String ending = value % 100 >= 11 && value % 100 <= 13 ? "th" : switch ((int) (value % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return value + ending;
    }
}
