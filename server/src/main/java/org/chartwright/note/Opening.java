package org.chartwright.note;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Complaint;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Prose;

/** Writes the chief complaint and the first sentence of the story. Stateless. */
final class Opening {

    private Opening() {}

    /** The reason for the visit in its own words; what was chosen for the complaint where no reason is found. */
    static List<Candidate> complaint(List<Clause> clauses, List<Candidate> chosen) {
        return Complaint.in(clauses)
                .map(reason -> List.of(fact(Part.COMPLAINT, Prose.sentence(reason.text()), reason)))
                .orElse(chosen);
    }

    /** The story, opened by why the patient came unless the clinician said so in a sentence that was chosen. */
    static List<Candidate> story(List<Clause> clauses, List<Candidate> chosen) {
        boolean opened = chosen.stream().limit(3).anyMatch(one -> one.text().matches(".*\\b(?:presents|here (?:today )?for)\\b.*"));
        List<Candidate> story = new ArrayList<>();
        if (!opened && !chosen.isEmpty()) {
            Complaint.in(clauses).ifPresent(reason -> {
                String thing = reason.text().startsWith("follow") ? reason.text() : "evaluation of " + reason.text();
                story.add(fact(Part.STORY, Prose.sentence("the patient presents today for " + thing), reason));
            });
        }
        story.addAll(chosen);
        return story;
    }

    private static Candidate fact(Part part, String text, Complaint.Reason reason) {
        return new Candidate(
                Candidate.Kind.FACT, part, "", text, reason.segments(), List.of(), reason.clause());
    }
}
