package org.chartwright.note.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Role;
import org.chartwright.models.Recall;
import org.chartwright.note.prose.Clause;

/** Hears where the clinician, towards the end, turns from one problem to the next. Stateless. */
public final class Problems {

    /**
     * A problem as the clinician named it.
     *
     * @param name lower case, without article or possessive
     * @param clause index of the clause that names it
     * @param segment index of its segment
     */
    public record Problem(String name, int clause, int segment) {

        /** Leaves the name out: it is part of a patient's story. */
        @Override
        public String toString() {
            return "Problem[clause=" + clause + "]";
        }
    }

    private static final String NUMBER = "(?:first|second|third|fourth|fifth|next|last|final|other|main)";
    private static final String NOUN = "(?:problem|issue|concern|diagnosis|thing)";
    private static final String NAME = "([a-z0-9'/-]+(?: [a-z0-9'/-]+){0,5}?)";
    private static final String END =
            "(?=,|\\.|$| (?:i|we|let|the patient|you|it|that|this|she|he|so|is|are|looks|seems|goes|again|here|continue"
                    + "|what|from|which|consistent|and|but|your|my|as|will|has|was|have|okay|at|first|on)\\b)";
    private static final List<Pattern> TURNS = List.of(
            Pattern.compile("\\b" + NUMBER + " " + NOUN + "(?! in the (?:morning|evening)\\b)"
                    + "(?: here)?(?: of| is| being| with| for|,|:)*(?: (?:your|is|a|the|of|that))* " + NAME + END),
            Pattern.compile("\\b(?:as far as|in terms of|regarding|with regards? to|in regards? to|when it comes to|as for"
                    + "|with respect to|moving on to|now for|concerning) (?:your|the|her|his|this|my) " + NAME + END),
            Pattern.compile("\\bfrom (?:a|an|the|your) " + NAME + " (?:standpoint|perspective|point of view|stand point)"),
            Pattern.compile("^(?:and |so |then |now |and then |okay )*for (?:your|the|her|his) " + NAME + END));
    private static final Set<String> NOT_PROBLEMS = Set.of(
            "exam", "examination", "physical", "visit", "labs", "lab", "results", "medication", "medications", "next",
            "review", "systems", "question", "questions", "moment", "record", "time", "rest", "plan", "most", "part",
            "last", "first", "same", "past", "other", "assessment", "vitals", "few", "day", "week", "month", "diet",
            "symptoms", "physical exam", "strength", "problem", "problems", "issue", "concern", "diagnosis", "plan for you", "rapid strep", "history", "medical history", "surgery", "breathing", "x-ray", "titer", "future", "for", "this", "that", "these", "those", "it", "now", "here", "like", "sure", "me", "us", "him", "her", "everything", "example", "instance", "you", "yourself", "pain control", "blood work", "before", "after", "treatment", "then", "today", "conditions", "condition", "conclusion", "insurance", "day to day", "weekend", "holidays");
    /** "For your second problem, I know ...": no name follows. */
    private static final Pattern CLAUSE = Pattern.compile("(?:(?:first|second|third|next|last|other) (?:problem|issue|concern)|i|we|you|he|she|they|it|there|this|if|when|let)\\b.*");
    private static final Pattern EXAMINED = Pattern.compile("\\bexam(?:ination)?\\b");
    private static final double LATE = 0.45;

    private Problems() {}

    /** The problems in the order in which they are taken up. */
    public static List<Problem> in(List<Clause> clauses) {
        List<Problem> problems = new ArrayList<>();
        int examined = halfExamined(clauses);
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (clause.role() != Role.CLINICIAN || clause.asked() || clause.position() < LATE || i < examined) {
                continue;
            }
            String name = Recall.of("problem that is taken up", clause.text(), Problems::named);
            boolean known = problems.stream().anyMatch(one -> one.name().equals(name));
            if (!name.isEmpty() && !known) {
                problems.add(new Problem(name, i, clause.segment()));
            }
        }
        return problems;
    }

    /** Before most of the examination an illness is only asked after: the plan for it comes later. */
    private static int halfExamined(List<Clause> clauses) {
        long findings = clauses.stream().filter(Problems::isFinding).count();
        long seen = 0;
        for (int i = 0; i < clauses.size(); i++) {
            seen += isFinding(clauses.get(i)) ? 1 : 0;
            if (findings > 0 && 2 * seen > findings) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isFinding(Clause clause) {
        return clause.role() == Role.CLINICIAN && clause.category() == Category.OBJECTIVE;
    }

    private static String named(String text) {
        for (Pattern turn : TURNS) {
            Matcher matcher = turn.matcher(text);
            while (matcher.find()) {
                String name = matcher.group(1).strip().replaceAll("^(?:your|her|his|the|a|an|this|that) ", "");
                String last = name.substring(name.lastIndexOf(' ') + 1);
                if (name.length() > 2 && !CLAUSE.matcher(name).matches() && !NOT_PROBLEMS.contains(name) && !NOT_PROBLEMS.contains(last) && !EXAMINED.matcher(name).find()) {
                    return name;
                }
            }
        }
        return "";
    }
}
