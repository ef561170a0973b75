package org.chartwright.clinical;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.models.Recall;

/**
 * Whether a sentence asks.
 *
 * @param kind how
 * @param start the token from which on it asks
 */
record Question(Kind kind, int start) {

    /** How a sentence asks. */
    enum Kind {
        /** It does not. */
        NONE,
        /** It wants a yes or a no. */
        YES_NO,
        /** It wants something told, and takes what it names for given ("where is the pain?"). */
        OPEN
    }

    private static final String FILLER = "(?:(?:okay|ok|so|and|um|uh|well|alright|all right|now|then|but|good|great|"
            + "yeah|yes|i see|right|also|or|any|hm|mm|,|\\.) )*";
    /** "Tell me, have you had any chest pain?" takes nothing for given. */
    private static final String TELL_WHETHER = "(?! ?,? (?:if|whether|(?:have|had|do|did|are|were) you)\\b)";
    private static final Pattern OPEN = Pattern.compile("^" + FILLER
            + "(?:how (?!about)|what (?!about)|what's|when (?:did|was|do|does|is|were|have|you)|where|why|which|who|(?:can you |could you )?tell me"
            + TELL_WHETHER + "|describe|can you describe|how's)");
    private static final Pattern YES_NO = Pattern.compile("(?:^| )(?:"
            + "(?:do|did|have|are|were|can|could|would|will|had|don't|do n't|have n't) (?:you|they|we|any|i|your|the|there)\\b"
            + "|(?:has|does|is|was|did|can|do) (?:he|she|it|your|the|that|this|there|anyone|anybody|he|patient|they)\\b"
            + "|are there|is there|was there|were there|have there|any (?:other |history |of |new |recent |family |more |"
            + "associated |type |kind |sort )*\\w+|how about|what about|anyone in|anybody in|ever had|ever have)");
    private static final Pattern ANY = Pattern.compile("(?:^| )(?:do|did|have|are|any|is|has|does|were|was|how about|what about|ever|no|you|and|not)\\b");

    /** A question whatever mark the recogniser gave it. */
    private static final Pattern PUT = Pattern.compile("(?:^|(?:^| )(?:now|so|and|well|okay|ok|alright|right|then|or) )"
            + "(?:do|did|are|have) you (?:have|feel|notice|noticed|ever|had|been|take|taking|having|get|smoke|drink|experienced?)\\b");

    /** "I'll order a test, okay?" asks for nothing that a note could use. */
    private static final Pattern TAGGED = Pattern.compile("(?:, )?(?:okay|ok|all right|alright) \\?$");

    /** Reads how a sentence asks. */
    static Question of(SentenceText text) {
        return Recall.of("question", text.words(0, text.tokens.size()).toLowerCase(Locale.ROOT), Question::of);
    }

    private static Question of(String words) {
        boolean tagged = TAGGED.matcher(words).find();
        boolean marked = !tagged && (words.endsWith("?") || words.endsWith("? \""));
        if (OPEN.matcher(words).find() && (marked || words.length() < 140)) {
            return new Question(Kind.OPEN, 0);
        }
        Matcher asks = YES_NO.matcher(words);
        boolean found = asks.find();
        String lead = found ? words.substring(0, asks.start()).replaceAll("^" + FILLER + "$", "").strip() : "";
        boolean leads = found && (lead.isEmpty() || marked || !asks.group().contains("any"));
        boolean put = found && PUT.matcher(words).find();
        if (found && (marked || (leads && !tagged && (put || !statement(words))))) {
            return new Question(Kind.YES_NO, count(words, asks.start()));
        }
        if (marked) {
            Matcher any = ANY.matcher(words);
            return new Question(Kind.YES_NO, any.find() ? count(words, any.start()) : 0);
        }
        return new Question(Kind.NONE, 0);
    }

    /** Without a question mark, a sentence that ends in a full stop is none. */
    private static boolean statement(String words) {
        return words.endsWith(".") || words.endsWith("!");
    }

    private static int count(String words, int chars) {
        return (int) words.substring(0, chars).chars().filter(c -> c == ' ').count();
    }
}
