package org.chartwright.note.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a sentence from a scrap: whether words in the third person, lower case, hold a verb that states something, outside
 * of what only depends on it ("if the pain comes back" states nothing). Word lists, no grammar: what is in doubt is taken
 * for a scrap. Stateless.
 */
public final class Predicate {

    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9'/%.-]+");
    private static final Pattern AROUND = Pattern.compile("^[.'-]+|[.'-]+$");
    private static final Set<String> FINITE = Set.of((
            "is are was were am has have had does do did will would can could should may might must cannot denies denied "
            + "reports reported shows showed demonstrates demonstrated reveals revealed feels looks looked seems seemed "
            + "appears appeared takes uses used gets goes hurts comes needs helps works lives drinks smokes states notes says "
            + "thinks wants likes means remains includes started presents requires suggests measures runs causes caused "
            + "makes gives suffers struggles continues improved resolved worsened happened bothers").split(" "));
    /** These state nothing at the end of a sentence: "the scan shows". */
    private static final Set<String> TRANSITIVE = Set.of("makes", "gives", "means", "shows", "showed", "includes", "requires", "suggests", "causes", "reveals");
    private static final Set<String> SUBJECTS = Set.of(
            "he", "she", "it", "they", "we", "i", "patient", "this", "that", "there", "everything", "nothing", "who", "one");
    private static final Set<String> DEPENDENT = Set.of(
            "if", "when", "because", "while", "since", "although", "unless", "until", "that", "which", "who", "whose",
            "where", "whether", "than", "what", "how", "once", "whatever", "wherever", "as", "before", "after", "though");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "for", "in", "on", "at", "with", "from", "about", "to", "into", "over", "under", "by", "during", "like",
            "through", "between", "against", "around", "and", "or", "but", "just", "than", "per", "versus");
    private static final Set<String> BEFORE_PARTICIPLE = Set.of(
            "a", "an", "the", "of", "with", "no", "some", "and", "or", "in", "on", "by", "for", "any", "slightly", "very",
            "mildly", "being", "not", "newly", "his", "her", "their", "my", "your", "this", "that");
    private static final Set<String> BIDS = Set.of((
            "continue stop take start use avoid call return follow keep order prescribe refer repeat schedule increase decrease "
            + "add check obtain monitor ensure try apply rest come see plan recommend consider proceed discharge weigh drink "
            + "eat elevate ice put let watch get give make limit wear massage discuss encourage advise hold resume refill "
            + "stay finish complete switch lower wean taper discontinue initiate place perform advance send work cut practice write "
            + "remember go recheck restart bring read track record walk exercise stretch sleep lift seek report wait").split(" "));
    /** After a noun in the plural these state something; elsewhere they may be nouns or go with "to". */
    private static final Set<String> OF_MANY = Set.of((
            "make itch hurt feel help get take need want work live use look seem show come go think know keep swell burn tingle "
            + "bother cause run start stop give remain appear suggest ache lock").split(" "));
    private static final Pattern LEAD = Pattern.compile("^(?:(?:and|but|so|then|also|or|now|again|please|just|not|do not|ever) )+");
    private static final int NEAR = 3;

    private Predicate() {}

    /** Whether the words state something on their own. */
    public static boolean stands(String text) {
        String bare = LEAD.matcher(text.strip()).replaceFirst("");
        List<String> words = words(bare);
        if (words.isEmpty()) {
            return false;
        }
        if (DEPENDENT.contains(words.getFirst()) && !isSubject(words)) {
            int comma = bare.indexOf(',');
            String rest = comma < 0 ? "" : bare.substring(comma + 1).strip();
            return !rest.isEmpty() ? stands(rest) || bids(rest) : turnsToMain(words);
        }
        for (int i = 0; i < words.size() && (i == 0 || !isDependent(words, i)); i++) {
            if (isFinite(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words tell somebody to do something. */
    public static boolean bids(String text) {
        for (String part : text.strip().split(", ", 2)) {
            List<String> words = words(LEAD.matcher(part).replaceFirst(""));
            if (words.size() > 1 && BIDS.contains(words.getFirst())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words, which state nothing, at least name something: no "of the stones", no "when I press". */
    public static boolean names(String text) {
        List<String> words = words(text);
        return !words.isEmpty()
                && !PREPOSITIONS.contains(words.getFirst())
                && !DEPENDENT.contains(words.getFirst())
                && !PREPOSITIONS.contains(words.getLast());
    }

    /** "that is sore" and "what helps is rest" begin with their subject. */
    private static boolean isSubject(List<String> words) {
        return words.size() > 1 && Set.of("that", "what", "who", "which").contains(words.getFirst())
                && FINITE.contains(words.get(1)) && !words.getFirst().matches("which|who|what");
    }

    private static boolean isDependent(List<String> words, int at) {
        // "That" and "as" go with what is before them only after a noun; after a verb the verb was found already.
        return DEPENDENT.contains(words.get(at)) && !(words.get(at).equals("that") && at + 1 < words.size() && isFinite(words, at + 1) && at == 0);
    }

    /** Without a comma: "if it gets worse we will talk". */
    private static boolean turnsToMain(List<String> words) {
        for (int i = NEAR - 1; i + 1 < words.size(); i++) {
            // "Before surgery we will": so early only whoever speaks is the subject of what follows.
            if (i < NEAR && !words.get(i).matches("i|we")) {
                continue;
            }
            if (SUBJECTS.contains(words.get(i)) && FINITE.contains(words.get(i + 1)) && !DEPENDENT.contains(words.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFinite(List<String> words, int at) {
        String word = words.get(at);
        if (FINITE.contains(word)) {
            boolean open = TRANSITIVE.contains(word) && at + 1 == words.size();
            return !open && (at > 0 || words.size() > 2);
        }
        if (at == 0) {
            return false;
        }
        String before = words.get(at - 1);
        boolean adverb = Verbs.isAdverb(before) && at > 1;
        String subject = adverb ? words.get(at - 2) : before;
        if (SUBJECTS.contains(subject) && !Verbs.isAdverb(word)) {
            return Verbs.isThird(word) || (subject.matches("i|we|they") && Verbs.isPlain(word));
        }
        if (Verbs.isPast(word) || (OF_MANY.contains(word) && before.length() > NEAR && before.endsWith("s") && !FINITE.contains(before))) {
            return true;
        }
        return word.endsWith("ed") && word.length() > 4 && !BEFORE_PARTICIPLE.contains(before) && !Verbs.isAdverb(before);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(text, -1)) {
            String bare = AROUND.matcher(word).replaceAll("");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }
}
