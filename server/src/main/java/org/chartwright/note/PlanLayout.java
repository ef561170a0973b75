package org.chartwright.note;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final String AGREEMENT =
            "The patient understands and agrees with the recommended medical treatment plan.";
    private static final Pattern ASSENT = Pattern.compile(
            "(?:um,? |oh,? |well,? )*(?:okay|ok|all ?right|(?:that )?(?:sounds|is|works|would be) (?:good|great|fine|perfect|wonderful)"
                    + "|that works|yes|yeah|yep|great|perfect|good|sure|i agree|fine|absolutely|i understand|understood"
                    + "|i can do that|will do|you got it|got it|thank you)\\b");
    private static final Pattern DOUBT = Pattern.compile("\\b(?:but|no|not|don't|can't|won't|rather|refuse|decline)\\b|\\?");
    private static final int NEAR = 3;

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

    /** The patient's last assent in reply to a clinician who was speaking of the plan. */
    private Optional<Candidate> agreement() {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (Part part : List.of(Part.TESTING, Part.TREATMENT, Part.COUNSELING)) {
            for (Candidate candidate : byPart.getOrDefault(part, List.of())) {
                if (candidate.kind() == Candidate.Kind.CLINICIAN) {
                    int turn = clauses.get(candidate.order()).turn();
                    first = Math.min(first, turn);
                    last = Math.max(last, turn);
                }
            }
        }
        List<Segment> segments = reading.segments();
        for (int i = segments.size() - 1; i > 0; i--) {
            Segment segment = segments.get(i);
            if (segment.turn() <= first || segment.turn() > last + NEAR) {
                continue;
            }
            boolean reply = segments.get(i - 1).turn() == segment.turn() - 1
                    && segments.get(i - 1).speaker().role() == Role.CLINICIAN;
            String text = segment.text().toLowerCase(Locale.ROOT);
            if (segment.speaker().role() == Role.PATIENT && reply && ASSENT.matcher(text).lookingAt()
                    && !DOUBT.matcher(text).find()) {
                return Optional.of(new Candidate(
                        Candidate.Kind.FACT, Part.COUNSELING, "Patient Agreements: ", AGREEMENT, List.of(i - 1, i), List.of(), i));
            }
        }
        return Optional.empty();
    }
}
