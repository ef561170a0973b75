package org.chartwright.eval.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chartwright.audio.MediaException;
import org.chartwright.cli.ServerProcess;
import org.chartwright.eval.StreamSigning;
import org.chartwright.eval.Sound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many streams at once to one server whose recogniser only echoes: what everything but recognition costs. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        description = "Signed HTTP/2 streams to servers of its own: how many silent ones hold 1 GiB of heap, the delay from an event"
                + " to the first caption with its sound while all speak, with 2 GiB, and whether a full server refuses others"
                + " and keeps that delay. Client and server share this machine. Needs no corpora.")
public final class StreamsEval implements Callable<Integer> {

    private static final int EVENT_MILLIS = 100;
    private static final int EVENT_BYTES = 32 * EVENT_MILLIS;
    private static final int SILENT_MILLIS = 5000;
    private static final int SILENT_BYTES = 16_000;
    private static final int AT_ONCE = 16;
    private static final int REFUSED = 20;

    @Option(names = "--speaking", description = "how many streams speak at once (default: ${DEFAULT-VALUE})")
    private int speaking = 300;

    @Option(names = "--silent", description = "how many streams are silent at once (default: ${DEFAULT-VALUE})")
    private int silent = 4000;

    @Option(names = "--seconds", description = "how long each goes on (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "how many seconds more they speak before, while the server's code is being"
            + " compiled and others begin (default: ${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(names = "--sound", description = "a recording with speech in it (default: ${DEFAULT-VALUE})")
    private Path sound = Sound.sampleVisit();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * What came of streams at once.
     *
     * @param delays before others were refused and since then
     * @param failures why streams ended before their time
     * @param refusals how those were answered that were too many
     * @param captions how many came, those of the first moments among them
     * @param memory of the server at the end, in MiB
     * @param cores that were busy before others were refused
     */
    record Report(
            Delays delays, List<String> failures, List<String> refusals, int captions, long memory, Cores cores) {

        boolean clean() {
            return failures.isEmpty() && refusals.stream().allMatch("status 429 LimitExceededException"::equals);
        }

    }

    /**
     * Delays of captions in milliseconds, in order of size.
     *
     * @param first of the time before code was compiled
     * @param before of the time before others were refused
     * @param during of the time while they were, and of a second more
     * @param after of the time since, in which the streams end almost at once
     */
    record Delays(List<Double> first, List<Double> before, List<Double> during, List<Double> after) {

        static String told(List<Double> sorted) {
            return "p50 %.1f ms, p99 %.1f ms (%d captions)".formatted(at(sorted, 50), at(sorted, 99), sorted.size());
        }

        private static double at(List<Double> sorted, int percent) {
            return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }
    }

    /**
     * How many processor cores were busy with what: both share the machine, and whatever else it does.
     *
     * @param server the server, its helpers left out
     * @param clients those who stream, all in this process
     */
    record Cores(double server, double clients) {

        /** From a moment on. */
        static final class Watch {
            private final ProcessHandle server;
            private final long begin = System.nanoTime();
            private final long serverBefore;
            private final long clientsBefore;

            Watch(long pid) {
                server = ProcessHandle.of(pid).orElseThrow();
                serverBefore = nanos(server);
                clientsBefore = nanos(ProcessHandle.current());
            }

            Cores soFar() {
                double wall = System.nanoTime() - begin;
                return new Cores(
                        (nanos(server) - serverBefore) / wall, (nanos(ProcessHandle.current()) - clientsBefore) / wall);
            }

            private static long nanos(ProcessHandle process) {
                return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
            }
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException, MediaException {
        boolean held = silent == 0 || hold();
        return (speaking == 0 || speak()) && held ? 0 : 1;
    }

    /** Whether all could be silent at once. */
    private boolean hold() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("chartwright-streams");
        try (Load load = Load.start(data, "1g", silent)) {
            byte[][] nothing = {new byte[SILENT_BYTES]};
            Report report = load.run(silent, 0, 0, index -> new Talker.Pace(
                    nothing, Math.max(1, seconds * 1000 / SILENT_MILLIS), SILENT_MILLIS, SILENT_BYTES / 32));
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%d silent streams: %d failed %s; the server has %d MiB in memory%n",
                    silent, report.failures().size(), report.failures().stream().distinct().toList(), report.memory());
            out.flush();
            return report.clean();
        } finally {
            ServerProcess.forget(data);
        }
    }

    /** Whether all could speak at once and those too many were refused. */
    private boolean speak() throws IOException, InterruptedException, MediaException {
        Path data = Files.createTempDirectory("chartwright-streams");
        try (Load load = Load.start(data, "2g", speaking)) {
            Report report = speak(load, Sound.pcm(sound, 120), speaking, new Span(warmUp, seconds), REFUSED);
            tell(spec.commandLine().getOut(), report);
            return report.clean();
        } finally {
            ServerProcess.forget(data);
        }
    }

    private void tell(PrintWriter out, Report report) {
        out.printf("%d speaking streams: from an event to the first caption with its sound %s;"
                        + " in the %d s before %s; %d failed %s; the server has %d MiB in memory%n",
                speaking, Delays.told(report.delays().before()), warmUp, Delays.told(report.delays().first()),
                report.failures().size(), report.failures().stream().distinct().toList(), report.memory());
        out.printf("busy cores while they spoke: %.2f of the server, %.2f of those who stream, of %d%n",
                report.cores().server(), report.cores().clients(), Runtime.getRuntime().availableProcessors());
        out.printf("while %d more were refused %s: %s; from then until all had ended: %s%n",
                report.refusals().size(), report.refusals().stream().distinct().toList(),
                Delays.told(report.delays().during()), Delays.told(report.delays().after()));
        out.flush();
    }

    /** How long streams speak before delays are looked at, and how long while they are, in seconds. */
    record Span(int warmUp, int seconds) {}

    /** Lets as many speak as the server takes, and tries some more halfway. */
    static Report speak(Load load, byte[] pcm, int streams, Span span, int more) throws InterruptedException {
        int events = (span.warmUp() + span.seconds()) * 1000 / EVENT_MILLIS;
        return load.run(streams, more, span.warmUp(), index -> new Talker.Pace(
                Talker.events(pcm, EVENT_BYTES * (index * 7 % Math.max(1, pcm.length / EVENT_BYTES / 2)), EVENT_BYTES),
                events, EVENT_MILLIS, EVENT_MILLIS));
    }

    /** A server and those who talk to it. */
    static final class Load implements AutoCloseable {

        private static final byte[] CONFIGURATION = ("{\"ResourceAccessRoleArn\":\"arn:aws:iam::123456789012:role/scribe\","
                + "\"PostStreamAnalyticsSettings\":{\"ClinicalNoteGenerationSettings\":{\"OutputBucketName\":\"visits\"}}}")
                .getBytes(StandardCharsets.UTF_8);

        private final ServerProcess server;
        private final StreamSigning signing;

        private Load(ServerProcess server, StreamSigning signing) {
            this.server = server;
            this.signing = signing;
        }

        /** @param heap of the server, as the JVM wants it told: all of it from the beginning */
        static Load start(Path data, String heap, int streams) throws IOException, InterruptedException {
            Path file = Files.writeString(data.resolve("settings"), String.join("\n",
                    "speech.engine = echo", "live.streams = " + streams, "server.requests = " + (streams + 200),
                    "metering.rates = *=0", "scribing.jobs = 1", "live.idle-seconds = 120", ""));
            ServerProcess server = ServerProcess.start(data, List.of("-Xms" + heap, "-Xmx" + heap), "--config", file.toString());
            try {
                URI endpoint = URI.create(server.endpoint());
                return new Load(server, Caller.of(endpoint, data.resolve("credentials")).withBucket("visits"));
            } catch (IOException | InterruptedException | RuntimeException e) {
                server.stop();
                throw e;
            }
        }

        /** What a stream says. */
        interface Says {
            Talker.Pace of(int index);
        }

        Report run(int streams, int more, int warmUp, Says says) throws InterruptedException {
            Queue<long[]> delays = new ConcurrentLinkedQueue<>();
            List<Talker> talkers = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                talkers.add(new Talker(signing, CONFIGURATION, says.of(i), (sent, delay) -> delays.add(new long[] {sent, delay})));
            }
            Semaphore door = new Semaphore(AT_ONCE);
            CountDownLatch begun = new CountDownLatch(streams);
            CountDownLatch end = new CountDownLatch(1);
            List<Thread> threads = talkers.stream().map(talker -> start(talker, door, begun, end)).toList();
            begun.await();
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(warmUp);
            long from = System.nanoTime();
            Cores.Watch watch = new Cores.Watch(server.pid());
            Talker.Pace pace = says.of(0);
            TimeUnit.MILLISECONDS.sleep(((long) pace.millis() * pace.events() - 1000L * warmUp) / 2);
            long halfway = System.nanoTime();
            Cores cores = watch.soFar();
            List<Talker> refused = new ArrayList<>();
            for (int i = 0; i < more; i++) {
                Talker one = new Talker(signing, CONFIGURATION, pace, (_, _) -> {});
                one.talk(door, () -> {}, new CountDownLatch(0));
                refused.add(one);
            }
            long refusedUntil = more == 0 ? halfway : System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            end.countDown();
            long memory = Caller.residentMegabytes(server.pid());
            for (Thread thread : threads) {
                thread.join();
            }
            return new Report(
                    new Delays(
                            millis(delays, start, from), millis(delays, from, halfway),
                            millis(delays, halfway, refusedUntil), millis(delays, refusedUntil, Long.MAX_VALUE)),
                    failures(talkers), failures(refused), delays.size(), memory, cores);
        }

        private static Thread start(Talker talker, Semaphore door, CountDownLatch begun, CountDownLatch end) {
            return Thread.ofVirtual().start(() -> {
                try {
                    talker.talk(door, begun::countDown, end);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        private static List<String> failures(List<Talker> talkers) {
            return talkers.stream().map(Talker::failure).filter(java.util.Objects::nonNull).toList();
        }

        private static List<Double> millis(Queue<long[]> delays, long from, long to) {
            return delays.stream()
                    .filter(one -> one[0] >= from && one[0] < to)
                    .map(one -> one[1] / 1e6)
                    .sorted()
                    .toList();
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
