package org.chartwright.eval.clinical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartwright.eval.SharedFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Names the section of each dialogue of a file; without {@code --in}, of the development set, and prints the score. */
@Command(
        name = "sections",
        mixinStandardHelpOptions = true,
        description = "Dialogue to section header: accuracy on the development set, or answers for a file.")
public final class SectionsEval implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--in", description = "Dialogues, one JSON object a line (default: the development set).")
    private @Nullable Path in;

    @Option(names = "--gold", description = "Right answers, one JSON object a line (default: those of the development set).")
    private @Nullable Path gold;

    @Option(names = "--out", description = "Where the answers go, one JSON object a line.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Path input = in == null ? shared.resolve("corpora/tasks/sections.dev.input.jsonl") : in;
        Path answers = gold == null && in == null ? shared.resolve("corpora/tasks/sections.dev.gold.jsonl") : gold;
        SectionHeaders headers = SectionHeaders.standard();
        Map<String, String> given = new HashMap<>();
        StringBuilder lines = new StringBuilder();
        for (Dialogues.Dialogue dialogue : Dialogues.read(input)) {
            String header = headers.header(dialogue.turns());
            given.put(dialogue.id(), header);
            lines.append(JSON.writeValueAsString(Map.of("id", dialogue.id(), "section_header", header))).append('\n');
        }
        if (out != null) {
            Files.writeString(out, lines);
        }
        if (answers != null) {
            List<Dialogues.Dialogue> right = Dialogues.read(answers);
            long correct = right.stream().filter(row -> row.header().equals(given.get(row.id()))).count();
            System.out.printf(
                    Locale.ROOT, "section headers: accuracy %.4f (%d of %d)%n",
                    correct / (double) right.size(), correct, right.size());
        }
        return 0;
    }
}
