package org.chartwright.clinical;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a no leaves out. "No, just penicillin", "none except sulfa" and "nothing but latex" deny everything that was asked
 * for but one thing, and that one thing is so; "no, wait, penicillin" takes its no back. A sentence with a verb of its own
 * ("no, I just get tired") leaves nothing out.
 */
public final class Sparing {

    private static final String NONE = "(?:no|nope|nah|none|nothing|not (?:really|to anything)|not that i know of)";
    private static final Pattern SPARED = Pattern.compile(
            "^(?:(?:um|uh|oh|well|so|okay|hmm|mm|(?:he|she|they) (?:says?|said))\\s*,? )*"
                    + NONE + "(?:\\s*[,.;]? " + NONE + ")*(?: (?:else|others?|allergies|medicines|medications|drugs))?\\s*[,.;]? "
                    + "(?:just|only|mainly|except(?: for)?|other than|apart from|aside from|besides|but(?: for)?) "
                    + "(?!(?:i|he|she|it|we|they|you|that|when|if|in|on|at|with|after|before|because|like|sometimes|once|now)\\b)");

    /** "No, wait, penicillin": a short list after a no that is taken back. */
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "^(?:no|nope|nah|none)\\b ?[,.]? (?:(?:no|oh|um|uh|well|i ?'m)\\b ?,? )*(?:sorry|wait|actually|i mean)\\b ?[,.]? "
                    + "(?:(?:yes|yeah|sorry|wait|actually|just|only|there ?'s|it ?(?:'s|is|was))\\b ?,? )*"
                    + "(?!(?:i|he|she|it|we|they|you|that|this|what|when|who|how|if|no|not|none|nothing|never|nope|can|could|would|did|do|doctor|dr|my|the|say|go|let)\\b)"
                    + "(?=[a-z-]+(?: ?,? (?:and |or )?[a-z-]+){0,3} ?[.!]?$)");

    private Sparing() {}

    /** Where in an answer, in lower case, the words begin of what its no leaves out; empty where it leaves out nothing. */
    public static OptionalInt begin(String answer) {
        Matcher spared = SPARED.matcher(answer);
        Matcher takenBack = TAKEN_BACK.matcher(answer);
        return spared.find() ? OptionalInt.of(spared.end()) : takenBack.find() ? OptionalInt.of(takenBack.end()) : OptionalInt.empty();
    }

    /** The same of tokens joined by single spaces, and told as how many stand before. */
    public static OptionalInt tokensBefore(String tokens) {
        OptionalInt begin = begin(tokens);
        return begin.isEmpty()
                ? begin
                : OptionalInt.of((int) tokens.substring(0, begin.getAsInt()).chars().filter(c -> c == ' ').count());
    }
}
