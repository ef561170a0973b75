package org.chartwright.note.plan;

import java.util.regex.Pattern;

/**
 * Recognises what is no statement: half a thought, words to a machine or to the patient about the visit itself. A broken
 * off order is worse than none: "we will treat him with penicillin or" names the drug that is taken back next. Stateless.
 */
final class HalfSaid {

    private static final Pattern BROKEN_OFF = Pattern.compile(
            ".*\\b(?:a|an|the|and|or|of|to|with|on|in|for|but|from|into|i|he|she|they|is|was|are|were|his|their|my|because|so|if"
                    + "|when|which|who|has|have|some|we|will|would|very|about|between|than|as|let us|it is just|that is just|dr|felt|try|increase|decrease|prescribe|order|quote|what|how|"
                    + "want|need to)[,.]?$");
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?:for|with|about|in|on|of) (?:his|her|the|their|that|this|a)(?: [a-z]+){1,3}"
                    + "|(?:and,? |so )?(?:from|in terms of|regarding|as far as) (?:a|an|the|his|her|their) [a-z ]{1,30}"
                    + "|(?:my |the )?(?:plan|impression|assessment)(?: (?:of|for) (?:him|her|the patient))?(?: at this (?:time|point))?"
                    + "|(?:and |so )?for (?:his|her|their|the) (?:first|second|third|fourth|fifth|next|last|other) (?:problem|issue|concern"
                    + "|diagnosis),?(?: (?:of|is))?(?: (?:his|her|their|the))?(?: [\\w-]+){0,3}"
                    + "|(?:when|while|because|since|although) (?:he|she|the patient|it|they|i) (?:[\\w']+ ){1,4}[\\w']+"
                    + "|(?:i|he|she|the patient) (?:do|does) not know|(?:he|she|the patient) said before");
    private static final Pattern NO_MATTER = Pattern.compile(
            "(?:please |just )?(?:show|shows|pull up|give) (?:me|us)\\b.*|i am sorry\\b.*|.*\\bexam template\\b.*|(?:in|under) the (?:result|exam|assessment) section, note\\b.*|.*\\bdenies any (?:other |further )?questions\\b.*"
                    + "|(?:i|we) (?:will |just |want to |would like to |am going to )*(?:do|perform) (?:a |the |my )?(?:quick |brief )?(?:physical )?exam(?:ination)?\\b.{0,20}"
                    + "|we will (?:just )?(?:take a look|look|took) at (?:some of )?(?:the|his|her|their) .*");

    private HalfSaid() {}

    /** Whether a sentence in the third person, lower case without final mark, states nothing. */
    static boolean is(String text) {
        return BROKEN_OFF.matcher(text).matches() || LEAD_IN.matcher(text).matches() || NO_MATTER.matcher(text).matches();
    }
}
