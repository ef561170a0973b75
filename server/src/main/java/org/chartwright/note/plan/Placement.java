package org.chartwright.note.plan;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.note.prose.VitalSign;

/**
 * Corrects the learned choice of a part where who said it, and what kind of sentence it is, leaves no doubt: a patient's
 * words are no plan, a clinician's opinion is no result, what relatives have is family history. Stateless.
 */
final class Placement {

    private static final String RELATIVE =
            "(?:mother|father|mom|dad|brothers?|sisters?|son|daughter|aunt|uncle|grand\\w+|parents?|cousin|family)";
    private static final Pattern FAMILY = Pattern.compile(
            "^(?:both )?(?:my |his |her |their |the patient's )?" + RELATIVE + " (?:also |both )?(?:has|have|had|died|passed|was diagnosed"
                    + "|were diagnosed|suffers?|suffered)\\b.*|.*\\bfamily history of\\b.*|.*\\bruns? in (?:the|his|her|their) family\\b.*");
    private static final Pattern SOCIAL = Pattern.compile(
            "^(?:he|she|the patient|they) (?:\\w+ ){0,2}?(?:smok(?:es|ed|ing)|vapes?|quit smoking|drinks? (?:\\w+ ){0,3}?(?:alcohol|beers?|wine"
                    + "|liquor|whiskey)|works? (?:in|as|at|for)|is retired|is a retired|uses? tobacco|denies (?:any )?(?:smoking|tobacco"
                    + "|alcohol|drinking|drugs?|illicit|recreational)|does not (?:smoke|drink|use (?:any )?(?:tobacco|drugs))"
                    + "|never smoked|has never smoked|lives? (?:with|alone))\\b.*");
    private static final Pattern OPINION = Pattern.compile(
            "^my impression is\\b.*|^(?:i|we) (?:do )?(?:think|believe|suspect|feel|am (?:a little |a bit |slightly )?(?:concerned|worried))(?: that)? (?:he|she|the patient|this|that|it|they)\\b.*");
    private static final Pattern ORDER = Pattern.compile(
            "^(?:i|we) (?:should|need to|will need to) (?:also )?(?:order|check|repeat|send for|schedule|obtain|get (?:an?|another|him|her|them|the patient|some (?:labs?|blood|tests?|imaging)))\\b.*"
                    + "|^(?:please )?(?:recheck|repeat|order) (?:an?|the|his|her|their|another|some)\\b.*"
                    + "|^(?:i|we) (?:would like to|want to|will|am going to|are going to) (?:also )?(?:order|get|check|recheck|repeat|send for|schedule"
                    + "|obtain)\\b.*");
    private static final Pattern PRESCRIBED = Pattern.compile(
            "^(?:i|we) (?:would like to|want to|will|am going to|are going to) (?:also )?(?:prescribe|refill|increase|decrease|stop|switch|start|continue (?:the|his|her|their|him|them|on|taking)|hold|add|discontinue|lower|raise|taper|wean"
                    + "|(?:start|put) (?:him|her|them|the patient) on|go (?:up|down) (?:on|to)|give (?:him|her|them|the patient) (?:an?|some|\\d))\\b.*");
    /** What somebody is put on or taken off, and for which time: "before surgery we will have to get him off the aspirin". */
    private static final Pattern ON_OR_OFF = Pattern.compile("^(?:(?:before|after|once) [^.;]{3,40}?,? )?(?:i|we) (?:would like to|want to|will|can|should|need to|am going to|are going to)"
            + " (?:also |just |have to |need to )*(?:get|put|start|take) (?:him|her|them|the patient) (?:back |right |started )?(?:right away )?(?:started|on|off)\\b.*");
    /** "Then no ibuprofen": half a sentence, but what it says keeps harm away. */
    private static final Pattern NO_DRUG = Pattern.compile("(?:then |so |and )*no (?:more )?[a-z-]+(?: (?:or|and) [a-z-]+)?(?: then| for (?:him|her|them|the patient)| (?:for|until) (?:\\w+ ?){1,3})*[.]?");
    /** "After that we start Effexor", "with that history I would recommend a mammogram". */
    private static final Pattern LED_IN = Pattern.compile("^(?:then|after that|from then on),? (?:i|we) (?:will )?(?:start|stop|continue|switch|increase|decrease)\\b.*"
            + "|^(?:(?:with|given|because of) [^,.;]{3,40}?,? )?(?:i|we) would (?:also )?recommend (?!ed\\b).*");
    private static final Pattern KEEP = Pattern.compile("(?:then |so |and )*keep (?:the|his|her|their) .*");
    private static final Pattern BID = Pattern.compile(
            "^(?:(?:please|and|but|no,?) )*(?:just )?(?:(?:do not|never) (?:ever )?(?:give|take|use)|try not to (?:give|take|use)|give (?:him|her|them)|stay on|stop|continue|take|start|restart|resume|keep (?:taking|using)|avoid|hold)\\b.*|^(?:no,? )?please .*"
                    + "|^no (?:more )?(?:heavy )?(?:running|lifting|driving|swimming|jumping|bending|smoking|drinking|exercis\\w+|climbing|biking|sports?|alcohol|work(?:ing)?) (?:for|until|before)\\b.*");
    private static final Pattern MEASURED = Pattern.compile(
            ".*\\b(?:a1c|a one c|hemoglobin|creatinine|potassium|sodium|cholesterol|ldl|tsh|platelets?|white (?:blood )?(?:cell )?count)\\b"
                    + ".* (?:is|was|were|at)\\b.*");
    /** What the patient has is no step of the plan. */
    private static final Pattern STATE = Pattern.compile("^(?:he|she|the patient) (?:does |also |really |actually )*(?:has|have) (?!to\\b|come\\b|been\\b).*");
    /** "You have an ear infection", said while the ear is looked at, is what the clinician concludes. */
    private static final Pattern HAS = Pattern.compile("^(?:(?:so|and|okay),? )*(?:(?:he|she|the patient|they) (?:does |do |probably |definitely )?ha(?:s|ve) (?:an?|that|the|some)|this (?:is|looks like|is probably) an?|it (?:is|looks like) an?) (?!.*\\b(?:history|exam|tenderness)\\b).*");
    private static final Pattern RETURN = Pattern.compile("^(?:please )?(?:(?:come|bring (?:him|her|them)) (?:right )?(?:back|in)|return|follow up|see me"
            + "|call (?:us|me|back|the (?:office|clinic)|911|988)|go (?:straight |right )?to the (?:er|emergency|hospital))\\b.*"
            + "|^(?:he|she|the patient) (?:will|should) (?:then |also )?(?:follow up|come back|return|see me|be back)\\b.*"
            + "|^(?:and |but )*(?:if|unless)\\b.*\\b(?:come|bring (?:him|her|them)|return|call|go) (?:right |straight )?(?:back|in|us|me|the office|911|to the (?:er|emergency|hospital))\\b.*");
    /** What the clinician finds, or does not, while examining. */
    private static final Pattern FOUND = Pattern.compile("^(?:on [\\w ]{0,20}exam(?:ination)?,? )?i (?:(?:do|did|not|also|still|really) )*(?:appreciate|palpate|detect|hear (?:an?|any|some|the|no)"
            + "|(?:see|feel|find) any) .*");
    private static final Pattern PROBLEM = Pattern.compile(
            "^(?:his|her|their|the patient's) (?:first|second|third|fourth|next|last|final|other|main) (?:problem|issue|concern|diagnosis) is\\b.*");
    /** What the clinician tells the patient to do, or that may be done: no part of the story. */
    private static final Pattern TOLD_TO = Pattern.compile(
            "^the patient (?:will|can|should) (?:also |just |then )*(?:continue|ice|start|take|use|stay|keep|wear|elevate|walk|go|apply|avoid|try|stop|do|call|see)\\b.*");
    private static final Pattern TAKES = Pattern.compile(
            "^(?:he|she|the patient) (?:\\w+ )?(?:takes|is taking|has been taking|uses|is on|was taking|has taken)\\b.*");

