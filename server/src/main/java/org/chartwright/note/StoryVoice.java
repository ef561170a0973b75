package org.chartwright.note;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.prose.Prose;

/** Varies how the story names the patient, and says of some sentences that they are the patient's own report. Stateless. */
final class StoryVoice {

    private static final int CYCLE = 5;

    private StoryVoice() {}

    static List<Candidate> vary(List<Candidate> story, Prose prose) {
        String she = Prose.capital(prose.patient().subject()) + " ";
        List<Candidate> varied = new ArrayList<>();
        int turn = 0;
        for (Candidate candidate : story) {
            String text = candidate.text();
            if (!text.startsWith(she)) {
                varied.add(candidate);
                continue;
            }
            boolean own = candidate.kind() == Candidate.Kind.PATIENT && !text.contains(" denies ");
            String rest = text.substring(she.length());
            String lower = prose.patient().subject() + " " + rest;
            varied.add(candidate.written(switch (turn++ % CYCLE) {
                case 0 -> own ? "The patient reports that " + lower : "The patient " + rest;
                case 2 -> own ? she + "states that " + lower : text;
                case 4 -> own ? she + "notes that " + lower : text;
                default -> text;
            }));
        }
        return varied;
    }
}
