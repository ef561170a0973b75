package org.chartwright.eval.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** One data folder with its server, which is killed again and again under load, and started again. One thread runs it. */
final class CrashHouse {

    private static final int STREAMS = 2;
    private static final int STRETCHES = 5;
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofMinutes(10);
    private static final Duration AIMED = Duration.ofSeconds(5);

    private final Path folder;
    private final FolderObjects objects;
    private final Random luck;
    private final ConcurrentSkipListSet<String> accepted = new ConcurrentSkipListSet<>();
    private final Map<UUID, StreamClient> clients = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<Aim, Integer> aims = new EnumMap<>(Aim.class);
    private final Map<String, Integer> hit = new TreeMap<>();
    private @Nullable SubjectProcess subject;
    private int name;

    /** At which moment a process is killed. */
    enum Aim {
        /** Whatever is going on. */
        ANY,
        /** A job is just being accepted. */
        ACCEPTING,
        /** A job's first document has just been put. */
        PUBLISHING,
        /** A stream is just being ended. */
        ENDING
    }

    private static final List<Aim> AIMS = List.of(Aim.ANY, Aim.ANY, Aim.ANY, Aim.ACCEPTING, Aim.PUBLISHING, Aim.ENDING);

    /** A house in that folder; moments and victims depend on luck. */
    CrashHouse(Path folder, Random luck) {
        this.folder = folder;
        this.luck = luck;
        this.objects = new FolderObjects(folder.resolve("objects"));
    }

    CrashEval.Report run(int points) throws IOException, InterruptedException {
        Files.createDirectories(objects.place("in", "visit").getParent());
        Files.createDirectories(objects.place("out", "x").getParent());
        Files.write(objects.place("in", "visit"), CrashEval.VISIT.getBytes(StandardCharsets.US_ASCII));
        Files.createFile(objects.journal());
        start();
        CrashCheck.watchStates(folder);
        for (int point = 0; point < points; point++) {
            Aim aim = AIMS.get(luck.nextInt(AIMS.size()));
            await(aim);
            aims.merge(aim, 1, Integer::sum);
            kill();
        }
        for (Thread thread : threads) {
            thread.join(END);
            thread.interrupt();
            thread.join();
        }
        List<String> faults = new ArrayList<>(CrashCheck.awaitAllEnded(folder, END));
        for (StreamClient client : clients.values()) {
            accepted.add(client.job());
            faults.addAll(client.faults(objects));
        }
        faults.addAll(CrashCheck.faults(folder, objects, accepted));
        int interrupted = CrashCheck.interrupted(folder);
        Map<String, Integer> resumed = CrashCheck.resumed(folder);
        subject().close();
        int again = clients.values().stream().mapToInt(StreamClient::resumed).sum();
        return new CrashEval.Report(
                kills, aims, hit, new CrashEval.Load(accepted.size() - clients.size(), clients.size(), again), interrupted,
                resumed, faults);
    }

    /** The server, as soon as there is one. */
    synchronized SubjectProcess subject() throws InterruptedException {
        while (subject == null) {
            wait();
        }
        return subject;
    }

    private synchronized void replace(@Nullable SubjectProcess next) {
        subject = next;
        notifyAll();
    }

    private void start() throws IOException, InterruptedException {
        SubjectProcess next = new SubjectProcess(folder, this::answer);
        if (!next.awaitReady(START)) {
            next.close();
            throw new IOException("The subject did not start; see " + folder.resolve("subject.log"));
        }
        replace(next);
    }

    private void answer(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "accepted", "taken" -> accepted.add(words[1]);
            case "refused" -> {}
            default -> {
                StreamClient client = clients.get(UUID.fromString(words[1]));
                if (client != null) {
                    client.answer(words[0] + (words.length > 2 ? " " + words[2] : ""));
                }
            }
        }
    }

    private void await(Aim aim) throws IOException, InterruptedException {
        keepStreaming();
        switch (aim) {
            case ANY -> {
                long moment = System.nanoTime() + luck.nextLong(Duration.ofMillis(2000).toNanos());
                while (System.nanoTime() < moment) {
                    submit();
                    Thread.sleep(luck.nextInt(50, 600));
                }
            }
            case ACCEPTING -> {
                submit();
                Thread.sleep(luck.nextInt(20));
            }
            case PUBLISHING -> {
                submit();
                long before = Files.size(objects.journal());
                until(() -> Files.size(objects.journal()) > before);
                Thread.sleep(luck.nextInt(15));
            }
            case ENDING -> {
                submit();
                until(() -> clients.values().stream().anyMatch(one -> one.state() == StreamClient.State.ENDING));
                Thread.sleep(luck.nextInt(150));
            }
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    /** A moment that does not come is not waited for for ever: the kill is at a random one then. */
    private static void until(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + AIMED.toNanos();
        while (!condition.holds() && System.nanoTime() < end) {
            Thread.sleep(2);
        }
    }

    private void submit() throws InterruptedException {
        subject().tell("job job-" + name++);
    }

    private void keepStreaming() {
        long open = clients.values().stream().filter(one -> one.state() != StreamClient.State.OVER).count();
        for (long i = open; i < STREAMS; i++) {
            StreamClient client = new StreamClient(
                    this, new UUID(luck.nextLong(), luck.nextLong()), Talk.of(STRETCHES, luck.nextLong()),
                    new Random(luck.nextLong()));
            clients.put(client.session(), client);
            threads.add(Thread.ofVirtual().start(client));
        }
    }

    private void kill() throws IOException, InterruptedException {
        for (StreamClient client : clients.values()) {
            switch (client.state()) {
                case STREAMING -> hit.merge("streams", 1, Integer::sum);
                case ENDING -> hit.merge("streams being ended", 1, Integer::sum);
                case AWAY, OVER -> {}
            }
        }
        SubjectProcess victim = subject();
        kills.merge(victim.kill(luck), 1, Integer::sum);
        if (!victim.alive()) {
            replace(null);
            clients.values().forEach(StreamClient::gone);
            start();
        }
    }
}
