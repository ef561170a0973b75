package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Word error by the shared scorer, contractions written out, fillers dropped, number words as digits.
 *
 * @param words in the references
 * @param errorRate 0 to 1, or more
 * @param recall of medical terms, 0 to 1; not a number when the references hold none
 */
public record WordScore(int words, double errorRate, double recall) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static WordScore of(Path shared, Map<String, String> references, Map<String, String> heard)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wer");
        Path reference = folder.resolve("ref.json");
        Path hypothesis = folder.resolve("hyp.json");
        Path terms = folder.resolve("terms.txt");
        Path result = folder.resolve("result.json");
        try {
            JSON.writeValue(reference.toFile(), references);
            JSON.writeValue(hypothesis.toFile(), heard);
            Files.write(terms, terms(shared.resolve("tools/clinical_concepts.txt")));
            Process scorer = new ProcessBuilder(
                            "python3", shared.resolve("tools/score_wer.py").toString(), "--ref", reference.toString(),
                            "--hyp", hypothesis.toString(), "--keywords", terms.toString(), "--json", result.toString(),
                            "--expand-contractions", "--drop-fillers", "--number-words")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (scorer.waitFor() != 0) {
                throw new IOException("The scorer failed");
            }
            JsonNode score = JSON.readTree(result.toFile());
            return new WordScore(
                    score.path("words").asInt(), score.path("wer").asDouble(),
                    score.path("keywords").path("recall").asDouble(Double.NaN));
        } finally {
            for (Path file : List.of(reference, hypothesis, terms, result, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static TreeSet<String> terms(Path concepts) throws IOException {
        TreeSet<String> terms = new TreeSet<>(DosingTalk.MEDICINES);
        for (String line : Files.readAllLines(concepts)) {
            if (!line.startsWith("#")) {
                for (String term : line.split("\\|")) {
                    if (term.strip().matches("[a-z][a-z ]{3,}")) {
                        terms.add(term.strip());
                    }
                }
            }
        }
        return terms;
    }
}
