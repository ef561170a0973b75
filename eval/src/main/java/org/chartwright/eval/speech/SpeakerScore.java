package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.encounter.Turn;
import org.chartwright.speakers.Voices.VoiceSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who spoke when and who said what, by the shared scorer; words are compared as {@link WordScore} compares them. */
final class SpeakerScore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> truth = new ArrayList<>();
    private final List<String> spoken = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    /** Adds a recording whose true turns are known. */
    void add(String id, JsonNode turns, List<VoiceSpan> spans, List<Turn> heard) {
        truth.add(line(id, turns));
        ArrayNode when = JSON.createArrayNode();
        for (VoiceSpan span : spans) {
            add(when, "S" + span.voice(), span.time().startMillis(), span.time().endMillis()).put("text", "");
        }
        spoken.add(line(id, when));
        ArrayNode what = JSON.createArrayNode();
        for (Turn turn : heard) {
            StringBuilder text = new StringBuilder();
            turn.words().forEach(word -> text.append(word.text()).append(' '));
            add(what, turn.speaker().label(), turn.words().getFirst().time().startMillis(),
                            turn.words().getLast().time().endMillis())
                    .put("text", text.toString());
        }
        said.add(line(id, what));
    }

    private static ObjectNode add(ArrayNode list, String speaker, long from, long to) {
        return list.addObject().put("speaker", speaker).put("start", from / 1000.0).put("end", to / 1000.0);
    }

    private static String line(String id, JsonNode turns) {
        ObjectNode line = JSON.createObjectNode().put("id", id);
        line.set("turns", turns);
        return JSON.writeValueAsString(line);
    }

    /** Diarization error with a collar of 0.25 s, 0 to 1 or more; not a number where nothing is known of speakers. */
    double diarizationError(Path shared) throws IOException, InterruptedException {
        return score(shared, "der", spoken, "der", List.of());
    }

    /** Word error, words given to the wrong speaker counted as errors. */
    double attributedWordError(Path shared) throws IOException, InterruptedException {
        return score(shared, "cpwer", said, "cpwer",
                List.of("--expand-contractions", "--drop-fillers", "--number-words"));
    }

    private double score(Path shared, String what, List<String> ours, String field, List<String> options)
            throws IOException, InterruptedException {
        if (truth.isEmpty() || ours.stream().allMatch(line -> line.contains("\"turns\":[]"))) {
            return Double.NaN;
        }
        Path folder = Files.createTempDirectory("speakers");
        Path reference = Files.write(folder.resolve("ref.jsonl"), truth);
        Path hypothesis = Files.write(folder.resolve("hyp.jsonl"), ours);
        Path result = folder.resolve("result.json");
        try {
            List<String> command = new ArrayList<>(List.of(
                    "python3", shared.resolve("tools/score_diarization.py").toString(), what, "--ref", reference.toString(),
                    "--hyp", hypothesis.toString(), "--json", result.toString()));
            command.addAll(options);
            Process scorer = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (scorer.waitFor() != 0) {
                throw new IOException("The scorer failed");
            }
            return JSON.readTree(result.toFile()).path(field).asDouble(Double.NaN);
        } finally {
            for (Path file : List.of(reference, hypothesis, result, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
