package org.chartwright.eval.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A started subject. Any thread may write to it; one starts and kills it. */
final class SubjectProcess {

    private final Path data;
    private final Process process;
    private final Writer lines;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread listener;

    /**
     * Starts it.
     *
     * @param answers is given each line that it says, in order, on a thread of its own
     */
    SubjectProcess(Path data, Consumer<String> answers) throws IOException {
        this.data = data;
        this.process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx300m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashSubject.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("subject.log").toFile()))
                .start();
        this.lines = process.outputWriter(StandardCharsets.UTF_8);
        this.listener = Thread.ofVirtual().start(() -> listen(answers));
    }

    private void listen(Consumer<String> answers) {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("ready ")) {
                    ready.countDown();
                } else {
                    answers.accept(line);
                }
            }
        } catch (IOException e) {
            // It was killed while it spoke; a half line is no answer.
        }
    }

    boolean awaitReady(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean there = false;
        while (!there && process.isAlive() && System.nanoTime() < end) {
            there = ready.await(50, TimeUnit.MILLISECONDS);
        }
        return there;
    }

    /** Says a line to it; one that is dead hears nothing. */
    void tell(String line) {
        try {
            synchronized (lines) {
                lines.write(line + "\n");
                lines.flush();
            }
        } catch (IOException e) {
            if (!isDying()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isDying() {
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Kills one of its processes without warning and says which kind. */
    String kill(Random luck) throws IOException, InterruptedException {
        Optional<ProcessHandle> postgres = postmaster();
        int choice = luck.nextInt(4);
        if (choice == 0 && postgres.isPresent()) {
            postgres.get().destroyForcibly();
            return "postgres";
        }
        if (choice == 1 && postgres.isPresent()) {
            List<ProcessHandle> helpers = postgres.get().children().toList();
            if (!helpers.isEmpty()) {
                helpers.get(luck.nextInt(helpers.size())).destroyForcibly();
                return "postgres helper";
            }
        }
        if (choice == 2 && postgres.isPresent()) {
            postgres.get().destroyForcibly();
            end();
            return "server and postgres";
        }
        end();
        return "server";
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data.resolve("postgres/postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> written = Files.readAllLines(file);
        return written.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(written.getFirst().strip()));
    }

    boolean alive() {
        return process.isAlive();
    }

    private void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
    }

    /** Ends it as an operator would. */
    void close() throws IOException, InterruptedException {
        lines.close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            end();
        }
        listener.join();
    }
}
