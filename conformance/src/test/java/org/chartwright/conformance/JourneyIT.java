package org.chartwright.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journey of {@code journey.txt}, made with each of the real clients against the started product. */
final class JourneyIT {

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    @TempDir
    static Path folder;

    private static Path recording;
    private static StartedServer server;
    private static List<String> journey;

    @BeforeAll
    static void startTheProduct() throws IOException, InterruptedException {
        journey = Files.readAllLines(Path.of("journey.txt"));
        recording = folder.resolve("visit.ogg");
        Said cut = run(
                Map.of(),
                Path.of("."),
                List.of("ffmpeg", "-v", "error", "-i", "../samples/visit/visit.ogg", "-t", "25", recording.toString()));
        assertThat(cut.code()).as(cut.text()).isZero();
        server = StartedServer.start();
    }

    @AfterAll
    static void stopTheProduct() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theJavaSdkMakesTheJourney() throws IOException {
        assertThat(new JavaJourney(server, recording).make()).isEqualTo(journey);
    }

    @Test
    void theJavaScriptSdkMakesTheJourney() throws IOException, InterruptedException {
        Path js = Path.of("js");
        Said installed = run(Map.of(), js, List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        assertThat(installed.code()).as(installed.text()).isZero();
        assertThat(stepsOf(run(server.environment(recording), js, List.of("node", "journey.mjs"))))
                .isEqualTo(journey);
    }

    @Test
    void boto3MakesTheJourney() throws IOException, InterruptedException {
        String python = null;
        for (String candidate : PYTHONS) {
            if (run(Map.of(), Path.of("."), List.of(candidate, "-c", "import boto3")).code() == 0) {
                python = candidate;
                break;
            }
        }
        assumeTrue(python != null, "No Python with boto3 here (apt-get install python3-boto3); the journey was not made");
        assertThat(stepsOf(run(server.environment(recording), Path.of("python"), List.of(python, "-B", "journey.py"))))
                .isEqualTo(journey);
    }

    private static List<String> stepsOf(Said said) {
        assertThat(said.code()).as(said.text()).isZero();
        return said.text()
                .lines()
                .filter(line -> line.startsWith("ok "))
                .map(line -> line.substring(3))
                .toList();
    }

    private static Said run(Map<String, String> environment, Path folder, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Said(127, "cannot run " + command.getFirst());
        }
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(15, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Said(process.waitFor(), text);
    }

    private record Said(int code, String text) {}
}
