package org.chartwright.clinical;

import java.util.regex.Pattern;

/** How a turn answers a question that wants a yes or a no. */
enum Answer {
    /** Yes. */
    YES,
    /** No. */
    NO,
    /** Perhaps. */
    MAYBE,
    /** Not any more. */
    NO_LONGER,
    /** It says something else. */
    OTHER;

    /** An interpreter's "she says" comes before what the patient answered. */
    private static final String FILLER =
            "^(?:(?:(?:he|she|they) (?:says?|said)|um|uh|well|oh|okay|ok|so|like|hmm|hm|mm|you know|,|\\.|gosh|my gosh|my god|oh my|oh my god|goodness|my goodness|god|let's see|i mean|doctor|but|and|-|ah|er) )*";
    private static final Pattern NO_FIRST = Pattern.compile(FILLER
            + "(?:no\\b|nope|nah|not\\b(?! sure)|never|none|negative|nothing|neither|i (?:do|did|have|am|was|would|could|ca) n't|"
            + "i 'm not|i 've (?:not|never)|i (?:have|am|do|did) not|i deny|he (?:does|has|is|did) n't|she (?:does|has|is|did) n't|"
            + "it (?:does|has|is|did) n't|there (?:is|are|was) n't|has n't|doesn't|fortunately not|thankfully no|"
            + "(?:yeah|yes) ,? ?(?:no\\b|not\\b)|hardly|absolutely not|definitely not|we (?:do|did|have) n't|denies|i never)");
    private static final Pattern YES_FIRST = Pattern.compile(FILLER
            + "(?:yes|yeah|yep|yup|yea|ya\\b|sure|definitely|absolutely|correct|right|exactly|uh huh|mm hmm|mhm|uhuh|of course|"
            + "i (?:do|have|am|did|was|think so|get|feel|take|still|had|notice|noticed|sure)\\b|i 've|i 'm|a little|a bit|some\\b|sometimes|occasionally|"
            + "it (?:does|is|has|did|hurts)|it 's|he (?:does|has|is|did)|she (?:does|has|is|did)|always|usually|just|only|"
            + "mostly|pretty|every|often|there (?:is|are|was)|we (?:do|did|have)|that 's right|true|both|quite|all the time|"
            + "unfortunately|once in a while|on occasion|kind of|kinda|lots|plenty|indeed|affirmative|they do)");
    private static final Pattern MAYBE_FIRST = Pattern.compile(FILLER
            + "(?:maybe|possibly|perhaps|probably|i guess|i 'm not (?:really )?sure|not sure|i do n't know|i don't think so|could be|might)");
    private static final Pattern QUIT = Pattern.compile("\\b(?:i quit|i stopped|used to|not anymore|not any more|no longer|in the past|ago|gave it up)\\b");

    /** "No, I, yeah, I do": nobody knows what was meant. */
    private static final Pattern BOTH = Pattern.compile(
            FILLER + "(?:no|nope|nah)(?: ,? ?(?:i|well|um|uh|,|\\.))* (?:yeah|yes|yep)\\b(?! ?,? (?:no|not|i do n't|that 's (?:right|it|all))\\b)");

    /** Reads the first words of a turn. */
    static Answer of(String words) {
        if (BOTH.matcher(words).find()) {
            return MAYBE;
        }
        if (Pattern.compile(FILLER + "(?:i do n't think so|no i do n't think)").matcher(words).find()) {
            return NO;
        }
        if (MAYBE_FIRST.matcher(words).find()) {
            return MAYBE;
        }
        if (NO_FIRST.matcher(words).find()) {
            return QUIT.matcher(words).find() && words.contains("quit") ? NO_LONGER : NO;
        }
        if (QUIT.matcher(words).find() && words.matches(".*\\b(quit|stopped|used to|anymore)\\b.*")) {
            return NO_LONGER;
        }
        return YES_FIRST.matcher(words).find() ? YES : OTHER;
    }
}
