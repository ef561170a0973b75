package org.chartwright.note;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.models.Recall;
import org.chartwright.note.prose.Rules;

/**
 * Finds how the patient is spoken of, where the request does not say. Words that name a sex or belong to one count most;
 * a first name by which the clinician greets the patient counts least. Stateless.
 */
final class PronounCues {

    private static final Pattern SHE = Pattern.compile(
            "\\b(?:year[- ]old (?:\\w+ ){0,3}(?:female|woman|lady|girl)|mrs|ms|miss|ma'am|pregnan\\w*|your husband"
                    + "|menopaus\\w*|your periods?|ovarian|hysterectomy|pap smear|uterus|pleasant lady)\\b");
    private static final Pattern HE = Pattern.compile(
            "\\b(?:year[- ]old (?:\\w+ ){0,3}(?:male|man|gentleman|boy)|mr|mister|sir|your wife|prostate"
                    + "|testic\\w*|erectile|pleasant gentleman)\\b");
    private static final Pattern GREETED = Pattern.compile(
            "\\b(?:hi|hello|hey|morning|afternoon|evening|so|well|okay|alright|right|meet you|see you|bye|you)"
                    + ",? (?:there )?([a-z]+)\\b(?!['\u2019])|\\b([a-z]+) is (?:a|here)\\b|^([a-z]+),|, ([a-z]+)[.,?]");
    private static final Pattern SPOKEN_SHE = Pattern.compile("\\b(?:she|her)\\b");
    private static final Pattern SPOKEN_HE = Pattern.compile("\\b(?:he|his|him)\\b");
    private static final int SURE = 6;
    private static final int LIKELY = 3;
    private static final double DICTATED = 0.15;
    private static final Map<String, Pronouns> NAMES = names();

    private PronounCues() {}

    static Pronouns in(List<Segment> segments) {
        int she = 0;
        int he = 0;
        Map<Pronouns, Integer> named = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Cues cues = Recall.of("pronoun cues", segments.get(i).text(), PronounCues::cues);
            if (segments.get(i).speaker().role() == Role.CLINICIAN) {
                she += cues.she;
                he += cues.he;
                cues.greeted.ifPresent(pronouns -> named.merge(pronouns, 1, Integer::sum));
                // What is dictated before and after the visit speaks of the patient in the third person.
                if (i < segments.size() * DICTATED || i > segments.size() * (1 - DICTATED)) {
                    she += cues.spokenShe ? 1 : 0;
                    he += cues.spokenHe ? 1 : 0;
                }
            } else {
                she += cues.husband ? LIKELY : 0;
                he += cues.wife ? LIKELY : 0;
            }
        }
        she += Math.min(LIKELY, named.getOrDefault(Pronouns.SHE_HER, 0) * 2);
        he += Math.min(LIKELY, named.getOrDefault(Pronouns.HE_HIM, 0) * 2);
        if (she == he) {
            return Pronouns.THEY_THEM;
        }
        return she > he ? Pronouns.SHE_HER : Pronouns.HE_HIM;
    }

    /** What a segment alone tells. */
    private record Cues(
            int she,
            int he,
            java.util.Optional<Pronouns> greeted,
            boolean spokenShe,
            boolean spokenHe,
            boolean husband,
            boolean wife) {}

    private static Cues cues(String segment) {
        String text = segment.toLowerCase(Locale.ROOT);
        return new Cues(
                count(SHE, text),
                count(HE, text),
                greeting(text),
                SPOKEN_SHE.matcher(text).find(),
                SPOKEN_HE.matcher(text).find(),
                text.contains("my husband"),
                text.contains("my wife"));
    }

    private static java.util.Optional<Pronouns> greeting(String text) {
        Matcher greeted = GREETED.matcher(text);
        // "Well hello Anna": the words of one greeting may begin the next.
        for (int from = 0; from <= text.length() && greeted.find(from); from = greeted.start() + 1) {
            for (int group = 1; group <= greeted.groupCount(); group++) {
                Pronouns pronouns = greeted.group(group) == null ? null : NAMES.get(greeted.group(group));
                if (pronouns != null) {
                    return java.util.Optional.of(pronouns);
                }
            }
        }
        return java.util.Optional.empty();
    }

    private static int count(Pattern cue, String text) {
        int count = 0;
        Matcher matcher = cue.matcher(text);
        while (matcher.find()) {
            count += matcher.group().startsWith("year") || matcher.group().startsWith("m") ? SURE : LIKELY;
        }
        return count;
    }

    private static Map<String, Pronouns> names() {
        Map<String, Pronouns> names = new HashMap<>();
        for (String line : Rules.lines("/org/chartwright/note/names.txt")) {
            Pronouns pronouns = line.startsWith("f ") ? Pronouns.SHE_HER : Pronouns.HE_HIM;
            for (String name : line.substring(2).split(" +", -1)) {
                names.put(name, pronouns);
            }
        }
        return Map.copyOf(names);
    }
}
