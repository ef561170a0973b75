package org.chartwright.note.behavioral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Role;
import org.chartwright.note.behavioral.SessionRules.Rewritten;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Found;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Clauses;
import org.chartwright.note.prose.Prose;

/** What was said in a session that belongs to goals, interventions, responses, progress or behaviour. For one visit. */
public final class Session {

    private static final int LEAST = 3;
    private static final int LEAST_CONCEPTS = 2;
    /** An answer to an intervention comes within so many turns. */
    private static final int SOON = 2;

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Found> others = new ArrayList<>();

    private Session() {}

    /** Sorts what was found. */
    public static Session of(List<Found> found, Reading reading, Prose prose) {
        Session session = new Session();
        List<Clause> clauses = Clauses.of(reading.segments());
        List<Found> all = new ArrayList<>(found);
        all.addAll(asked(clauses, prose));
        all.sort(java.util.Comparator.comparingInt(Found::order));
        int lastIntervention = Integer.MIN_VALUE / 2;
        for (Found one : all) {
            int turn = clauses.get(one.order()).turn();
            Role role = clauses.get(one.order()).role();
            boolean answers = turn - lastIntervention <= SOON && turn > lastIntervention;
            Optional<Rewritten> rewritten = SessionRules.of(one.text(), role, answers && one.kind() == Candidate.Kind.PATIENT);
            Optional<Candidate> candidate = rewritten.flatMap(as -> one.worded(as.text()).written(as.part()));
            if (candidate.isEmpty()) {
                session.others.add(one);
                continue;
            }
            if (candidate.get().part() == Part.INTERVENTION) {
                lastIntervention = turn;
            }
            session.candidates.add(candidate.get());
        }
        return session;
    }

    /** Questions by which a therapist works, in their own words. */
    private static List<Found> asked(List<Clause> clauses, Prose prose) {
        List<Found> asked = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (clause.role() == Role.CLINICIAN && clause.asked() && SessionRules.probes(clause.text())) {
                Matcher bare = SessionRules.LAST_MARKS.matcher(clause.text());
                asked.add(new Found(
                        Candidate.Kind.CLINICIAN, "the clinician asked: \"" + bare.replaceFirst("") + "?\"",
                        List.of(clause.segment()), List.of(), i));
            }
        }
        return asked;
    }

    /** What belongs to the session itself. */
    public List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** All the rest. */
    public List<Found> others() {
        return List.copyOf(others);
    }

    /** Whether there was one: somebody worked with somebody on something clinical. */
    public boolean isSession(Reading reading) {
        long concepts = reading.mentions().stream()
                .filter(mention -> mention.concept().kind() != ConceptKind.ANATOMY
                        && mention.concept().kind() != ConceptKind.PERSON)
                .map(Mention::concept)
                .distinct()
                .count();
        boolean worked = candidates.stream().anyMatch(one -> one.part() == Part.INTERVENTION);
        return worked && candidates.size() >= LEAST && concepts >= LEAST_CONCEPTS;
    }

    /** Leaves what was said out. */
    @Override
    public String toString() {
        return "Session[" + candidates.size() + " of it, " + others.size() + " others]";
    }
}
