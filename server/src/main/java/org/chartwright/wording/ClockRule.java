package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwright.wording.SpokenNumber.Value;
import org.jspecify.annotations.Nullable;

/** Times of day: "ten thirty a m" → "10:30 AM", "at seven thirty" → "at 7:30", "nine o'clock" → "9 o'clock". */
final class ClockRule implements NumberRule {

    private static final Set<String> AT = Set.of("at", "around", "about", "by", "until", "till", "from", "since", "before",
            "after", "to");
    private static final Set<String> PARTS_OF_DAY = Set.of("morning", "afternoon", "evening", "night");

    @Override
    public List<Piece> at(Heard heard, int i) {
        Value hour = SpokenNumber.small(heard, i);
        if (hour == null || hour.value() < 1 || hour.value() > 12 || hour.end() != i + 1) {
            return Piece.NONE;
        }
        @Nullable Value minute = minute(heard, i + 1);
        int at = minute == null ? i + 1 : minute.end();
        int half = halfOfDay(heard, at);
        String shown = hour.digits() + (minute == null ? "" : ":" + minute.digits());
        if (half > at) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(new Piece(i, at, shown));
            pieces.add(new Piece(at, half, heard.word(at).startsWith("a") ? "AM" : "PM"));
            return pieces;
        }
        if (minute == null) {
            boolean full = heard.is(at, "o'clock") && heard.runsOn(i);
            return full ? List.of(new Piece(i, i + 1, shown)) : Piece.NONE;
        }
        boolean partNamed = heard.says(at, "in", "the") && PARTS_OF_DAY.contains(heard.word(at + 2));
        boolean expected = heard.is(i - 1, "at") || (partNamed && (i == 0 || AT.contains(heard.word(i - 1))));
        boolean counted = heard.runsOn(at - 1)
                && (Units.at(heard, at) != null || SpokenNumber.opens(heard.word(at)) || heard.is(at, "over"));
        return expected && !counted ? List.of(new Piece(i, at, shown)) : Piece.NONE;
    }

    /** "thirty", "oh five", "forty five"; two digits. */
    private static @Nullable Value minute(Heard heard, int i) {
        if (!heard.runsOn(i - 1)) {
            return null;
        }
        if (SpokenNumber.digit(heard.word(i)) == 0 && heard.runsOn(i)) {
            int low = SpokenNumber.digit(heard.word(i + 1));
            return low > 0 ? new Value(low, "0" + low, i + 2) : null;
        }
        Value minute = SpokenNumber.small(heard, i);
        return minute != null && minute.value() >= 10 && minute.value() < 60 ? minute : null;
    }

    /** After "a m", "am", "a.m." and the like; {@code i} where there is none. */
    private static int halfOfDay(Heard heard, int i) {
        if (!heard.runsOn(i - 1)) {
            return i;
        }
        if ((heard.is(i, "a") || heard.is(i, "p")) && heard.is(i + 1, "m") && heard.runsOn(i)) {
            return i + 2;
        }
        return Set.of("am", "pm", "a.m", "p.m", "a.m.", "p.m.").contains(heard.word(i)) ? i + 1 : i;
    }
}
