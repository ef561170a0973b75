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
import org.chartwright.note.SentenceReader;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Candidates;
import org.chartwright.note.plan.Learned;
import org.chartwright.note.plan.Part;

/** Learns from visits and their notes which part a clause belongs to and what is worth saying. */
final class WriterTraining {

    private static final int SHADES = 5;
    private static final double SURE = 0.5;

    private final Reader reader = new SentenceReader();

    /** A visit read, and what its note says. */
    record Lesson(Visits.Visit visit, Reading reading, Alignment alignment) {}

    List<Lesson> read(List<Visits.Visit> visits) {
        List<Lesson> lessons = new ArrayList<>();
        for (Visits.Visit visit : visits) {
            UUID id = UUID.nameUUIDFromBytes(visit.id().getBytes(StandardCharsets.UTF_8));
            lessons.add(new Lesson(
                    visit, reader.read(DialogueText.parse(visit.dialogue()), id), new Alignment(visit)));
        }
        return lessons;
    }

    Learned train(List<Lesson> lessons) {
        LinearTraining parts = new LinearTraining(LinearTraining.Settings.l2(0.05).leastExamples(2));
        for (Lesson lesson : lessons) {
            for (Candidate candidate : candidates(lesson, features -> Part.STORY)) {
                Alignment.Match match = lesson.alignment().best(candidate.text());
                if (match.held() >= SURE) {
                    parts.add(match.part().name(), source(candidate));
                }
            }
        }
        LinearModel partModel = parts.train(provenance("parts of the note", lessons));
        LinearTraining salience = new LinearTraining(LinearTraining.Settings.l2(0.005).leastExamples(2));
        for (Lesson lesson : lessons) {
            for (Candidate candidate : candidates(lesson, features -> Part.valueOf(partModel.best(features)))) {
                long yes = Math.round(SHADES * Math.min(1, lesson.alignment().value(candidate.text())));
                for (int copy = 0; copy < SHADES; copy++) {
                    salience.add(copy < yes ? Learned.YES : "no", candidate.features());
                }
            }
        }
        return new Learned(partModel, salience.train(provenance("worth saying", lessons)));
    }

    private static List<Candidate> candidates(Lesson lesson, org.chartwright.note.plan.PartChooser chooser) {
        return NoteWriter.candidates(lesson.reading(), Pronouns.THEY_THEM, chooser);
    }

    private static List<String> source(Candidate candidate) {
        return candidate.features().stream()
                .filter(feature -> !feature.startsWith("kind=") && !feature.startsWith("part=")
                        && !feature.startsWith("words="))
                .toList();
    }

    private static Map<String, String> provenance(String what, List<Lesson> lessons) {
        return Map.of("task", what, "data", "ACI-Bench train (CC BY 4.0)", "visits", Integer.toString(lessons.size()));
    }
}
