package org.chartwright.eval.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.chartwright.cli.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short run, without a crash; the long one is {@code eval leaks}. */
final class LeaksTest {

    @Test
    void noWordOfAPatientIsLeftWhereItMustNotBe() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "leaks").toAbsolutePath();
        try {
            LeaksEval.Report report =
                    LeaksEval.run(data, Path.of("../samples/visit/visit.ogg"), List.of(), new Random(System.nanoTime()));
            assertThat(report.missing()).as("said, but not heard").isEmpty();
            assertThat(report.found()).as("found, and where").isEmpty();
            assertThat(report.files()).isGreaterThan(100);
        } finally {
            ServerProcess.forget(data);
        }
    }

    @Test
    void aWordIsFoundWhereverItIs(@TempDir Path folder) throws Exception {
        Words words = new Words(new Random(7));
        String said = words.of("spoken in a job");
        try (Places places = new Places(words)) {
            Files.writeString(folder.resolve("log"), "INFO: " + said.toUpperCase(java.util.Locale.ROOT));
            Files.write(folder.resolve("wide"), said.getBytes(StandardCharsets.UTF_16LE));
            Process telling = new ProcessBuilder("bash", "-c", "read -r line; : " + said).start();
            places.lookBelow(folder);
            Journey.await(() -> places.found().containsKey("a process's cmdline"));
            telling.destroy();
            assertThat(places.found()).containsOnlyKeys(
                    folder.resolve("log").toString(), folder.resolve("wide").toString(), "a process's cmdline");
        }
    }
}
