package org.chartwright.eval.notes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.encounter.Note;
import org.chartwright.eval.SharedFolder;
import org.chartwright.note.DialogueText;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.NoteWriter;
import org.chartwright.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a note of each short dialogue of MTS-Dialog and compares all that it states with the one section that the corpus
 * has. The writer is the installed one: it was never trained on these dialogues and does not know the header asked for.
 */
@Command(
        name = "section-texts",
        mixinStandardHelpOptions = true,
        description = "Scores what notes of MTS-Dialog's short dialogues state against the corpus's section texts.")
public final class SectionTextsEval implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--split", description = "train or valid; default ${DEFAULT-VALUE}.")
    private String split = "train";

    @Option(names = "--out", description = "Where the texts are written; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("target/eval-notes");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(out);
        Wording wording = Wording.open();
        DialogueReader reader = new DialogueReader();
        NoteWriter writer = new NoteWriter();
        List<String> references = new ArrayList<>();
        List<String> written = new ArrayList<>();
        int empty = 0;
        for (String line : Files.readAllLines(shared.resolve("corpora/mts-dialog/" + split + ".jsonl"))) {
            JsonNode row = JSON.readTree(line);
            String id = row.path("id").asString();
            UUID visit = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
            Note note = writer.draft(
                    reader.read(wording.typed(DialogueText.parse(dialogue(row))), visit), NoteRequest.DEFAULT);
            String text = note.sections().stream()
                    .flatMap(section -> section.statements().stream())
                    .map(statement -> statement.text())
                    .collect(Collectors.joining("\n"));
            empty += text.isEmpty() ? 1 : 0;
            references.add(line(id, row.path("section_text").asString()));
            written.add(line(id, text));
        }
        System.out.println(written.size() + " dialogues, " + empty + " of which no note was written of");
        Path reference = Files.write(out.resolve("mts-" + split + ".reference.jsonl"), references);
        Path predicted = Files.write(out.resolve("mts-" + split + ".jsonl"), written);
        return new ProcessBuilder(
                        "python3", shared.resolve("tools/score_notes.py").toString(), "score",
                        "--ref", reference.toString(), "--pred", predicted.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String dialogue(JsonNode row) {
        StringBuilder dialogue = new StringBuilder();
        for (JsonNode turn : row.path("turns")) {
            dialogue.append('[').append(turn.path("speaker").asString()).append("] ")
                    .append(turn.path("text").asString().replace('\n', ' ')).append('\n');
        }
        return dialogue.toString();
    }

    private static String line(String id, String text) {
        return JSON.writeValueAsString(JSON.createObjectNode().put("id", id).put("note", text));
    }
}
