package org.chartwright.clinical;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sides of the body that are put right: in the same breath &ndash; "my left shoulder, sorry, the right shoulder"
 * &ndash; and by a sentence of its own &ndash; "No, sorry, the right one." A sentence that tells how a side is, "no, my
 * right knee is fine", puts nothing right. Texts are lower case with straight apostrophes. Stateless.
 */
public final class SideSlips {

    /** A part of the body that has two sides; one group. */
    public static final String BODY = "(knee|shoulder|elbow|wrist|ankle|hip|foot|hand|finger|thumb|toe|leg|arm|calf|eye|ear|breast"
            + "|kidney|side|lung|heel|flank|hamstring|forearm|thigh|shin|groin)s?\\b";

    private static final String WHOSE = "(?:the|my|your|his|her|their)";
    private static final String IS = "(?:it|that) ?(?:'s|is|was)";
    /** "The left knee, I mean the right one is fine" compares two. */
    private static final String TOLD = "(?! ?(?:'s|is|are|was|feels?|looks?|seems?|does|has|hurts?|doesn't)\\b)";
    private static final Pattern SAME_BREATH = Pattern.compile(
            "\\b(left|right)( \\w+)?,? (?:no,? wait|no,? sorry|sorry|i mean|i meant|wait,? no|wait|no,? i mean),? "
                    + "(?:(?:in|on|" + WHOSE + "|" + IS + ") )*(left|right)(?: one| side|\\2)?\\b" + TOLD + ",?");
    /** A no alone takes back only with "one" or "side": "left knee pain, no right knee pain". */
    private static final Pattern NO_OTHER = Pattern.compile(
            "\\b(left|right)( \\w+), no, (?:(?:" + WHOSE + "|it's) )+(left|right) (?:one|side)\\b" + TOLD + ",?");

    private static final String SPEAKS = "(?:(?:oh|um|uh|well|okay|ok|yes|yeah|ah|and)\\b ?,? ?)*";
    private static final String TAKES_BACK = "(?:(?:no|sorry|wait|actually|i mean|i meant|i ?'m sorry|oops|excuse me|correction)\\b ?[,.]? ?)+";
    private static final String NOT_THE_OTHER = "(?:(?:" + IS + " )?not " + WHOSE + " (?:left|right)(?: \\w+)? ?,? (?:but )?)";
    private static final Pattern OF_ITS_OWN = Pattern.compile("^" + SPEAKS
            + "(?:" + TAKES_BACK + NOT_THE_OTHER + "?|" + NOT_THE_OTHER + ")"
            + "(?:" + IS + " |(?:it )?should be |make (?:that|it) |just |only )*(?:(?:in|on) )?"
            + "(?:" + WHOSE + " (?<its>left|right)(?: one| " + BODY + ")?|(?<bare>left|right) (?:one|" + BODY + ")|(?<left>left))(?= ?[.,!;]| ?$)");

    /** A side that is one: not "right now", and not the tag of "the left, right?" */
    private static final Pattern SIDE = Pattern.compile("\\b(?:left|right)(?= (?:\\w+ )?" + BODY + "| one\\b)"
            + "|(?<=\\b(?:the|my|your|his|her|their) )(?:left|right)\\b(?! (?:now|away|here|there|before|after)\\b)");

    private static final Pattern BARE = Pattern.compile("^" + SPEAKS + "(?:no\\b ?,? )?(?:" + IS + " )?(?:(?:in|on) )?(?:" + WHOSE + " )?"
            + "(?:(?<side>left|right) (?:one|side|(?<part>" + BODY.replaceFirst("^\\(", "(?:") + "))|left) ?[.!]?$");

    private SideSlips() {}

    /** A text without the sides that are taken back in it. */
    public static String standing(String text) {
        if (!text.contains("left") && !text.contains("right")) {
            return text;
        }
        return NO_OTHER.matcher(SAME_BREATH.matcher(text).replaceAll("$3$2 ")).replaceAll("$3$2 ").replaceAll(" {2,}", " ").strip();
    }

    /** The side, {@code left} or {@code right}, that a sentence puts in the place of the one said before it. */
    public static Optional<String> putRight(String sentence) {
        return opening(sentence).map(opening -> {
            String its = opening.group("its");
            String bare = opening.group("bare");
            return its != null ? its : bare != null ? bare : "left";
        });
    }

    /**
     * The side that a patient's answer names where the sentence before it, another's, names only the other side: "down your
     * right leg, you said" &ndash; "Left leg."
     */
    public static Optional<String> answered(String answer, String before) {
        Matcher bare = BARE.matcher(answer);
        if (!bare.matches()) {
            return Optional.empty();
        }
        String side = bare.group("side") == null ? "left" : bare.group("side");
        boolean otherOnly = SIDE.matcher(before).find()
                && SIDE.matcher(before).results().noneMatch(named -> named.group().equals(side));
        String part = bare.group("part");
        return otherOnly && (part == null || before.contains(part)) ? Optional.of(side) : Optional.empty();
    }

    /** What a sentence goes on to say once it has put a side right: "I always mix them up". */
    public static String afterwards(String sentence) {
        return opening(sentence).map(opening -> sentence.substring(opening.end()).replaceFirst("^[ .,;!]+", "")).orElse(sentence);
    }

    /** A text with another side in the place of the last one that it names; empty where it names none. */
    public static Optional<String> with(String side, String text) {
        return SIDE.matcher(text).results()
                .reduce((first, second) -> second)
                .map(last -> text.substring(0, last.start()) + side + text.substring(last.end()));
    }

    private static Optional<Matcher> opening(String sentence) {
        if (!sentence.contains("left") && !sentence.contains("right")) {
            return Optional.empty();
        }
        Matcher opening = OF_ITS_OWN.matcher(sentence);
        return opening.find() ? Optional.of(opening) : Optional.empty();
    }
}