    /** Parts for what was before the visit: no place for a vital sign that was just taken. */
    private static final Set<Part> TOLD_BEFORE = EnumSet.of(Part.COMPLAINT, Part.STORY, Part.SYSTEMS, Part.HISTORY);

    private Placement() {}

    /** Whether a sentence is a step of a plan by its form, however little it states: when to come back, what not to take. */
    static boolean isStep(String text) {
        return RETURN.matcher(text).matches() || NO_DRUG.matcher(text).matches() || LED_IN.matcher(text).matches();
    }

    /** The part for a sentence in the third person, lower case. */
    static Part of(Candidate.Kind kind, String text, Part chosen) {
        return kind == Candidate.Kind.CLINICIAN ? clinician(text, chosen) : patient(text, chosen);
    }

    private static Part clinician(String text, Part chosen) {
        if ((NO_DRUG.matcher(text).matches() || KEEP.matcher(text).matches()) && Lexicon.standard().find(text).stream()
                .anyMatch(found -> found.concept().kind() == ConceptKind.MEDICATION)) {
            return Part.TREATMENT;
        }
        if (RETURN.matcher(text).matches()) {
            return Part.FOLLOW_UP;
        }
        if (PROBLEM.matcher(text).matches()) {
            return Part.ASSESSMENT;
        }
        boolean ordered = chosen == Part.TREATMENT && text.matches("(?:he|she|the patient) takes\\b.*");
        if (TAKES.matcher(text).matches() && chosen != Part.STORY && !ordered) {
            return Part.HISTORY;
        }
        if (chosen == Part.EXAM && MEASURED.matcher(text).matches()) {
            return Part.RESULTS;
        }
        if (TOLD_BEFORE.contains(chosen) && FOUND.matcher(text).matches()) {
            return Part.EXAM;
        }
        if (TOLD_BEFORE.contains(chosen) && text.contains(" is ") && VitalSign.isTold(text)) {
            return Part.EXAM;
        }
        if ((chosen == Part.EXAM || chosen == Part.RESULTS) && HAS.matcher(text).matches() && Lexicon.standard().find(text).stream()
                .anyMatch(found -> found.concept().kind() == ConceptKind.DISEASE)) {
            return Part.ASSESSMENT;
        }
        return switch (chosen) {
            case STORY -> TOLD_TO.matcher(text).matches() ? planned(text, Part.COUNSELING)
                    : OPINION.matcher(text).matches() ? Part.ASSESSMENT : planned(text, chosen);
            case EXAM, RESULTS, SYSTEMS, HISTORY, FAMILY, SOCIAL, COMPLAINT ->
                OPINION.matcher(text).matches() ? Part.ASSESSMENT : planned(text, chosen);
            case ASSESSMENT -> planned(text, chosen);
            case COUNSELING -> ORDER.matcher(text).matches() ? Part.TESTING : stated(text, chosen);
            case TESTING, TREATMENT, FOLLOW_UP -> stated(text, chosen);
            case GOAL, INTERVENTION, RESPONSE, PROGRESS, BEHAVIOR -> chosen;
        };
    }

