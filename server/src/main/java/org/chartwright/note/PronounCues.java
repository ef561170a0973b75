package org.chartwright.note;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/** Finds in the clinician's words how the patient is spoken of. Stateless. */
final class PronounCues {

    private static final Pattern SHE = Pattern.compile(
            "\\b(?:year[- ]old (?:\\w+ ){0,3}(?:female|woman|lady|girl)|mrs|ms|miss|ma'am|pregnan\\w*|your husband"
                    + "|mammogram|menopaus\\w*|your periods?|ovarian|hysterectomy|pap smear|uterus)\\b");
    private static final Pattern HE = Pattern.compile(
            "\\b(?:year[- ]old (?:\\w+ ){0,3}(?:male|man|gentleman|boy)|mr|sir|your wife|prostate|psa|testic\\w*"
                    + "|erectile)\\b");
    private static final int SURE = 5;

    private PronounCues() {}

    static Pronouns in(List<Segment> segments) {
        int she = 0;
        int he = 0;
        for (Segment segment : segments) {
            String text = segment.text().toLowerCase(Locale.ROOT);
            if (segment.speaker().role() == Role.CLINICIAN) {
                she += count(SHE, text);
                he += count(HE, text);
            } else {
                she += text.contains("my husband") ? 1 : 0;
                he += text.contains("my wife") ? 1 : 0;
            }
        }
        if (she == he) {
            return Pronouns.THEY_THEM;
        }
        return she > he ? Pronouns.SHE_HER : Pronouns.HE_HIM;
    }

    private static int count(Pattern cue, String text) {
        int count = 0;
        Matcher matcher = cue.matcher(text);
        while (matcher.find()) {
            count += matcher.group().startsWith("year") || matcher.group().startsWith("m") ? SURE : 1;
        }
        return count;
    }
}
