package org.chartwright.eval;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.wording.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code eval punct}: punctuation and casing put back into stripped turns, each by itself, words unchanged. */
@Command(
        name = "punct",
        mixinStandardHelpOptions = true,
        description = "Puts punctuation and casing back into stripped turns and scores the result.")
final class EvalPunct implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--in", description = "JSONL of {id, text}; the dev set when absent.")
    private @Nullable Path in;

    @Option(names = "--out", description = "Where the readable turns go, as JSONL of {id, text}.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Path tasks = shared.resolve("corpora/tasks");
        Map<String, String> answers = answers(in == null ? tasks.resolve("punct.dev.input.jsonl") : in);
        if (out != null) {
            write(answers, out);
        }
        PrintWriter screen = spec == null ? new PrintWriter(System.out, true, StandardCharsets.UTF_8) : spec.commandLine().getOut();
        if (in == null) {
            Map<String, PunctuationScore> scores = new LinkedHashMap<>();
            WordingCorpus.lines(tasks.resolve("punct.dev.gold.jsonl"), gold -> {
                String answer = answers.getOrDefault(gold.path("id").asString(), "");
                for (String set : List.of("all", gold.path("set").asString())) {
                    scores.computeIfAbsent(set, name -> new PunctuationScore())
                            .add(gold.path("text").asString(), answer, gold.path("case").asBoolean(true));
                }
            });
            screen.println(PunctuationScore.HEADING);
            scores.forEach((set, score) -> screen.println(score.row(set)));
        }
        screen.flush();
        return 0;
    }

    private static Map<String, String> answers(Path file) throws IOException {
        Wording wording = Wording.open();
        Map<String, String> answers = new LinkedHashMap<>();
        WordingCorpus.lines(file, row -> answers.put(id(row), readable(wording, row.path("text").asString())));
        return answers;
    }

    private static String id(JsonNode row) {
        return row.path("id").asString();
    }

    private static String readable(Wording wording, String text) {
        List<Word> words = new ArrayList<>();
        Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.add(Word.heard(word, TimeSpan.NONE, 1, 0)));
        return words.isEmpty()
                ? ""
                : wording.punctuated(List.of(new Turn(Speaker.PATIENT, words))).getFirst().text();
    }

    private static void write(Map<String, String> answers, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("id", answer.getKey());
                row.put("text", answer.getValue());
                writer.write(json.writeValueAsString(row));
                writer.newLine();
            }
        }
    }
}
