package org.chartwright.speech.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.Walls;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;

/** One worker process, seen from its parent. Used by one thread at a time; any thread may kill it. */
final class ChildProcess implements AutoCloseable {

    private static final int MOST_EXTENSIONS = 3;
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Hints hints;

    private ChildProcess(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts the process; it has opened no engine yet.
     *
     * @param walls around it
     */
    static ChildProcess start(int memoryMegabytes, Walls walls) throws RecognitionException {
        // The shell sets the limits and is then replaced by the JVM. Crash files and core dumps would hold audio.
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh", "-c", "ulimit -c 0; ulimit -n 1024; ulimit -v \"$0\"; exec \"$@\"",
                Long.toString(memoryMegabytes * 1024L)));
        command.addAll(walls.wrap(List.of(
                JAVA, "-Xms8m", "-Xmx128m", "-Xss1m", "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=32m", "-XX:CompressedClassSpaceSize=32m", "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=/dev/null", "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED", WorkerMain.class.getName())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put("LC_ALL", "C.UTF-8");
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new RecognitionException("A speech worker process could not be started", e);
        }
    }

    /** The walls for such processes: they see the JVM, our classes, the model and, for files in memory, {@code /proc}. */
    static Walls walls(@Nullable Path model) {
        Stream<String> named = Stream.concat(
                Stream.of(System.getProperty("java.home"), "/proc"),
                Stream.of(System.getProperty("java.class.path").split(":")));
        List<Path> visible = Stream.concat(named.map(Path::of), Stream.ofNullable(model)).map(Path::toAbsolutePath).toList();
        return Walls.around("The recogniser", List.of(JAVA, "-Xmx16m", "-version"), visible);
    }

    /** Whether an engine with these hints is open. */
    boolean isReadyFor(Hints wanted) {
        return wanted.equals(hints);
    }

    void open(Request.Open wanted, Duration limit) throws RecognitionException, InterruptedException {
        hints = null;
        switch (exchange(wanted, limit)) {
            case Reply.Ready _ -> hints = wanted.hints();
            case Reply.Failed failed -> throw new RecognitionException(failed.reason());
            case Reply.Heard _ -> throw brokenOff("answered out of turn");
        }
    }

    List<Word> hear(SpeechPiece piece, Duration limit) throws RecognitionException, InterruptedException {
        return heard(new Request.Hear(piece), limit);
    }

    List<Word> along(SpeechPiece more, boolean begins, Duration limit)
            throws RecognitionException, InterruptedException {
        return heard(new Request.Along(more, begins), limit);
    }

    List<Word> end(SpeechPiece whole, Duration limit) throws RecognitionException, InterruptedException {
        return heard(new Request.End(whole), limit);
    }

    private List<Word> heard(Request request, Duration limit) throws RecognitionException, InterruptedException {
        return switch (exchange(request, limit)) {
            case Reply.Heard heard -> heard.words();
            case Reply.Failed failed -> throw new RecognitionException(failed.reason());
            case Reply.Ready _ -> throw brokenOff("answered out of turn");
        };
    }

    /** Asks and waits; a worker that dies or overruns is killed, and the attempt fails. */
    private Reply exchange(Request request, Duration limit) throws RecognitionException, InterruptedException {
        Future<Reply> reply = exchanges.submit(() -> {
            request.write(out);
            return Reply.read(in);
        });
        try {
            return await(reply, limit);
        } catch (TimeoutException _) {
            throw brokenOff("took longer than its limit of " + limit.toSeconds() + " s and was stopped");
        } catch (ExecutionException _) {
            // The cause is about a pipe; what matters is how the process ended.
            process.waitFor(2, TimeUnit.SECONDS);
            throw brokenOff(process.isAlive() ? "answered with nonsense" : "died with status " + process.exitValue());
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    /** On a machine that is overloaded a worker gets little CPU; one that had less than half of its limit gets more time. */
    private Reply await(Future<Reply> reply, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Duration before = cpu();
        for (int extension = 0; extension < MOST_EXTENSIONS; extension++) {
            try {
                return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Duration used = cpu().minus(before);
                if (used.isZero() || used.multipliedBy(2).compareTo(limit) > 0) {
                    throw e;
                }
            }
        }
        return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** A process that has just died may still count as alive until its end was collected; the system knows sooner. */
    boolean isAlive() {
        return process.isAlive() && process.toHandle().isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Closes the worker's standard input, as the end of this process would. */
    void hangUp() throws IOException {
        process.getOutputStream().close();
    }

    private RecognitionException brokenOff(String what) {
        kill();
        return new RecognitionException("The speech worker process " + what);
    }

    /** Ends the process at once, and first those it started, as walls do; whoever waits for its answer gets an exception. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        exchanges.close();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
