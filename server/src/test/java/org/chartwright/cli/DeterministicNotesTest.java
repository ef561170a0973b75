package org.chartwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same dialogues give the same bytes in every process. Each process of Java goes through its fixed sets and maps in an
 * order of its own, and through identities in an order that an option sets, so that one process alone would show little.
 */
final class DeterministicNotesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSameDialoguesGiveTheSameBytesInEveryProcess() throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in.jsonl"), dialogues());
        Path here = folder.resolve("here.jsonl");
        assertThat(new CommandLine(new NoteCommand()).execute("--in", in.toString(), "--out", here.toString())).isZero();
        byte[] expected = Files.readAllBytes(here);
        assertThat(Files.readAllLines(here)).hasSizeGreaterThan(25);
        List<Process> processes = new ArrayList<>();
        for (String identities : List.of("0", "2")) {
            processes.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=" + identities, "-XX:ActiveProcessorCount=" + (1 + processes.size()),
                            "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                            "note", "--in", in.toString(), "--out", folder.resolve("there-" + identities).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "log-" + identities))
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(folder.resolve("there-0")).hasBinaryContent(expected);
        assertThat(folder.resolve("there-2")).hasBinaryContent(expected);
    }

    private static List<String> dialogues() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String kind : List.of("specialties", "behavioral")) {
            try (Stream<Path> files = Files.list(Path.of("../samples", kind))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
                    String dialogue = String.join("\n", Files.readAllLines(file).stream().filter(line -> line.startsWith("[")).toList());
                    lines.add(JSON.writeValueAsString(Map.of("id", file.getFileName().toString(), "dialogue", dialogue)));
                }
            }
        }
        return lines;
    }
}
