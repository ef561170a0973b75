package org.chartwright.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server started as a process of its own, as {@code serve} would be by hand; its output goes to a file. */
public final class ServerProcess {

    private static final Pattern ENDPOINT = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a server on a port of its own choice, with more options of the command if need be. */
    public static ServerProcess start(Path data, String... options) throws IOException {
        return start(data, List.of(), options);
    }

    /** The same with options of the JVM. */
    public static ServerProcess start(Path data, List<String> machine, String... options) throws IOException {
        Files.createDirectories(data);
        Path log = data.resolve("server.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(machine);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of("serve", "--data", data.toString(), "--port", "0"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(process, log);
    }

    /** Waits until the server says where it listens. */
    public String endpoint() throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try (BufferedReader lines = Files.newBufferedReader(log)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher endpoint = ENDPOINT.matcher(line);
                    if (endpoint.find()) {
                        return endpoint.group();
                    }
                }
            }
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        stop();
        throw new IOException("the server did not start; it said:\n" + lastLines());
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Asks the server to stop, and makes it after a while. */
    public void stop() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    /** Deletes the data folder of a stopped server, all of it. */
    public static void forget(Path data) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(data)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }

    private String lastLines() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(2000, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8);
        }
    }
}
