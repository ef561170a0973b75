package org.chartwright.clinical;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words with which somebody takes back what was just said: "no, sorry, it's the right one". Stateless. */
public final class TakingBack {

    private static final Pattern OPENING = Pattern.compile(
            "(?:(?:oh|um|uh|well|yes|yeah)\\b ?,? ?)*(?:(?:no|sorry|wait|actually|i mean|i meant|i ?'m sorry|excuse me|correction|scratch that)\\b ?[,.]? ?)+"
                    + "(?:(?:it ?'s|it (?:is|was)|that ?'s|make (?:it|that)|it should be|rather|just|only)\\b ?,? ?)*");

    /** "And, sorry, metformin" adds to the one before, and takes nothing back. */
    private static final Pattern SLIP = Pattern.compile("(?!.*\\b(?:and|or|plus|with)\\b).*?(?:^ ?|, )(?:(?:um|uh|oh|no)\\b ?,? ?)*"
            + "(?:no ?,? ?(?:wait|sorry)|sorry|wait|i mean(?:t)?|scratch that|strike that|correction|make that|excuse me)\\b"
            + "(?: ?,| no\\b| it ?(?:'s|is|was)\\b| rather\\b| the\\b| my\\b| on\\b| taking\\b| i take\\b)* ?");

    /** A no may answer; these take back. */
    private static final Pattern CUE = Pattern.compile("\\b(?:sorry|wait|i mean|i meant|correction|scratch that|excuse me)\\b");

    private TakingBack() {}

    /** Whether the words between two names of one kind, lower case, say that the first was a slip: ", no wait, ". */
    public static boolean isSlip(String between) {
        return SLIP.matcher(between).matches();
    }

    /** Where the words end with which a text, lower case, takes back; 0 where it does not begin with any. */
    public static int end(String text) {
        Matcher opening = OPENING.matcher(text);
        return opening.lookingAt() ? opening.end() : 0;
    }

    /** The same where the words do more than say no, which may answer a question: "no, sorry", "wait". */
    public static int cuedEnd(String text) {
        int end = end(text);
        return CUE.matcher(text.substring(0, end)).find() ? end : 0;
    }
}
