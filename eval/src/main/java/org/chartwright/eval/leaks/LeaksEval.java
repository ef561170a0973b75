package org.chartwright.eval.leaks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chartwright.audio.MediaException;
import org.chartwright.cli.ServerProcess;
import org.chartwright.database.Database;
import org.chartwright.eval.Sound;
import org.chartwright.server.ServerConfig;
import org.chartwright.server.Setting;
import org.chartwright.server.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for patients' words where they must not be, after a whole journey through a real server. */
@Command(
        name = "leaks",
        mixinStandardHelpOptions = true,
        description = "Lets patients with words that nobody else has go through a server (job, stream, record, FHIR, failures,"
                + " a crash), then looks for the words in logs, metrics, traces, temporary and crash files, arguments of processes, the data"
                + " folder with the database's files, and its tables. Needs no corpora.")
public final class LeaksEval implements Callable<Integer> {

    private static final int SECONDS = 8;
    private static final int RATE = 16_000;

    @Option(names = "--sound", description = "A recording with speech in it; default ${DEFAULT-VALUE}.")
    private Path sound = Sound.sampleVisit();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * What came of it.
     *
     * @param found where words are that should not be there, and which
     * @param missing words that did not come back where they should: then the search proves nothing
     * @param files how many files were read
     */
    record Report(Map<String, Set<String>> found, List<String> missing, int files) {}

    @Override
    public Integer call() throws IOException, InterruptedException, MediaException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = Files.createTempDirectory("chartwright-leaks");
        try {
            Report report = run(data, sound, launcherOptions(), new SecureRandom());
            out.println(report.files + " files looked through; words found: " + report.found + "; not heard: " + report.missing);
            out.flush();
            return report.found.isEmpty() && report.missing.isEmpty() ? 0 : 1;
        } finally {
            ServerProcess.forget(data);
        }
    }

    /** What {@code ./chartwright} tells the JVM, so that a crash is one of a server as operators run it. */
    private static List<String> launcherOptions() throws IOException {
        Path launcher = Path.of("chartwright");
        String text = Files.readString(Files.exists(launcher) ? launcher : Path.of("..").resolve(launcher));
        return Pattern.compile("-XX:[-+]?(?:HeapDump|CreateCore|ErrorFile|DisableAttach)[\\w=/]*").matcher(text).results()
                .map(MatchResult::group)
                .toList();
    }

    /** Crashes a server with those options in the middle of a job; with none it is left to end in peace. */
    static Report run(Path data, Path sound, List<String> crashing, Random luck)
            throws IOException, InterruptedException, MediaException {
        Words words = new Words(luck);
        byte[] pcm = Sound.pcm(sound, SECONDS);
        try (Listener listener = Listener.open();
                Places places = new Places(words)) {
            int admin = freePort();
            Path file = Files.writeString(data.resolve("settings"), String.join("\n",
                    "speech.engine = server", "speech.server-endpoint = " + listener.address(), "admin.port = " + admin,
                    "telemetry.traces = " + listener.address() + "/traces", "note.papers = after-visit-summary,orders,report", "audit.copy = " + data.resolve("audit-copy"),
                    "audit.cloudtrail = " + data.resolve("trail"), ""));
            ServerConfig config = ServerConfig.of(Settings.read(file).with(Setting.SERVER_DATA, data.toString()));
            boolean crash = !crashing.isEmpty();
            ServerProcess server = ServerProcess.start(data, crashing, "--config", file.toString());
            List<String> missing;
            try (Journey journey = new Journey(words, listener, URI.create(server.endpoint()), data.resolve("credentials"))) {
                Chart chart = Chart.put(config, words);
                journey.prepare(wave(pcm));
                journey.job("knee", chart.visit());
                journey.stream(pcm);
                journey.readRecord(chart.token(), chart.patient());
                journey.fail(chart.visit());
                places.look("metrics", metrics(admin));
                places.lookBelow(data);
                if (crash) {
                    journey.start("killed", "visit.wav", chart.visit());
                    // As a fault in a native library ends it: the JVM tells what it can.
                    new ProcessBuilder("kill", "-SEGV", String.valueOf(server.pid())).start().waitFor();
                    ProcessHandle.of(server.pid()).ifPresent(process -> process.onExit().join());
                }
                missing = new ArrayList<>(journey.missing());
            } finally {
                server.stop();
            }
            if (listener.traces().length == 0) {
                missing.add("any trace");
            }
            if (crash) {
                Files.move(data.resolve("server.log"), data.resolve("server.log.1"));
                ServerProcess again = ServerProcess.start(data, "--config", file.toString());
                try (Journey after = new Journey(words, listener, URI.create(again.endpoint()), data.resolve("credentials"))) {
                    Journey.await(() -> Set.of("COMPLETED", "FAILED").contains(after.status("killed").toString()));
                } finally {
                    again.stop();
                }
            }
            places.look("traces", listener.traces());
            try (Database database = Database.openOrJoin(config.database())) {
                places.lookAtTables(database);
            }
            places.lookBelow(data);
            places.lookAtYoung(Path.of(System.getProperty("java.io.tmpdir")));
            places.lookAtYoung(Path.of("").toAbsolutePath());
            return new Report(places.found(), missing, places.files());
        }
    }

    private static byte[] metrics(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] wave(byte[] pcm) {
        return ByteBuffer.allocate(44 + pcm.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + pcm.length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * Short.BYTES)
                .putShort((short) Short.BYTES)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(pcm.length)
                .put(pcm)
                .array();
    }
}
