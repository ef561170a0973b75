package org.chartwright.note.visit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.note.prose.Clause;

/** Whether a clinician means to order what a clause names, and under which condition. For one visit. */
final class OrderIntent {

    private static final List<Pattern> INTENT = OrderCues.list("intent");
    private static final List<Pattern> UNSURE = OrderCues.list("unsure");
    private static final Pattern IF = Pattern.compile(
            "(?<!see )(?<!know )(?<!sure )(?<!out )(?<!determine )(?<!check )(?<!assess )(?<!tell )(?<!evaluate )(?<!as )\\b(?:if|unless|in case|depending on)\\b.*?(?=,| then\\b| (?:i|we) (?:do |also )*(?:will|want|would|am|are|can)\\b|$)");
    /** What is hoped for makes the order before it no less sure. */
    private static final Pattern HOPED = Pattern.compile("\\b(?:and|so) hopefully\\b.*");
    /** "Atorvastatin, you might call it Lipitor": only the name may be another. */
    private static final Pattern CALLED = Pattern.compile("\\b(?:you|they|some) (?:may|might) (?:call it|know it as)\\b");
    private static final Pattern STARTS_WITH_IF =
            Pattern.compile("^(?:and |but |so |now |then |or |even )*(?:if|unless|in case|depending on)\\b");
    private static final Pattern COME_IF = Pattern.compile("^(?:.*\\b)?(?:call|come|go|let us|let me)\\b.*\\bif\\b.*");

    private final List<Clause> clauses;

    OrderIntent(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** Whether somebody intends it, and is sure. */
    static boolean is(String text) {
        String head = IF.matcher(text).replaceFirst("");
        boolean intended = OrderCues.any(INTENT, text) || OrderCues.any(INTENT, head);
        return intended && !OrderCues.any(UNSURE, CALLED.matcher(HOPED.matcher(text).replaceFirst("")).replaceAll("")) && !COME_IF.matcher(text).matches();
    }

    /** A text without what it is conditional on. */
    static String withoutCondition(String text) {
        return IF.matcher(text).replaceFirst("");
    }

    /** Under which condition: as the clause says it, or the one next to it in the same sentence. */
    String condition(int at) {
        Clause clause = clauses.get(at);
        Matcher own = IF.matcher(clause.text());
        if (own.find()) {
            return told(own.group());
        }
        for (int near : new int[] {at - 1, at + 1}) {
            boolean there = near >= 0 && near < clauses.size() && clauses.get(near).segment() == clause.segment();
            if (there && STARTS_WITH_IF.matcher(clauses.get(near).text()).find()
                    && !(near > at && OrderCues.any(INTENT, IF.matcher(clauses.get(near).text()).replaceFirst("")))
                    && !(near < at && isWhole(clauses.get(near).text()))
                    && !(near > at && COME_IF.matcher(clauses.get(near).text()).matches())) {
                Matcher condition = IF.matcher(clauses.get(near).text());
                return condition.find() ? told(condition.group()) : "";
            }
        }
        return "";
    }

    /** "If they take it in the morning, I would take it at night" is done with its condition before the next order begins. */
    private static boolean isWhole(String clause) {
        String rest = IF.matcher(clause).replaceFirst("").replaceAll("^[ ,.]+|[ ,.]+$", "");
        return rest.contains(" ") && !OrderCues.any(INTENT, rest);
    }

    private static String told(String condition) {
        return condition.replaceAll("[,.;:?!]+$", "").strip();
    }

    /** A condition stands in the words in which it was spoken. */
    static String quoted(String condition) {
        return condition.isEmpty() ? "" : "(\"" + condition + "\")";
    }
}
