package org.chartwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class NoteCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GOOD = "{\"id\":\"%s\",\"dialogue\":\"[doctor] Any chest pain or fever?\\n[patient] No."
            + " I have a cough and a sore throat.\\n[doctor] I will prescribe amoxicillin 500 mg. Okay?\\n[patient] Okay.\"}";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter errors = new StringWriter();

    @Test
    void aBadLineIsNamedAndTheOthersAreWritten() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), String.join("\n",
                String.format(GOOD, "a"), "{broken SECRET", "{\"id\":\"x\"}", String.format(GOOD, "b"), ""));
        Path out = folder.resolve("out.jsonl");
        assertThat(run(in, out)).isEqualTo(65);
        assertThat(errors.toString()).contains("line 2").contains("line 3").doesNotContain("SECRET");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(2);
        JsonNode first = JSON.readTree(lines.getFirst());
        assertThat(first.propertyNames()).containsExactly(
                "id", "note", "summary", "transcript", "afterVisitSummary", "orders", "report");
        assertThat(first.path("id").asString()).isEqualTo("a");
        assertThat(first.path("note").asString()).contains("amoxicillin 500 mg");
        assertThat(first.path("summary").path("ClinicalDocumentation").path("Sections")).hasSize(10);
    }

    @Test
    void itsOwnTranscriptCanBeReadAgain() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), String.format(GOOD, "a"));
        Path out = folder.resolve("out.jsonl");
        assertThat(run(in, out)).isZero();
        JsonNode transcript = JSON.readTree(Files.readString(out)).path("transcript");
        Path again = Files.writeString(folder.resolve("transcript.json"), JSON.writeValueAsString(transcript));
        Path second = folder.resolve("second.jsonl");
        assertThat(run(again, second)).isZero();
        assertThat(JSON.readTree(Files.readString(second)).path("note").asString()).contains("amoxicillin 500 mg");
    }

    @Test
    void aMissingInputIsSaidAndNothingIsWritten() {
        Path out = folder.resolve("out.jsonl");
        assertThat(run(folder.resolve("none.jsonl"), out)).isEqualTo(66);
        assertThat(out).doesNotExist();
    }

    private int run(Path in, Path out) {
        return new CommandLine(new NoteCommand())
                .setErr(new PrintWriter(errors, true))
                .execute("--in", in.toString(), "--out", out.toString());
    }
}
