package org.chartwright.clinical;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/**
 * Hears what a patient misunderstands or fears aloud, and the clinician denies at once: "I have a stroke?" "No, no, no, that
 * means ...". A single no denies nothing of the sort, as it may answer anything. Stateless.
 */
public final class FearedAloud {

    private static final Pattern FEARS = Pattern.compile(
            "^(?:(?:well|so|oh|but|and|wait|i|did|you mean|that means|does that mean)\\b,? )*i (?:have|had|am having|'m having|got) (?:an? |the )?[a-z]+(?: [a-z]+){0,3} ?[.?!]?$");
    private static final Pattern DENIES = Pattern.compile("^(?:(?:oh|well|um|uh)\\b,? )*no\\b[,.]? no\\b.*", Pattern.DOTALL);
    private static final int TURNS = 3;

    private FearedAloud() {}

    /** The segment in which the clinician denies what a patient's segment says the patient has; empty where none does. */
    public static OptionalInt deniedBy(List<Segment> segments, int at) {
        Segment feared = segments.get(at);
        if (feared.speaker().role() != Role.PATIENT || !FEARS.matcher(plain(feared)).matches()) {
            return OptionalInt.empty();
        }
        for (int i = at + 1; i < segments.size() && segments.get(i).turn() <= feared.turn() + TURNS; i++) {
            if (segments.get(i).speaker().role() == Role.CLINICIAN && DENIES.matcher(plain(segments.get(i))).matches()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static String plain(Segment segment) {
        return segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    }
}
