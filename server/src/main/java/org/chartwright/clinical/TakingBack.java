package org.chartwright.clinical;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words with which somebody begins to take back what was just said: "no, sorry, it's the right one". Stateless. */
public final class TakingBack {

    private static final Pattern OPENING = Pattern.compile(
            "(?:(?:oh|um|uh|well|yes|yeah)\\b ?,? ?)*(?:(?:no|sorry|wait|actually|i mean|i meant|i ?'m sorry|excuse me|correction|scratch that)\\b ?[,.]? ?)+"
                    + "(?:(?:it ?'s|it is|that ?'s|make (?:it|that)|it should be|rather|just|only)\\b ?,? ?)*");

    private TakingBack() {}

    /** Where the words end with which a text, lower case, takes back; 0 where it does not begin with any. */
    public static int end(String text) {
        Matcher opening = OPENING.matcher(text);
        return opening.lookingAt() ? opening.end() : 0;
    }
}
