package org.chartwright.note;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.note.plan.Problems;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Prose;

/** Lays assessment and plan out problem by problem, each kind of step under its label. For one visit. */
final class PlanLayout {

    private static final Map<Part, String> LABELS = new EnumMap<>(Map.of(
            Part.ASSESSMENT, "- Medical Reasoning: ",
            Part.TESTING, "- Additional Testing: ",
            Part.TREATMENT, "- Medical Treatment: ",
            Part.COUNSELING, "- Patient Education and Counseling: "));
    private static final String LEAD = "(?:(?:um|oh|well|yes|yeah|yep|okay|ok|all ?right|sure|great|no)[,.!]? )*";
    private static final Pattern AGREES = Pattern.compile(LEAD
            + "((?:that(?: all)? |it |this )?(?:sounds|would be|works|is|'s) (?:really |very |all |just )?(?:good|great|fine|perfect"
            + "|wonderful|like a (?:good )?plan|reasonable|okay|ok|right)(?: to me| with me| for me)?|that works(?: for me)?|i agree(?: with (?:that|you))?"
            + "|let(?:'s| us) do (?:it|that)|i can do that|i will do that|i'll do that|i'm okay with that|i am okay with that)\\b");
    private static final Pattern YES = Pattern.compile("((?:yes|yeah|yep|sure|absolutely|definitely)(?:,? (?:it does|please|of course))?)[.!,]?");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:sounds? (?:good|okay|ok|all right|like a plan|reasonable)|do you agree|(?:is|are) (?:that|this|you) (?:okay|ok|all right|good)"
                    + "|(?:okay|all right|fine) with (?:that|you)|does that work)\\b.*\\?");
    private static final Pattern DOUBT = Pattern.compile("\\b(?:but|not|n't|don't|can't|won't|rather|refuse|decline)\\b|\\?");

    private final Reading reading;
    private final List<Clause> clauses;
    private final Map<Part, List<Candidate>> byPart;
    private final List<Problems.Problem> problems;

    PlanLayout(Reading reading, List<Clause> clauses, Map<Part, List<Candidate>> byPart) {
        this.reading = reading;
        this.clauses = clauses;
        this.byPart = byPart;
        this.problems = Problems.in(clauses);
    }

    /** The problems, each with the reasoning about it. */
    List<Candidate> assessment() {
        return problemByProblem(List.of(Part.ASSESSMENT), true);
    }

    /** What shall be done, problem by problem, then when to come back and whether the patient agrees. */
    List<Candidate> plan() {
        List<Candidate> laid = problemByProblem(List.of(Part.TESTING, Part.TREATMENT, Part.COUNSELING), false);
        laid.addAll(byPart.getOrDefault(Part.FOLLOW_UP, List.of()));
        if (!laid.isEmpty()) {
            agreement().ifPresent(laid::add);
        }
        return laid;
    }

    private List<Candidate> problemByProblem(List<Part> parts, boolean named) {
        List<Candidate> laid = new ArrayList<>();
        for (int problem = -1; problem < problems.size(); problem++) {
            List<Candidate> own = new ArrayList<>();
            for (Part part : parts) {
                boolean first = true;
                for (Candidate candidate : byPart.getOrDefault(part, List.of())) {
                    if (problemOf(candidate) == problem) {
                        own.add(first ? candidate.under(LABELS.getOrDefault(part, "")) : candidate);
                        first = false;
                    }
                }
            }
            if (problem >= 0 && (named || !own.isEmpty())) {
                laid.add(heading(problem, parts.getFirst()));
            }
            laid.addAll(own);
        }
        return laid;
    }

    private Candidate heading(int problem, Part part) {
        Problems.Problem named = problems.get(problem);
        String text = (problem + 1) + ". " + Prose.sentence(named.name());
        return new Candidate(
                Candidate.Kind.FACT, part, "", text, List.of(named.segment()), List.of(), named.clause());
    }

    private int problemOf(Candidate candidate) {
        int found = -1;
        for (int i = 0; i < problems.size(); i++) {
            if (problems.get(i).clause() <= candidate.order()) {
                found = i;
            }
        }
        return found;
    }

    /** The patient's last express agreement, said directly after the clinician spoke of the plan, in its own words. */
    private Optional<Candidate> agreement() {
        Set<Integer> planned = new HashSet<>();
        for (Part part : List.of(Part.TESTING, Part.TREATMENT, Part.COUNSELING, Part.FOLLOW_UP)) {
            for (Candidate candidate : byPart.getOrDefault(part, List.of())) {
                if (candidate.kind() == Candidate.Kind.CLINICIAN) {
                    planned.add(clauses.get(candidate.order()).turn());
                }
            }
        }
        List<Segment> segments = reading.segments();
        for (int i = segments.size() - 1; i > 0; i--) {
            Segment segment = segments.get(i);
            Segment before = segments.get(i - 1);
            boolean reply = segment.speaker().role() == Role.PATIENT && before.speaker().role() == Role.CLINICIAN
                    && before.turn() == segment.turn() - 1 && planned.contains(before.turn());
            if (reply) {
                String words = agreeing(plain(segment), plain(before));
                if (!words.isEmpty()) {
                    return Optional.of(new Candidate(
                            Candidate.Kind.FACT, Part.COUNSELING, "Patient Agreements: ",
                            "The patient agrees with the plan (\"" + words + "\").", List.of(i - 1, i), List.of(), i));
                }
            }
        }
        return Optional.empty();
    }

    /** The words that agree; empty where the reply is a courtesy, a doubt or anything else. */
    private static String agreeing(String reply, String before) {
        if (DOUBT.matcher(reply).find()) {
            return "";
        }
        Matcher agrees = AGREES.matcher(reply);
        if (agrees.lookingAt()) {
            return agrees.group(1);
        }
        Matcher yes = YES.matcher(reply);
        return yes.matches() && ASKED.matcher(before).find() ? yes.group(1) : "";
    }

    private static String plain(Segment segment) {
        return segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    }
}
