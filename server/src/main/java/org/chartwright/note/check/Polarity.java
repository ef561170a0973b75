package org.chartwright.note.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwright.clinical.Sparing;

/** Which words of a text stand under a negation. Stateless. */
final class Polarity {

    private static final Set<String> NEGATORS = Set.of(
            "no", "not", "denies", "denied", "deny", "without", "never", "none", "negative", "neither", "nor", "cannot",
            "don't", "doesn't", "didn't", "isn't", "wasn't", "haven't", "hasn't", "hadn't", "can't", "won't", "aren't",
            "weren't", "couldn't", "nothing", "nope", "nobody", "declines", "declined", "unable", "free", "absent", "n't",
            "wouldn't", "shouldn't", "ain't");
    private static final Set<String> ENDS = Set.of(
            "but", "however", "except", "although", "because", "which", "reports", "endorses", "though", "otherwise",
            "yes", "since", "until", "then");
    private static final Set<String> SUBJECTS = Set.of("i", "she", "he", "they", "we", "you", "it", "i'm", "she's", "he's", "it's",
            "i'll", "we'll", "you'll", "he'll", "she'll", "they'll", "i'd", "we'd", "we're", "you're", "they're");
    private static final int REACH = 12;

    private Polarity() {}

    /** For each token of a sentence whether it is negated. */
    static List<Boolean> of(List<String> tokens) {
        List<Boolean> negated = new ArrayList<>();
        int left = 0;
        boolean afterComma = false;
        boolean isNo = false;
        int spared = Sparing.tokensBefore(String.join(" ", tokens)).orElse(-1);
        for (String token : tokens) {
            String bare = token.replaceAll("[,;:]+$", "");
            if (NEGATORS.contains(bare)) {
                left = REACH;
                isNo = bare.equals("no");
                negated.add(true);
            } else {
                // "No, my muscles hurt": the no was the answer to something else.
                boolean answered = negated.size() == 1 && afterComma && bare.equals("my");
                // "No wait, losartan" puts a word right and denies none.
                answered |= left == REACH && (bare.equals("wait") || bare.equals("sorry"));
                // "No fever, some chills": what there is some of is not denied.
                boolean some = isNo && left < REACH && bare.equals("some");
                if (answered || some || ENDS.contains(bare) || negated.size() == spared || (afterComma && SUBJECTS.contains(bare))) {
                    left = 0;
                }
                negated.add(left > 0);
                left--;
            }
            if (token.endsWith(";")) {
                left = 0;
            }
            afterComma = token.endsWith(",") || (afterComma && token.equals("and"));
        }
        return negated;
    }

    static boolean isNegator(String token) {
        return NEGATORS.contains(token);
    }
}
