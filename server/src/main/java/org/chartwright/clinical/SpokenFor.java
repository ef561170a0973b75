package org.chartwright.clinical;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Speaker;

/**
 * Knows whether somebody speaks in the patient's place &ndash; a mother, an interpreter &ndash; since both sides say "he" or
 * "she" of the patient, and what such a speaker says of himself: "I had strep myself". Stateless.
 */
public final class SpokenFor {

    private static final Pattern OWN = Pattern.compile("\\b(?:i|me|my|mine|myself)\\b");
    private static final Pattern OF_ANOTHER = Pattern.compile("\\b(?:he|she|him|her|his)\\b");
    private static final Pattern TO_ONE = Pattern.compile("\\b(?:you|your)\\b");
    private static final Pattern OWN_STATE = Pattern.compile(
            "^(?:(?:and|but|so|yes|yeah|well|no|actually),? )*i (?:had|have had|have been|did|was|am|took|finished|got|feel|felt)"
                    + "\\b(?! (?:to|giving|putting|using|trying|doing|told|not)\\b)|\\bmyself\\b");
    private static final int OFTEN = 4;
    private static final int SOMETIMES = 3;

    private SpokenFor() {}

    /** Whether all that is said on the patient's side is said by one person, and of the patient. */
    public static boolean is(List<Segment> segments) {
        long own = 0;
        long ofAnother = 0;
        long toOne = 0;
        long asked = 0;
        Set<Speaker> speakers = new HashSet<>();
        for (Segment segment : segments) {
            String text = plain(segment.text());
            if (segment.speaker().role() == Role.PATIENT) {
                speakers.add(segment.speaker());
                own += count(OWN, text);
                ofAnother += count(OF_ANOTHER, text);
            } else {
                toOne += count(TO_ONE, text);
                asked += count(OF_ANOTHER, text);
            }
        }
        return speakers.size() == 1 && ofAnother >= OFTEN && ofAnother > own && asked >= SOMETIMES && asked > toOne;
    }

    /** Whether a sentence or a clause of such a speaker tells of the speaker and not of the patient. */
    public static boolean ofSpeaker(String said) {
        String text = plain(said);
        return OWN_STATE.matcher(text).find() && !OF_ANOTHER.matcher(text).find();
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
