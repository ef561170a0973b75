package org.chartwright.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built product, started as a process of its own on a port of its choice with a data folder of its own. */
final class StartedServer implements AutoCloseable {

    private static final Pattern ENDPOINT = Pattern.compile("https?://127\\.0\\.0\\.1:\\d+");
    private static final Pattern SETTING = Pattern.compile("^\\s*(\\w+)\\s*=\\s*(\\S+)\\s*$");
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Path data;
    private final Process process;
    private final String endpoint;

    private StartedServer(Path data, Process process, String endpoint) {
        this.data = data;
        this.process = process;
        this.endpoint = endpoint;
    }

    static StartedServer start() throws IOException, InterruptedException {
        return start("all");
    }

    static StartedServer start(String role) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("chartwright-conformance");
        Process process = serve(data, "--role", role, "--port", "0");
        return new StartedServer(data, process, endpoint(process));
    }

    /** Starts it with these settings beside the usual ones. */
    static StartedServer with(Map<String, String> settings) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("chartwright-conformance");
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .toList();
        Path file = Files.write(data.resolve("chartwright.conf"), lines);
        Process process = serve(data, "--config", file.toString(), "--port", "0");
        return new StartedServer(data, process, endpoint(process));
    }

    /** Starts another process on this one's data folder; what it says is in its output. */
    Process another(String role) throws IOException {
        return serve(data, "--role", role, "--port", "0");
    }

    /** The product's command line, to which a command and its options are added. */
    static List<String> command() {
        Path target = Path.of("../server/target").toAbsolutePath().normalize();
        if (!Files.exists(target.resolve("chartwright.jar"))) {
            throw new IllegalStateException("Build the server first: " + target + "/chartwright.jar is missing");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                target.resolve("chartwright.jar") + ":" + target.resolve("lib") + "/*",
                "org.chartwright.cli.Main");
    }

    private static Process serve(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of("serve", "--data", data.toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Reads the server's output until it names its endpoint, and goes on reading so that it never blocks. */
    private static String endpoint(Process process) throws InterruptedException {
        BlockingQueue<String> found = new ArrayBlockingQueue<>(1);
        StringBuilder said = new StringBuilder();
        Thread.ofVirtual().name("server output").start(() -> {
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(line -> {
                    synchronized (said) {
                        said.append(line).append('\n');
                    }
                    Matcher endpoint = ENDPOINT.matcher(line);
                    if (endpoint.find()) {
                        found.offer(endpoint.group());
                    }
                });
            } catch (IOException | UncheckedIOException e) {
                // The process has gone; whoever waits for it sees that.
            }
        });
        String endpoint = found.poll(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (endpoint == null) {
            process.destroyForcibly();
            synchronized (said) {
                throw new IllegalStateException("The server did not start:\n" + said);
            }
        }
        return endpoint;
    }

    String endpoint() {
        return endpoint;
    }

    Path data() {
        return data;
    }

    Path credentialsFile() {
        return data.resolve("credentials");
    }

    /** The settings of the profile {@code default}, by name. */
    Map<String, String> credentials() throws IOException {
        try (Stream<String> lines = Files.lines(credentialsFile())) {
            return lines.dropWhile(line -> !line.strip().equals("[default]"))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("["))
                    .map(SETTING::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(setting -> setting.group(1), setting -> setting.group(2)));
        }
    }

    /** What a client in another language finds in its environment. */
    Map<String, String> environment(Path recording) throws IOException {
        return Map.of(
                "CHARTWRIGHT_ENDPOINT", endpoint,
                "CHARTWRIGHT_ACCOUNT", credentials().get("aws_account_id"),
                "CHARTWRIGHT_RECORDING", recording.toAbsolutePath().toString(),
                "AWS_SHARED_CREDENTIALS_FILE", credentialsFile().toString(),
                "AWS_EC2_METADATA_DISABLED", "true");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().completeOnTimeout(process, 40, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
