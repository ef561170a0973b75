package org.chartwright.eval.notes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.clinical.Reader;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Pronouns;
import org.chartwright.eval.LinearTraining;
import org.chartwright.models.LinearModel;
import org.chartwright.note.DialogueText;
import org.chartwright.note.NoteWriter;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Candidates;
import org.chartwright.note.plan.Found;
import org.chartwright.note.plan.Learned;
import org.chartwright.note.plan.Part;
import org.chartwright.speakers.ExchangedTags;
import org.chartwright.wording.Wording;

/** Learns from visits and their notes which part a clause belongs to and what is worth saying. */
final class WriterTraining {

    private static final int SHADES = 5;
    private static final double SURE = 0.5;

    private final Wording wording = Wording.open();
    private final ExchangedTags tags = new ExchangedTags();
    private final Reader reader = new DialogueReader();

    /** A visit read, what is said in it, and what its note says. */
    record Lesson(Visits.Visit visit, Reading reading, List<Found> found, Alignment alignment) {}

    List<Lesson> read(List<Visits.Visit> visits) {
        List<Lesson> lessons = new ArrayList<>();
        for (Visits.Visit visit : visits) {
            UUID id = UUID.nameUUIDFromBytes(visit.id().getBytes(StandardCharsets.UTF_8));
            Reading reading = reader.read(tags.putRight(wording.typed(DialogueText.parse(visit.dialogue()))), id);
            lessons.add(new Lesson(
                    visit, reading, NoteWriter.found(reading, Pronouns.THEY_THEM), new Alignment(visit)));
        }
        return lessons;
    }

    Learned train(List<Lesson> lessons) {
        LinearTraining parts = new LinearTraining(LinearTraining.Settings.l2(0.05).leastExamples(2));
        for (Lesson lesson : lessons) {
            for (Found found : lesson.found()) {
                Alignment.Match match = lesson.alignment().best(found.text());
                if (match.held() >= SURE) {
                    parts.add(match.part().name(), found.features());
                }
            }
        }
        LinearModel partModel = parts.train(provenance("parts of the note", lessons));
        LinearTraining salience = new LinearTraining(LinearTraining.Settings.l2(0.005).leastExamples(2));
        for (Lesson lesson : lessons) {
            for (Candidate candidate : Candidates.placed(
                    lesson.found(), features -> Part.valueOf(partModel.best(features)))) {
                long yes = Math.round(SHADES * Math.min(1, lesson.alignment().value(candidate.text())));
                for (int copy = 0; copy < SHADES; copy++) {
                    salience.add(copy < yes ? Learned.YES : "no", candidate.features());
                }
            }
        }
        return new Learned(partModel, salience.train(provenance("worth saying", lessons)));
    }

    private static Map<String, String> provenance(String what, List<Lesson> lessons) {
        return Map.of("task", what, "data", "ACI-Bench train (CC BY 4.0)", "visits", Integer.toString(lessons.size()));
    }
}
