package org.chartwright.note.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a long run of words, as a recogniser gives it without marks, where a new statement begins. Stateless. */
final class RunOn {

    private static final Set<String> JOINS = Set.of("and", "but", "so", "because", "although", "however", "cause");
    private static final Set<String> FRESH = Set.of("okay", "ok", "alright", "now", "yeah", "anyway", "also");
    private static final Set<String> SUBJECTS = Set.of(
            "i", "you", "he", "she", "it", "there", "they", "we", "your", "my", "his", "her", "let's", "that's", "it's",
            "there's", "i'm", "i've", "i'll", "i'd", "you're", "you've", "you'll", "we're", "we'll", "we've", "he's",
            "she's", "they're", "this", "these", "the", "that", "if", "no", "any", "do", "have", "are", "is", "when",
            "what", "how", "let", "then");
    private static final Set<String> CONTRACTED = Set.of(
            "i'm", "i've", "i'll", "i'd", "you're", "you've", "you'll", "we're", "we'll", "we've", "it's", "there's",
            "let's", "he's", "she's", "they're");
    private static final Set<String> PRONOUNS = Set.of("i", "you", "he", "she", "it", "there", "they", "we");
    private static final Set<String> AUXILIARIES = Set.of(
            "am", "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "will", "can", "could", "would",
            "should", "want", "think", "don't", "didn't", "doesn't", "haven't", "can't", "isn't", "wasn't", "need",
            "know", "also", "just", "feel", "see", "drink", "smoke", "work", "live", "use", "appreciate", "understand", "believe", "recommend", "take");
    private static final Set<String> ASKERS = Set.of("do", "does", "did", "are", "have", "has", "is", "was", "were", "can");
    /** After these a subject belongs to what is being said. */
    private static final Set<String> HOLD = Set.of(
            "that", "if", "when", "what", "how", "because", "where", "which", "who", "than", "as", "like", "think",
            "know", "see", "and", "or", "but", "so", "to", "believe", "said", "says", "until", "since", "while", "before",
            "after", "once", "sure", "the", "a", "of", "in", "with", "for", "on", "at", "everything", "something",
            "anything", "from", "give", "prescribe", "all", "thing", "way", "time", "whether", "though", "unless", "say", "i", "you", "we", "he",
            "she", "they", "it", "do", "did", "does", "have", "are", "is", "was", "can", "will", "should", "would",
            "could", "were", "has", "had", "why", "whatever", "cause", "hope", "guess", "feel", "told", "mean", "any", "thought", "wish", "knew", "figured",
            "there", "'cause", "just", "then", "not", "be", "even", "your", "my", "understand", "want", "bit");
    /** Verbs with which an order begins. */
    private static final Set<String> BIDS = Set.of("continue", "stop", "keep");
    /** "Order a strep test and start azithromycin" orders two things, each with its own place in the plan. */
    private static final Set<String> ORDERS = Set.of("start", "prescribe", "order", "refer", "check", "hold", "stop", "continue", "increase", "decrease");
    private static final Pattern ORDERED = Pattern.compile("\\b(?:order|check|get|prescribe|refer|schedule|repeat|start|continue|stop|increase|decrease)\\b");
    private static final Pattern LISTED = Pattern.compile("\\b(?:order|prescribe|schedule|repeat)\\b");
    private static final Pattern UNDER_CONDITION = Pattern.compile(
            "\\b(?:if|when|once|unless|until|before|after|depending|not|n't|don't|instead|rather|would|could|might|may|either|whether)\\b");
    private static final Pattern GOES_ON = Pattern.compile("\\b(?:continue|stop|start|hold|refill|take|taking)\\b");
    private static final int SOON = 7;
    /** After these two words a finding is told: "the ligaments feel", "your lungs are". */
    private static final Set<String> FINDS = Set.of("is", "are", "feel", "feels", "look", "looks", "appear", "appears");
    /** What begins so goes on into what it is the condition of. */
    private static final Pattern CONDITION = Pattern.compile(
            "^(?:(?:and|but|so|or|then|now|okay|also|just|however),? )*(?:if|when|whenever|because|since|while|although|once|unless|until|before|after|as long as)\\b.*");
    /** A vital sign with its number: whatever was said before it, by however the recogniser wrote that, it is told on its own. */
    private static final Pattern MEASURED = Pattern.compile("^(?:your|the|his|her|their) " + VitalSign.NAMES + "(?: (?:today|now|right now|here|this morning))?,? "
            + "(?:is|was|of|at|looks|reads)\\b(?: [a-z]+){0,2} \\d");
    /** A vital sign and its number are told in fewer words than these. */
    private static final int MEASURED_WORDS = 12;
    /** "And hopefully by that time you've passed the stone" tells what is hoped for, and not what is so. */
    private static final Pattern HOPED = Pattern.compile("\\bhopefully(?: \\S+){0,7}$");
    /** "Gonna order a CBC", after a statement without a mark. */
    private static final Set<String> WILL = Set.of("am", "i'm", "are", "we're", "you're", "is", "he's", "she's", "was", "were", "not", "also", "just", "so", "i", "we", "you", "and");
    private static final Pattern SHALL_ORDER = Pattern.compile("(?:gonna|going to) (?:order|prescribe|get you|refer|start you|give you|send you|put you)\\b.*");
    private static final Pattern INTENDED = Pattern.compile("what (?:i'd|i would|we'd|we would|i|we) (?:like|want|wanna|will|am gonna|are gonna)(?: to)? do(?: now)? is\\b");
    private static final Set<String> WHOSE = Set.of("your", "the", "his", "her", "their");
    private static final int LEAST = 4;

