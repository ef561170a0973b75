package org.chartwright.wording;

import java.util.List;
import java.util.Set;
import org.chartwright.wording.SpokenNumber.Value;

/** Ages: "fifty two year old" → "52-year-old", "fifty two years old" → "52 years old". */
final class AgeRule implements NumberRule {

    private static final Set<String> SINGULAR = Set.of("year", "month", "week", "day");
    private static final Set<String> PLURAL = Set.of("years", "months", "weeks", "days");
    private static final Set<String> AGED = Set.of("age", "aged", "turned", "turning");

    @Override
    public List<Piece> at(Heard heard, int i) {
        Value age = SpokenNumber.number(heard, i);
        if (age == null || heard.is(i, "a") || age.value() > 130) {
            return Piece.NONE;
        }
        int at = age.end();
        boolean joined = heard.runsOn(at - 1) && heard.runsOn(at) && heard.is(at + 1, "old");
        if (joined && SINGULAR.contains(heard.word(at))) {
            return List.of(new Piece(i, at + 2, age.digits() + "-" + heard.word(at) + "-old"));
        }
        if (joined && PLURAL.contains(heard.word(at))) {
            return List.of(new Piece(i, at, age.digits()));
        }
        boolean aged = AGED.contains(heard.word(i - 1)) || (heard.is(i - 1, "of") && heard.is(i - 2, "age"));
        boolean ends = !heard.runsOn(at - 1) || !SpokenNumber.opens(heard.word(at));
        return aged && ends && !age.fractional() && age.value() > 1 ? List.of(new Piece(i, at, age.digits())) : Piece.NONE;
    }
}
