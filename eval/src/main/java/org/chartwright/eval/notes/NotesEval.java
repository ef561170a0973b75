package org.chartwright.eval.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chartwright.aws.HealthScribeDocuments;
import org.chartwright.eval.SharedFolder;
import org.chartwright.note.Draft;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.NoteWriter;
import org.chartwright.note.plan.Learned;
import org.chartwright.note.plan.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the notes of a split and prints the scorer's table. */
@Command(
        name = "notes",
        mixinStandardHelpOptions = true,
        description = "Writes ACI-Bench notes and scores them (train: cross-validated; valid: as installed).")
public final class NotesEval implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--split", description = "train or valid; default ${DEFAULT-VALUE}.")
    private String split = "train";

    @Option(names = "--folds", description = "Folds of the cross-validation on train; default ${DEFAULT-VALUE}.")
    private int folds = 5;

    @Option(names = "--out", description = "Where the notes are written; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("target/eval-notes");

    @Option(names = "--least-worth", description = "Overrides the writer's setting.")
    private double leastWorth = Selection.Limits.DEFAULT.leastWorth();

    @Option(names = "--most-words", description = "Overrides the writer's setting.")
    private int mostWords = Selection.Limits.DEFAULT.mostWords();

    private final List<Integer> links = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(out);
        Selection.Limits limits = new Selection.Limits(leastWorth, mostWords, Selection.Limits.DEFAULT.mostRepeated());
        List<Visits.Visit> visits = Visits.aci(shared.path(), split);
        WriterTraining training = new WriterTraining();
        List<WriterTraining.Lesson> lessons = training.read(visits);
        List<String> plain = new ArrayList<>();
        List<String> structured = new ArrayList<>();
        links.clear();
        if (split.equals("train")) {
            for (int fold = 0; fold < folds; fold++) {
                List<WriterTraining.Lesson> rest = new ArrayList<>();
                for (int i = 0; i < lessons.size(); i++) {
                    if (i % folds != fold) {
                        rest.add(lessons.get(i));
                    }
                }
                NoteWriter writer = new NoteWriter(training.train(rest), limits);
                for (int i = fold; i < lessons.size(); i += folds) {
                    write(writer, lessons.get(i), plain, structured);
                }
            }
        } else {
            NoteWriter writer = new NoteWriter(Learned.installed(), limits);
            for (WriterTraining.Lesson lesson : lessons) {
                write(writer, lesson, plain, structured);
            }
        }
        Path notes = Files.write(out.resolve(split + ".jsonl"), plain);
        Path linked = Files.write(out.resolve(split + ".linked.jsonl"), structured);
        links.sort(null);
        System.out.printf(Locale.ROOT, "links a sentence: median %d, 95 in 100 at most %d, most %d (goal: median at most 3)%n",
                links.get(links.size() / 2), links.get(links.size() * 95 / 100), links.getLast());
        python("score", "--ref", shared.resolve("corpora/aci-bench/" + split + ".jsonl"), "--pred", notes);
        python("ground", "--notes", linked, "--per-sentence", out.resolve(split + ".ground.csv"));
        return 0;
    }

    private void write(
            NoteWriter writer, WriterTraining.Lesson lesson, List<String> plain, List<String> structured) {
        Draft draft = writer.write(lesson.reading(), NoteRequest.DEFAULT);
        draft.note().sections().forEach(section ->
                section.statements().forEach(statement -> links.add(statement.evidence().size())));
        ObjectNode line = JSON.createObjectNode();
        line.put("id", lesson.visit().id());
        line.put("note", draft.plain());
        plain.add(JSON.writeValueAsString(line));
        ObjectNode full = (ObjectNode) JSON.readTree(HealthScribeDocuments.summary(draft.note()));
        full.put("id", lesson.visit().id());
        ArrayNode turns = full.putArray("turns");
        lesson.reading().segments().forEach(segment ->
                turns.addObject().put("id", segment.id().toString()).put("text", segment.text()));
        structured.add(JSON.writeValueAsString(full));
    }

    private void python(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", shared.resolve("tools/score_notes.py").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