    private RunOn() {}

    static List<String> cut(String text) {
        List<String> pieces = new ArrayList<>();
        String[] words = text.split(" +", -1);
        StringBuilder open = new StringBuilder();
        int length = 0;
        boolean held = CONDITION.matcher(text).matches();
        for (int i = 0; i < words.length; i++) {
            boolean cut = length >= LEAST && words.length - i >= LEAST && begins(words, i, open.toString());
            if (cut && held) {
                // The first place to cut lies between a condition and what depends on it.
                held = false;
            } else if (cut) {
                held = CONDITION.matcher(String.join(" ", List.of(words).subList(i, words.length))).matches();
                pieces.add(open.toString());
                open.setLength(0);
                length = 0;
            }
            open.append(open.isEmpty() ? "" : " ").append(words[i]);
            length++;
        }
        pieces.add(open.toString());
        return pieces;
    }

    private static boolean begins(String[] words, int at, String open) {
        if (HOPED.matcher(open).find() && !JOINS.contains(words[at])) {
            return false;
        }
        String word = words[at];
        String before = words[at - 1].replaceAll("[,.;:?!]$", "");
        boolean comma = words[at - 1].endsWith(",");
        String next = at + 1 < words.length ? words[at + 1] : "";
        if (JOINS.contains(word)) {
            // "Stop the ibuprofen, because it ..." says of what "it" is only while it stands together.
            if (word.equals("because") && next.equals("it")) {
                return false;
            }
            // "Continue the Lipitor and the aspirin" goes on with the same.
            if (word.equals("and") && next.matches("the|your") && (GOES_ON.matcher(open).find() || LISTED.matcher(open).find()) && !finds(words, at)) {
                return false;
            }
            // "An x-ray and then an MRI" are both ordered by what stands before.
            if (word.equals("and") && next.equals("then") && at + 2 < words.length && words[at + 2].matches("an?|the|some|another")) {
                return false;
            }
            if (word.equals("and") && ORDERS.contains(next) && ORDERED.matcher(open).find() && !UNDER_CONDITION.matcher(open).find()) {
                return true;
            }
            boolean bid = word.equals("and") && open.matches(".*\\bbecause it .*") && next.matches("take|start|use|stop|continue");
            return bid || (SUBJECTS.contains(next) && !(word.equals("so") && before.equals("and")));
        }
        if (FRESH.contains(word.replaceAll(",$", "")) && !HOLD.contains(before)) {
            return true;
        }
        boolean thinks = before.equals("for") && word.equals("i") && next.equals("think");
        if ((HOLD.contains(before) && !comma && !thinks) || JOINS.contains(before) || FRESH.contains(before)) {
            return false;
        }
        if (WHOSE.contains(word) && MEASURED.matcher(next(words, at)).lookingAt()) {
            return true;
        }
        if (word.equals("what") && INTENDED.matcher(next(words, at)).lookingAt()) {
            return true;
        }
        if (word.equals("you") && next.equals("know")) {
            return false;
        }
        if (CONTRACTED.contains(word) || (!WILL.contains(before) && word.startsWith("go") && SHALL_ORDER.matcher(next(words, at)).matches())) {
            return true;
        }
        if (PRONOUNS.contains(word)) {
            return AUXILIARIES.contains(next);
        }
        if (ASKERS.contains(word) && (next.equals("you") || next.equals("your"))) {
            return true;
        }
        if (word.equals("please") || (BIDS.contains(word) && next.matches("the|your|taking|using|with"))) {
            return !before.matches("we|will|to|can|could|should|would|may|must|please|not|also|just|otherwise|i|you");
        }
        if (word.matches("the|your") && !before.matches("is|are|was|were|be|have|has|had|take|press|move|bend|under|over|along")) {
            boolean finds = (at + 2 < words.length && FINDS.contains(words[at + 2]))
                    || (at + 3 < words.length && FINDS.contains(words[at + 3]));
            return finds && !before.endsWith("ing");
        }
        return onExam(words, at);
    }

    /** Whether soon after a place something is said of what is named there: "and the knee is swollen". */
    private static boolean finds(String[] words, int at) {
        for (int i = at + 2; i < Math.min(words.length, at + SOON); i++) {
            if (FINDS.contains(words[i]) || AUXILIARIES.contains(words[i]) || words[i].matches("'s|shows?|showed|looks?")) {
                return true;
            }
        }
        return false;
    }

    private static String next(String[] words, int at) {
        return String.join(" ", List.of(words).subList(at, Math.min(words.length, at + MEASURED_WORDS)));
    }

    /** "on the lung exam", "for your second problem". */
    private static boolean onExam(String[] words, int at) {
        if (!words[at].matches("on|for") || at + 3 >= words.length || !words[at + 1].matches("the|your|his|her|my")) {
            return false;
        }
        for (int i = at + 2; i <= at + 4 && i < words.length; i++) {
            if (words[i].matches("exam,?|examination,?|problem,?|issue,?")) {
                return true;
            }
        }
        return false;
    }
}
