package org.chartwright.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.aws.HealthScribeDocuments;
import org.chartwright.aws.TranscriptReader;
import org.chartwright.clinical.Reader;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Turn;
import org.chartwright.note.DialogueException;
import org.chartwright.note.DialogueText;
import org.chartwright.note.Draft;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.NoteWriter;
import org.chartwright.note.visit.PaperJson;
import org.chartwright.note.visit.VisitPapers;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.speakers.ExchangedTags;
import org.chartwright.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes notes of typed dialogues or of HealthScribe transcripts, one JSON object a line. */
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a note of each dialogue, without audio.",
        footer = {
            "",
            "Input: lines {\"id\",\"dialogue\"}, the dialogue as lines [doctor] ... / [patient] ...; or one HealthScribe",
            "transcript.json. Output: lines {\"id\",\"note\",\"summary\",\"transcript\",\"afterVisitSummary\",\"orders\",",
            "\"report\"}; the report says what was left out of the note.",
            "Exit code 0: all written; 65: some lines could not be read (each is named on standard error, the others",
            "are written); 66: the input file cannot be read; 73: the output file cannot be written."
        })
final class NoteCommand implements Callable<Integer> {

    private static final int BAD_DATA = 65;
    private static final int NO_INPUT = 66;
    private static final int CANNOT_CREATE = 73;
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "JSONL, or a transcript.json.")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSONL; replaced as a whole.")
    private Path out = Path.of("");

    @Mixin
    private final NoteChoices choices = new NoteChoices();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Wording wording = Wording.open();
    private final ExchangedTags tags = new ExchangedTags();
    private final Reader reader = new DialogueReader();
    private final NoteWriter writer = new NoteWriter();

    @Override
    public Integer call() {
        String input;
        try {
            input = Files.readString(in);
        } catch (IOException e) {
            return fail(NO_INPUT, "cannot read " + in + ": " + e.getClass().getSimpleName());
        }
        try {
            return writeAll(input);
        } catch (IOException e) {
            return fail(CANNOT_CREATE, "cannot write " + out + ": " + e.getClass().getSimpleName());
        }
    }

    /** Writes beside the target and moves into place, so that a half-written file is never seen. */
    private int writeAll(String input) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        int bad = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            List<String> lines = wholeDocument(input) ? List.of(input) : Arrays.asList(input.split("\n", -1));
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).isBlank()) {
                    continue;
                }
                try {
                    writer.write(JSON.writeValueAsString(answer(JSON.readTree(lines.get(i)))));
                    writer.newLine();
                } catch (JacksonException e) {
                    bad += complain(i, "not well-formed JSON");
                } catch (DialogueException | IllegalArgumentException e) {
                    bad += complain(i, String.valueOf(e.getMessage()));
                }
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        return bad == 0 ? 0 : BAD_DATA;
    }

    private static boolean wholeDocument(String input) {
        try {
            return JSON.readTree(input).has("Conversation");
        } catch (JacksonException e) {
            return false;
        }
    }

    private ObjectNode answer(JsonNode line) {
        if (!line.isObject()) {
            throw new DialogueException("not a JSON object");
        }
        String id;
        List<Turn> turns;
        if (line.has("Conversation")) {
            turns = TranscriptReader.turns(line);
            id = line.path("id").asString(line.path("Conversation").path("JobName").asString("transcript"));
        } else {
            if (!line.path("id").isValueNode() || !line.path("dialogue").isString()) {
                throw new DialogueException("needs the members \"id\" and \"dialogue\"");
            }
            id = line.path("id").asString();
            turns = tags.putRight(wording.typed(DialogueText.parse(line.path("dialogue").asString())));
        }
        UUID visit = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        NoteRequest request = choices.request();
        Reading reading = reader.read(turns, visit, request.specialty());
        NoteWriter.Written written = writer.writeWithPapers(reading, request);
        Draft draft = written.draft();
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", id);
        answer.put("note", draft.plain());
        answer.set("summary", JSON.readTree(HealthScribeDocuments.summary(draft.note())));
        answer.set(
                "transcript",
                JSON.readTree(HealthScribeDocuments.transcript(null, visit, reading.segments(), reading.insights())));
        VisitPapers papers = written.papers();
        answer.set("afterVisitSummary", PaperJson.summary(papers.summary()));
        answer.set("orders", PaperJson.orders(papers.orders(), reading));
        answer.set("report", PaperJson.report(draft.report(), papers.dropped(), reading));
        return answer;
    }

    private int complain(int line, String reason) {
        spec.commandLine().getErr().println(in + ", line " + (line + 1) + ": " + reason);
        return 1;
    }

    private int fail(int code, String reason) {
        spec.commandLine().getErr().println("chartwright note: " + reason);
        return code;
    }
}
