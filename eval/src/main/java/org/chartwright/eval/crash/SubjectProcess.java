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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A started subject and what it has answered. One thread. */
final class SubjectProcess {

    private final Path data;
    private final Process process;
    private final Writer names;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Thread listener;

    SubjectProcess(Path data) throws IOException {
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
        this.names = process.outputWriter(StandardCharsets.UTF_8);
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("ready ")) {
                    ready.countDown();
                } else if (line.startsWith("accepted ") || line.startsWith("taken ")) {
                    accepted.add(line.substring(line.indexOf(' ') + 1));
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

    void submit(String name) {
        try {
            names.write(name + "\n");
            names.flush();
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What it said that it had accepted, or had accepted before. */
    Set<String> accepted() {
        return accepted;
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
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
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
        names.close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            end();
        }
        listener.join();
    }
}
