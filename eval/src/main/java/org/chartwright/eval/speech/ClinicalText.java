package org.chartwright.eval.speech;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The corpora as spoken sentences. Training parts and held-back parts are never mixed. */
final class ClinicalText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path corpora;

    ClinicalText(Path shared) {
        this.corpora = shared.resolve("corpora");
    }

    /** Dialogues for training. */
    List<List<String>> trainingTalk() throws IOException {
        List<List<String>> talk = new ArrayList<>();
        turns("aci-bench/train.jsonl", _ -> true, talk);
        turns("aci-bench/variants/train_aci_asrcorr.jsonl", _ -> true, talk);
        turns("mts-dialog/train.jsonl", _ -> true, talk);
        turns("mts-dialog/train_backtranslated.jsonl.gz", _ -> true, talk);
        turns("primock57/day1-3.jsonl", one -> one.path("day").asInt() < 3, talk);
        return talk;
    }

    /** Notes for training: what a clinician dictates. */
    List<List<String>> trainingNotes() throws IOException {
        List<List<String>> notes = new ArrayList<>();
        texts("aci-bench/train.jsonl", "note", notes);
        texts("mts-dialog/train.jsonl", "section_text", notes);
        return notes;
    }

    /** Dialogues that are held back. */
    List<List<String>> heldBackTalk() throws IOException {
        List<List<String>> talk = new ArrayList<>();
        turns("aci-bench/valid.jsonl", _ -> true, talk);
        turns("mts-dialog/valid.jsonl", _ -> true, talk);
        turns("primock57/day1-3.jsonl", one -> one.path("day").asInt() == 3, talk);
        return talk;
    }

    /** Notes that are held back. */
    List<List<String>> heldBackNotes() throws IOException {
        List<List<String>> notes = new ArrayList<>();
        texts("aci-bench/valid.jsonl", "note", notes);
        texts("mts-dialog/valid.jsonl", "section_text", notes);
        return notes;
    }

    private void turns(String file, Predicate<JsonNode> wanted, List<List<String>> into) throws IOException {
        for (JsonNode one : lines(file)) {
            if (wanted.test(one)) {
                for (JsonNode turn : one.path("turns")) {
                    into.addAll(joined(SpokenForm.sentences(turn.path("text").asString(""))));
                }
            }
        }
    }

    private void texts(String file, String field, List<List<String>> into) throws IOException {
        for (JsonNode one : lines(file)) {
            into.addAll(joined(SpokenForm.sentences(one.path(field).asString(""))));
        }
    }

    /**
     * The recogniser hears pieces between pauses, which often hold more than one sentence: every other sentence goes on
     * in the next one.
     */
    private static List<List<String>> joined(List<List<String>> sentences) {
        List<List<String>> pieces = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (List<String> sentence : sentences) {
            open.addAll(sentence);
            boolean goOn = sentence.hashCode() % 2 == 0 && open.size() < 25;
            if (!goOn) {
                pieces.add(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            pieces.add(open);
        }
        return pieces;
    }

    private List<JsonNode> lines(String name) throws IOException {
        Path file = corpora.resolve(name);
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(JSON.readTree(line));
                }
            }
        }
        return lines;
    }
}