    /** What is thought or found is no step of the plan. */
    private static Part stated(String text, Part chosen) {
        boolean opinion = OPINION.matcher(text).matches() && (text.contains(" has ") || text.startsWith("my impression"));
        return opinion || STATE.matcher(text).matches() ? Part.ASSESSMENT : chosen;
    }

    private static Part planned(String text, Part chosen) {
        if (ON_OR_OFF.matcher(text).matches() || LED_IN.matcher(text).matches()) {
            return Part.TREATMENT;
        }
        if (ORDER.matcher(text).matches()) {
            return Part.TESTING;
        }
        if (PRESCRIBED.matcher(text).matches()) {
            return Part.TREATMENT;
        }
        // "Take a deep breath" belongs to the examination.
        boolean examining = (chosen == Part.EXAM || chosen == Part.STORY) && text.matches(".*\\b(?:breath|look|seat)\\b.*");
        return BID.matcher(text).matches() && !examining ? Part.TREATMENT : chosen;
    }

    private static Part patient(String text, Part chosen) {
        if (ShortAnswer.isOne(text)) {
            return Part.STORY;
        }
        if (FAMILY.matcher(text).matches()) {
            return Part.FAMILY;
        }
        if (SOCIAL.matcher(text).matches()) {
            return Part.SOCIAL;
        }
        if (chosen == Part.EXAM && text.contains(" denies ")) {
            return Part.STORY;
        }
        return switch (chosen) {
            case COMPLAINT, STORY, SYSTEMS, HISTORY, FAMILY, SOCIAL, RESULTS, EXAM,
                    GOAL, INTERVENTION, RESPONSE, PROGRESS, BEHAVIOR -> chosen;
            case ASSESSMENT, TESTING, TREATMENT, COUNSELING, FOLLOW_UP ->
                TAKES.matcher(text).matches() || Weighty.harms(text) ? Part.HISTORY : chosen;
        };
    }
}
