package org.chartwright.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.chartwright.cli.ServerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How long {@code serve} takes until it is ready, and what all its processes hold in memory when idle. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = "Time until the server is ready, first and later, and its idle memory.")
final class StartupEval implements Callable<Integer> {

    private static final int LATER_STARTS = 3;
    private static final long SETTLE_MILLIS = 15_000;
    private static final long LOOK_EVERY_MILLIS = 50;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = Files.createTempDirectory("chartwright-startup");
        try {
            out.printf(Locale.ROOT, "%-14s %10s %22s%n", "start", "ready s", "idle memory MiB (PSS)");
            for (int start = 0; start <= LATER_STARTS; start++) {
                long begin = System.nanoTime();
                ServerProcess server = ServerProcess.start(data);
                try {
                    awaitReady(server.endpoint());
                    double ready = (System.nanoTime() - begin) / 1e9;
                    Thread.sleep(SETTLE_MILLIS);
                    out.printf(
                            Locale.ROOT,
                            "%-14s %10.1f %22d%n",
                            start == 0 ? "first" : "later " + start,
                            ready,
                            memoryMebibytes(data));
                    out.flush();
                } finally {
                    server.stop();
                }
            }
            return 0;
        } finally {
            ServerProcess.forget(data);
        }
    }

    private static void awaitReady(String endpoint) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question =
                    HttpRequest.newBuilder(URI.create(endpoint + "/health/ready")).build();
            while (true) {
                try {
                    if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet; asked again below.
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    /** The proportional set size of this run's processes: the server, its children, and the database in its folder. */
    private static long memoryMebibytes(Path data) throws IOException {
        long kibibytes = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            if (process.pid() != ProcessHandle.current().pid() && belongsTo(process, data)) {
                try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
                    kibibytes += lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum();
                } catch (IOException e) {
                    // It ended while we looked.
                }
            }
        }
        return kibibytes / 1024;
    }

    private static boolean belongsTo(ProcessHandle process, Path data) {
        for (ProcessHandle up = process; up != null; up = up.parent().orElse(null)) {
            if (up.pid() == ProcessHandle.current().pid()) {
                return true;
            }
            try {
                if (Files.readString(Path.of("/proc/" + up.pid() + "/cmdline")).contains(data.toString())) {
                    return true;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }
}
