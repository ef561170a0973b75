package org.chartwright.note.plan;

import java.util.Locale;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.note.prose.VitalSign;

/**
 * Recognises what no note may leave out, however seldom the training notes had its like: how long and how bad the trouble
 * is, a vital sign with its number, a diagnosis as the clinician puts it, and an order that names a drug, a test or a
 * treatment. Stateless.
 */
public final class Weighty {

    /** The least worth of what must be said. */
    public static final double LEAST = 0.6;

    private static final Pattern DIAGNOSIS = Pattern.compile(
            "(?:so |and |but )*(?:there is|(?:i|we) (?:do |also |really )*(?:think|believe|suspect|feel)|it (?:looks|sounds|seems) like|.*\\bdiagnos\\w+|.*\\bconsistent with|(?:he|she|the patient) (?:does )?ha(?:s|ve)\\b|this is)\\b.*");
    private static final Pattern ORDER = Pattern.compile(
            "(?:and |so |also |then |please |now )*(?:(?:before|after|once|with|given) [^.;]{3,40}?,? )?(?:(?:i|we) (?:will|am going to|would like to|want to|recommend|would recommend|recommended|start|should|can get (?:him|her|them|the patient) (?:started|scheduled|set up))\\b.*|recommended .*|the patient (?:will|should)\\b.*"
                    + "|(?:order|prescribe|continue|stay on|give|start|restart|resume|stop|refer|increase|decrease|add|hold|take|repeat|schedule|refill|discontinue|switch|use|check|recheck)\\b.*)");

    /** What no healthy body shows. */
    private static final Pattern ABNORMAL = Pattern.compile(
            "\\b(?:rales|rhonchi|wheez\\w+|crackles|stridor|murmur|edema|tender\\w*|effusion|swelling|swollen|bruis\\w+|ecchymosis|erythema\\w*|redness|deformity|lacerat\\w+"
                    + "|mass|lesions?|ulcer\\w*|plaques|rash|decreased|diminished|limited|weakness|lymphadenopathy|enlarged|distended|guarding|rebound|pain|painful|positive|crepitus|bruits?)\\b");
    private static final Pattern NORMAL = Pattern.compile("\\b(?:no|not|n't|without|never|denies|negative|non|free|normal|unremarkable|intact|any)\\b");

    /** What must not be given: "do not give him aspirin". */
    private static final Pattern WARNING = Pattern.compile("(?:please |and |but |so )*(?:do not|try not to|never|avoid|stop|no|refrain from) ?(?:ever )?(?:give|giving|take|taking|use|using)?\\b.*");

    /** When to come back sooner, or to call. */
    private static final Pattern RETURN = Pattern.compile(
            ".*\\b(?:come|bring|call|return|see|go)\\b.*\\b(?:if|unless|sooner)\\b.*|.*\\b(?:if|unless)\\b.*\\b(?:come|bring|call|return|go)\\b.*");

    /** How long and how bad the trouble is, in a short answer. */
    private static final Pattern COURSE = Pattern.compile("(?:duration|severity): .*");

    /** What a drug did to the patient. */
    private static final Pattern HARMS = Pattern.compile("\\b(?:makes?|made|gives?|gave|upsets?|caused) (?:him|her|them|his|their|the patient)\\b|\\breactions? to\\b");

    /** Thoughts of death, whichever way they are put. */
    private static final Pattern DANGER = Pattern.compile("\\b(?:kill|hurt|harm)(?:s|ing|ed)? (?:him|her|them|the patient)sel(?:f|ves)\\b|\\bsuicid\\w*|\\b(?:not|never) wake up\\b|\\bend (?:it all|(?:his|her|their) life)\\b|\\bbe dead\\b|\\bto die\\b");

    private Weighty() {}

    /** Whether a candidate must be said. */
    public static boolean is(Candidate candidate, Lexicon lexicon) {
        String text = candidate.text().toLowerCase(Locale.ROOT);
        if (candidate.kind() == Candidate.Kind.PATIENT) {
            return DANGER.matcher(text).find() || harms(text) && named(text, lexicon, ConceptKind.MEDICATION);
        }
        if (candidate.kind() != Candidate.Kind.CLINICIAN) {
            return candidate.kind() == Candidate.Kind.ANSWER && candidate.part() == Part.STORY && COURSE.matcher(text).matches();
        }
        return switch (candidate.part()) {
            case ASSESSMENT -> DIAGNOSIS.matcher(text).matches() && names(text, lexicon, false);
            case TESTING, TREATMENT -> ORDER.matcher(text).matches() && names(text, lexicon, true)
                    || WARNING.matcher(text).matches() && named(text, lexicon, ConceptKind.MEDICATION);
            case EXAM -> VitalSign.isTold(text) || (ABNORMAL.matcher(text).find() && !NORMAL.matcher(text).find());
            case RESULTS -> VitalSign.isTold(text);
            case COUNSELING -> WARNING.matcher(text).matches() && named(text, lexicon, ConceptKind.MEDICATION);
            case FOLLOW_UP -> RETURN.matcher(text).matches();
            case COMPLAINT, STORY, SYSTEMS, HISTORY, FAMILY, SOCIAL, GOAL, INTERVENTION, RESPONSE, PROGRESS, BEHAVIOR -> false;
        };
    }

    /** Whether a patient tells what something did to the patient. */
    static boolean harms(String text) {
        return HARMS.matcher(text).find();
    }

    private static boolean named(String text, Lexicon lexicon, ConceptKind wanted) {
        return lexicon.find(text).stream().anyMatch(found -> found.concept().kind() == wanted);
    }

    private static boolean names(String text, Lexicon lexicon, boolean ordered) {
        return lexicon.find(text).stream().map(found -> found.concept().kind()).anyMatch(kind -> ordered
                ? kind == ConceptKind.MEDICATION || kind == ConceptKind.TEST || kind == ConceptKind.PROCEDURE || kind == ConceptKind.TREATMENT
                : kind == ConceptKind.DISEASE);
    }
}
