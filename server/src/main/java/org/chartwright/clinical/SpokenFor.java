package org.chartwright.clinical;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Speaker;
import org.chartwright.models.Recall;

/**
 * Knows whether somebody speaks in the patient's place &ndash; a mother, an interpreter &ndash; since both sides say "he" or
 * "she" of the patient, and what such a speaker says of himself: "I had strep myself". Stateless.
 */
public final class SpokenFor {

    private static final Pattern OWN = Pattern.compile("\\b(?:i|me|my|mine|myself)\\b");
    private static final Pattern OF_ANOTHER = Pattern.compile("\\b(?:he|she|him|her|his)\\b");
    private static final Pattern TO_ONE = Pattern.compile("\\b(?:you|your)\\b");
    private static final Pattern OWN_STATE = Pattern.compile(
            "^(?:(?:and|but|so|because|yes|yeah|well|no|actually|oh|also),? )*"
                    + "(?:i(?:'ve)? (?:also |just |really |still )*(?:had|have(?! (?:given|noticed|seen|tried|brought|called|put|used|checked|taken))|been|did|took|take"
                    + "|finished|got|feel|felt|caught|use)|i(?:'m| am| was))"
                    + "\\b(?! (?:to|giving|putting|using|trying|doing|told|not|worried|concerned|afraid|wondering|here|calling|the)\\b)|\\bmyself\\b"
                    + "|\\bmy (?:own|head|back|stomach|throat|knees?|hips?|chest|nose|eyes?|ears?|blood pressure|doctor|medicines?|medications?|pills?)\\b");
    private static final Pattern NEXT_OWN = Pattern.compile("[,;.]? (?:and|but|so|because) (?=i\\b)|[;.] ");
    private static final Pattern ASKED_AFTER =
            Pattern.compile("\\b(?:does|is|has|did|was|can|how's|what's) (?:he|she)\\b|\\b(?:he|she) (?:has|is|was|does) .*\\?$");
    private static final int OFTEN = 2;
    private static final int SOMETIMES = 3;

    private SpokenFor() {}

    /**
     * Whether whoever speaks on the patient's side speaks of the patient: the clinician asks after "him" or "her" more than
     * after "you", and none of them speaks mostly of himself.
     */
    public static boolean is(List<Segment> segments) {
        Map<Speaker, long[]> sides = new HashMap<>();
        long toOne = 0;
        long asked = 0;
        for (Segment segment : segments) {
            Persons persons = Recall.of("persons of a sentence", segment.text(), Persons::of);
            if (segment.speaker().role() == Role.PATIENT) {
                long[] side = sides.computeIfAbsent(segment.speaker(), _ -> new long[2]);
                side[0] += persons.own();
                side[1] += persons.another();
            } else {
                toOne += persons.one();
                asked += persons.another();
            }
        }
        long own = sides.values().stream().mapToLong(side -> side[0]).sum();
        long ofAnother = sides.values().stream().mapToLong(side -> side[1]).sum();
        // A father says "I had it too"; but a patient who is there is spoken to as well.
        boolean forHimself = sides.size() > 1 && 3 * toOne >= asked && sides.values().stream()
                .anyMatch(side -> side[0] > side[1] && (side[0] > 1 || side[1] == 0));
        boolean plainly = ofAnother > own || (asked > 2 * toOne && 2 * ofAnother > own);
        return !forHimself && ofAnother >= SOMETIMES && asked >= SOMETIMES && asked > toOne && plainly;
    }

    /** Whether the clinician asks after the patient as "he" or "she", as after a child: then those words may mean the patient. */
    public static boolean isAskedAfter(List<Segment> segments) {
        List<String> said = segments.stream()
                .filter(segment -> segment.speaker().role() != Role.PATIENT)
                .map(segment -> plain(segment.text()))
                .toList();
        long asked = said.stream().filter(text -> ASKED_AFTER.matcher(text).find()).count();
        // In a few lines one question is enough where nobody is spoken to as "you".
        return asked >= OFTEN || (asked > 0 && said.stream().noneMatch(text -> TO_ONE.matcher(text).find()));
    }

    /** How often a sentence speaks of its speaker, of somebody else, and of the one it is said to. */
    private record Persons(long own, long another, long one) {

        static Persons of(String said) {
            String text = plain(said);
            return new Persons(count(OWN, text), count(OF_ANOTHER, text), count(TO_ONE, text));
        }
    }

    /** Whether a sentence or a clause of such a speaker tells of the speaker and not of the patient. */
    public static boolean ofSpeaker(String said) {
        String text = plain(said);
        return OWN_STATE.matcher(text).find() && !OF_ANOTHER.matcher(text).find();
    }

    /** The same of the words around a place in a sentence, up to where the speaker begins to speak of himself or stops. */
    public static boolean ofSpeaker(String said, int at) {
        String text = plain(said);
        int begin = 0;
        int end = text.length();
        Matcher next = NEXT_OWN.matcher(text);
        while (next.find()) {
            if (next.end() <= at) {
                begin = next.end();
            } else if (next.start() >= at) {
                end = Math.min(end, next.start());
            }
        }
        return ofSpeaker(text.substring(begin, end));
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
