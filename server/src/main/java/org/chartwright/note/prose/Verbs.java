package org.chartwright.note.prose;

import java.util.Set;

/** What little of English verbs is needed to move a sentence from the first or second person to the third. Stateless. */
final class Verbs {

    private static final Set<String> MODALS = Set.of(
            "will", "would", "can", "could", "may", "might", "should", "shall", "must", "cannot", "had", "was", "were",
            "did", "been", "being", "is", "has", "does");
    private static final Set<String> PAST = Set.of(
            "went", "got", "took", "came", "saw", "felt", "fell", "found", "gave", "gone", "made", "said", "told",
            "thought", "woke", "ate", "drank", "slept", "lost", "left", "kept", "ran", "began", "knew", "brought",
            "bought", "broke", "caught", "drove", "heard", "held", "led", "met", "meant", "paid", "sat", "sent",
            "spent", "stood", "stuck", "threw", "wore", "wrote", "became", "grew", "dealt", "slid", "swam", "tore",
            "slung", "bent", "bit", "blew", "chose", "cut", "hit", "hurt", "put", "quit", "spoke", "stepped", "tried");
    private static final Set<String> ALSO_NOUNS = Set.of("cut", "hit", "hurt", "put", "left", "bit", "found", "thought", "broke", "stuck", "set", "led");
    private static final Set<String> ENDS_LIKE_PAST =
            Set.of("need", "feed", "bleed", "speed", "proceed", "exceed", "succeed", "breed", "heed", "embed");
    private static final Set<String> ADVERBS = Set.of(
            "really", "just", "also", "still", "always", "never", "usually", "sometimes", "currently", "already",
            "probably", "actually", "definitely", "only", "typically", "generally", "recently", "normally", "often",
            "not", "then", "now", "finally", "obviously", "basically", "certainly", "mostly", "mainly", "both", "even",
            "ever", "first", "initially", "occasionally", "simply", "maybe", "honestly");
    private static final Set<String> NOT_VERBS = Set.of(
            "and", "or", "but", "the", "a", "an", "in", "on", "at", "for", "with", "to", "from", "by", "about", "who",
            "that", "this", "my", "your", "her", "his", "because", "so", "if", "when", "i", "you", "she", "he", "it",
            "we", "they", "okay", "today", "again", "there", "here", "some", "any", "no", "yes", "as", "than", "up",
            "down", "off", "out", "back", "through", "over", "around", "very", "ought", "hmm", "hmmm", "well", "yeah");

    private Verbs() {}

    static boolean isAdverb(String word) {
        return ADVERBS.contains(word) || (word.endsWith("ly") && word.length() > 4 && !word.equals("apply"));
    }

    /** Whether a word is the past tense of an irregular verb and nothing else. */
    static boolean isPast(String word) {
        return PAST.contains(word) && !ALSO_NOUNS.contains(word);
    }

    /** Whether a word after "I" or "they" can be a verb. */
    static boolean isPlain(String word) {
        return !NOT_VERBS.contains(word) && !word.endsWith("ing") && word.length() > 1 && Character.isLetter(word.charAt(0));
    }

    /** Whether a word after its subject can be a verb. */
    static boolean isThird(String word) {
        return !NOT_VERBS.contains(word) && (word.endsWith("s") || word.endsWith("ed") || PAST.contains(word));
    }

    /** The form of a verb that goes with "she"; past tenses, modal verbs and words that are no verbs stay. */
    static String third(String verb) {
        return switch (verb) {
            case "am", "are", "'re" -> "is";
            case "have" -> "has";
            case "do" -> "does";
            case "go" -> "goes";
            case "were" -> "was";
            default -> regular(verb);
        };
    }

    private static String regular(String verb) {
        if (MODALS.contains(verb)
                || PAST.contains(verb)
                || NOT_VERBS.contains(verb)
                || (verb.endsWith("ing") && verb.length() > 5)
                || (verb.endsWith("ed") && !ENDS_LIKE_PAST.contains(verb))
                || verb.isEmpty()
                || !Character.isLetter(verb.charAt(0))) {
            return verb;
        }
        if (verb.endsWith("ss") || verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("x")
                || verb.endsWith("zz")) {
            return verb + "es";
        }
        if (verb.endsWith("s")) {
            return verb;
        }
        if (verb.endsWith("y") && verb.length() > 1 && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb + "s";
    }
}
