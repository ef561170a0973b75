package org.chartwright.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the workspace in a real Chromium: each screen before a stand-in of the server, and the journey before the product. */
final class WorkspaceIT {

    private static final Path WORKSPACE = Path.of("../workspace");

    @TempDir
    static Path folder;

    @BeforeAll
    static void installWhatTheTestsNeed() throws IOException, InterruptedException {
        if (Files.notExists(WORKSPACE.resolve("node_modules/.package-lock.json"))) {
            run(Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        }
    }

    @Test
    void theLogicOfThePagesHolds() throws IOException, InterruptedException {
        run(Map.of(), List.of("npm", "run", "--silent", "logic"));
    }

    @Test
    void everyScreenWorksByKeyboardAndHasNoBarriers() throws IOException, InterruptedException {
        run(Map.of(), List.of("npm", "run", "--silent", "screens"));
    }

    @Test
    void aVisitIsReviewedSignedAndFoundInTheRecord() throws IOException, InterruptedException {
        Path microphone = folder.resolve("microphone.wav");
        run(Map.of(), List.of(
                "ffmpeg", "-v", "error", "-i", "../samples/visit/visit.ogg", "-t", "20", "-ac", "1", "-ar", "16000", microphone.toString()));
        try (StartedHospital hospital = StartedHospital.start("urn:chartwright:mrn|MR-1968");
                StartedServer server = StartedServer.with(Map.of("ehr.trusted-hosts", "127.0.0.1"))) {
            Map<String, String> environment = new HashMap<>();
            environment.put("CHARTWRIGHT_ENDPOINT", server.endpoint());
            environment.put("CHARTWRIGHT_HOSPITAL", hospital.address());
            environment.put("CHARTWRIGHT_DATA", server.data().toAbsolutePath().toString());
            environment.put("CHARTWRIGHT_CLI", StartedServer.command().stream()
                    .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "[", "]")));
            environment.put("CHARTWRIGHT_MICROPHONE", microphone.toAbsolutePath().toString());
            run(environment, List.of("npm", "run", "--silent", "journey"));
        }
    }

    private static void run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(WORKSPACE.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
