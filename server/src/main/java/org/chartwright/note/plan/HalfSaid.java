package org.chartwright.note.plan;

import java.util.regex.Pattern;
import org.chartwright.models.Recall;
import org.chartwright.note.prose.Predicate;

/**
 * Recognises what is no statement: half a thought, words to a machine or to the patient about the visit itself. A broken
 * off order is worse than none: "we will treat him with penicillin or" names the drug that is taken back next. Stateless.
 */
final class HalfSaid {

    private static final Pattern BROKEN_OFF = Pattern.compile(
            ".*\\b(?:a|an|the|and|or|of|to|with|on|in|for|but|from|into|i|he|she|they|is|was|are|were|his|their|my|because|so|if"
                    + "|when|which|who|has|have|some|we|will|would|very|about|between|than|as|let us|it is just|that is just|dr|felt|try|increase|decrease|prescribe|order|quote|what|how|"
                    + "want|need to|but,? it|but,? just|do,? how often|on the appropriate|be able to)[,.]*$|(?:he|she|the patient|it|they) (?:is|was|are|were) doing[,.]*$|.*\\b(?:been|is|was) having[,.]*$|do is\\b.*|(?:he|she|the patient|they) (?:(?:has|have|had|did|does|will) )?never[,.]*"
                    + "|(?:he|she|the patient|they) (?:(?:is|was|does|did|has|had|will|would|could|should) not|(?:should|would|could|will|can|must) be)[,.]*");
    /** "Come back in" is whole. */
    private static final Pattern COME_IN = Pattern.compile(".*\\b(?:come|comes|bring (?:him|her|them)|call) (?:right )?(?:back )?in[,.]*");
    /** As is "for any pain that she is having". */
    private static final Pattern HAD = Pattern.compile(".*\\b(?:pain|symptoms?|trouble|problems?|that|which) (?:he|she|they|the patient) (?:is|are|was|were|has been|have been) having[,.]*");
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?:for|with|about|in|on|of) (?:his|her|the|their|that|this|a)(?: [a-z]+){1,3}"
                    + "|(?:and,? |so )?(?:from|in terms of|regarding|as far as) (?:a|an|the|his|her|their) [a-z ]{1,30}"
                    + "|(?:my |the )?(?:plan|impression|assessment)(?: (?:of|for) (?:him|her|the patient))?(?: at this (?:time|point))?"
                    + "|(?:and |so )?for (?:his|her|their|the) (?:first|second|third|fourth|fifth|next|last|other) (?:problem|issue|concern"
                    + "|diagnosis),?(?: (?:of|is))?(?: (?:his|her|their|the))?(?: [\\w-]+){0,3}"
                    + "|(?:when|while|because|since|although) (?:he|she|the patient|it|they|i) (?:[\\w']+ ){1,4}[\\w']+"
                    + "|(?:i|he|she|the patient) (?:do|does) not know|i (?:do |also )?think(?: that)?|(?:he|she|the patient) said before");
    private static final Pattern NO_MATTER = Pattern.compile(
            ".*\\bmrn\\w*.*|(?:he|she|the patient) is (?:mr|mrs|ms|miss|dr)\\b.*|my name is\\b.*|.*\\bdenies any (?:problems?|trouble|issues?|difficulty) finding\\b.*|.*\\bblunt\\b.*|will do|"
                    + "paragraph\\b.*|(?:please )?add the following\\b.*|.*\\bthe template\\b.*|.*\\bhave a (?:seat|great day|good day|nice day|good one|good rest)\\b.*|.*\\bdeep breaths?\\b.*|.*\\bfew breaths\\b.*|"
                    + ".*\\bdax\\b.*|(?:listening|looking|feeling) (?:to|at) (?:the |his |her |their )?\\w+|.*\\b(?:thinks?|thinking) of (?:the|his|her|their) [a-z]+ as\\b.*"
                    + "|(?:i|we) will (?:just )?(?:check out|examine) (?:him|her|them|the patient)|.*\\bnurse will come\\b.*|(?:the )?last time (?:i|we) (?:saw|spoke|talked|met|had seen)\\b.{0,12}"
                    + "|.*\\bplan for (?:him|her|them|the patient)\\b(?!.*\\bis\\b).*|(?:i think )?from (?:a|an|the) [a-z ]+ standpoint(?:, it is)?,?(?: (?:his|her|their) (?:first|second|third) problem)?"
                    + "|(?:please |just )?(?:show|shows|pull up|give) (?:me|us)\\b.*|i(?: i)? am(?: (?:just|always))*(?: (?:thinking|looking for|asking|trying|gonna ask)\\b.*)?|.*\\bforgot to\\b.*|(?:he|she|they|the patient) would (?:need|have) to (?!.*\\bif\\b).*|.*\\bdo something for (?:me|us)\\b.*|.*\\b(?:his|her|their) boss\\b.*|i am sorry\\b.*|.*\\bexam template\\b.*|(?:in|under) the (?:result|exam|assessment) section, note\\b.*|.*\\bquestions? for (?:me|us)\\b.*"
                    + "|(?:that |this |here,? )*(?:is|are) (?:the|his|her|their) (?:right |left )?[\\w-]{2,12}(?: [\\w-]{2,12})?|.*\\bmy assessment\\b.*|.*\\b(?:medical record number|mrn|date of birth)\\b.*|(?:this|next patient|(?:the )?patient) is [a-z]+ [a-z]+[,.]*"
                    + "|.*\\bnurse will be (?:right )?(?:in|back)\\b.*|.*\\b(?:front desk|paperwork|gown)\\b.*|(?:he|she|the patient) can sit (?:up|down)|.*\\bgo from there|take advantage of .*|i know this\\b.*|it (?:is|was) (?:about |around )?[\\d./]+%?|.*\\b(?:denies|reports) (?:any )?(?:other |further )?questions\\b.*"
                    + "|(?:i|we) (?:will |just |want to |would like to |am going to )*(?:do|perform|start) (?:a |the |my |that |this |our )?(?:quick |brief )?(?:physical )?exam(?:ination)?\\b.{0,20}"
                    + "|we will (?:just )?(?:take a look|look|took) at (?:some of )?(?:the|his|her|their) .*");

    /** A recogniser lost the noun: "an he would say", "injure the me". */
    private static final Pattern STUMBLED = Pattern.compile(
            ".*\\b(?:a|an|the) (?:(?:i|he|she|we|they|you) (?:will|would|can|could|should|am|is|are|was|were|have|has|had|do|does|did)\\b.*|(?:me|him|us|them)[,.]*$)");

    /** What the clinician says of the clinician is no finding, unless it tells what was found. */
    private static final Pattern OWN_DOING = Pattern.compile(
            "(?:so |and |here )*(?:i|we|they) (?!(?:do not |do |did |did not |can |also |just |really |still |have |had )*(?:see|saw|seen|hear|heard|feel|felt|appreciate"
                    + "|appreciated|notice|noticed|find|found|note|noted|detect|reviewed|obtained|measured)\\b).*");
    private static final Pattern TO_THE_PATIENT = Pattern.compile(
            "(?:and |so |just |please )*(?:look|lift|take|let|show|go|do|come|sit|lie|lay|bend|push|pull|squeeze|relax|make|keep|straighten|open|hold|lean|raise|turn"
                    + "|breathe|tell|follow|press|try|point|hop|stand|walk)\\b.*|(?:very|really|pretty) \\w+|.*\\b(?:not )?going to\\b.*|.*\\bin (?:a |just a )?(?:moment|second|minute)\\b.*");
    private static final Pattern DOSED = Pattern.compile(
            ".*\\d.*\\b(?:mg|mcg|ml|units?|daily|weekly|hours|days|weeks|months|times|as needed|tablets?)\\b.*|.*\\b(?:daily|weekly|as needed|twice|once)\\b.*");

    private HalfSaid() {}

    /** Whether a sentence in the third person, lower case without final mark, states nothing that belongs into its part. */
    static boolean is(Candidate.Kind kind, String text, Part part) {
        return Recall.of("half said", new Said(kind, text, part), said -> found(said.kind, said.text, said.part));
    }

    private record Said(Candidate.Kind kind, String text, Part part) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Said[" + kind + ", " + part + "]";
        }
    }

    private static boolean found(Candidate.Kind kind, String text, Part part) {
        if (text.chars().filter(one -> one == '"').count() % 2 == 1) {
            return true;
        }
        boolean broken = BROKEN_OFF.matcher(text).matches() && !COME_IN.matcher(text).matches() && !HAD.matcher(text).matches();
        if (broken || LEAD_IN.matcher(text).matches() || NO_MATTER.matcher(text).matches()
                || STUMBLED.matcher(text).matches()) {
            return true;
        }
        if (kind == Candidate.Kind.ANSWER) {
            return false;
        }
        boolean clinician = kind == Candidate.Kind.CLINICIAN;
        return switch (part) {
            case COMPLAINT, STORY -> !Predicate.stands(text) || (clinician && text.matches("(?:and |so |but )*(?:i|we) .*"));
            case SYSTEMS, HISTORY, FAMILY, SOCIAL -> !Predicate.stands(text) && (clinician || !Predicate.names(text));
            case EXAM, RESULTS -> (!Predicate.stands(text) && !Predicate.names(text)) || OWN_DOING.matcher(text).matches()
                    || TO_THE_PATIENT.matcher(text).matches();
            case ASSESSMENT -> !Predicate.stands(text);
            case TESTING, TREATMENT, COUNSELING, FOLLOW_UP ->
                !Predicate.stands(text) && !Predicate.bids(text) && !Placement.isStep(text) && !(Predicate.names(text) && DOSED.matcher(text).matches());
            case GOAL, INTERVENTION, RESPONSE, PROGRESS, BEHAVIOR -> false;
        };
    }
}
