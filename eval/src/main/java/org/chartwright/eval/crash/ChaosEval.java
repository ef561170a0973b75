package org.chartwright.eval.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.scribing.JobWorker;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.StreamedVisits;
import org.chartwright.scribing.Submission;
import org.chartwright.scribing.WorkerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a server stands on fails under load, and comes back; nobody helps. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Lets the object store fail, the database die, the clock jump and the disk fill up while jobs run, and"
                + " looks for lost, doubled and torn results. Needs no corpora; the full disk needs the right to mount.")
public final class ChaosEval implements Callable<Integer> {

    private static final WorkerSettings BRISK =
            new WorkerSettings(2, Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(20));
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DISK_MEGABYTES = 300;

    @Option(names = "--jobs", description = "How many in each part (default: ${DEFAULT-VALUE}).")
    private int jobs = 40;

    @Option(names = "--seed", description = "Seeds the failures (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("chartwright-chaos");
        Map<String, Report> reports = new LinkedHashMap<>();
        for (Trouble trouble : Trouble.values()) {
            Path place = Files.createDirectory(folder.resolve(trouble.name().toLowerCase(java.util.Locale.ROOT)));
            Optional<Report> report = trouble == Trouble.FULL_DISK
                    ? onSmallDisk(place, () -> run(place, trouble, jobs, seed))
                    : Optional.of(run(place, trouble, jobs, seed));
            System.out.println(trouble + ": " + report.map(Report::text).orElse("not tried: nothing can be mounted here"));
            report.ifPresent(done -> reports.put(trouble.name(), done));
        }
        boolean good = reports.values().stream().allMatch(report -> report.faults.isEmpty());
        if (good) {
            CrashCheck.delete(folder);
        }
        return good ? 0 : 1;
    }

    /** What fails. */
    enum Trouble {
        /** A third of the object store's calls: 5xx, no answer in time, broken off, or written and not told. */
        OBJECT_STORE,
        /** PostgreSQL is killed, again and again. */
        DATABASE,
        /** The clock goes forward and back by minutes and an hour, and beyond 2038. */
        CLOCK,
        /** There is no room left where the database lies. */
        FULL_DISK
    }

    /**
     * What came of it.
     *
     * @param accepted jobs
     * @param refused attempts to hand one in that were answered with an error, as they should be
     * @param failed jobs that ended FAILED, with the object store as the reason
     * @param troubles how often something failed
     * @param faults what is wrong, a line each
     */
    record Report(int accepted, int refused, int failed, int troubles, List<String> faults) {

        String text() {
            return troubles + " troubles, " + accepted + " jobs accepted, " + refused + " refused, " + failed
                    + " ended FAILED and said why, " + faults.size() + " faults"
                    + (faults.isEmpty() ? "" : "\n" + String.join("\n", faults));
        }
    }

    static Report run(Path data, Trouble trouble, int jobs, long seed) throws IOException, InterruptedException {
        Random luck = new Random(seed);
        FolderObjects objects = new FolderObjects(data.resolve("objects"));
        Files.createDirectories(objects.place("in", "visit").getParent());
        Files.createDirectories(objects.place("out", "x").getParent());
        Files.write(objects.place("in", "visit"), CrashEval.VISIT.getBytes(StandardCharsets.US_ASCII));
        Files.createFile(objects.journal());
        FailingObjects failing = new FailingObjects(objects, luck);
        StepClock clock = new StepClock();
        TreeSet<String> accepted = new TreeSet<>();
        int refused = 0;
        int troubles = 0;
        try (Database database = Database.open(DatabaseConfig.embedded(data))) {
            Tenants tenants = new Tenants(database.jdbi(), clock.clock(), new SecureRandom());
            tenants.add(Tenants.DEFAULT);
            TenantId tenant = tenants.find(Tenants.DEFAULT).orElseThrow().id();
            CrashCheck.watchStates(data);
            KeyRoom keys = KeyRoom.open(database, new RootConfig.Local(data.resolve("root-key")), clock.clock());
            Scribing scribing = new Scribing(database, keys, clock.clock());
            JobWorker.Work work = new JobWorker.Work(
                    new Scribe(PacedEngine.stages()), new HealthScribePublisher(), failing, StreamedVisits.NONE);
            try (JobWorker worker = new JobWorker(database, scribing, work, clock.clock(), BRISK)) {
                failing.fail(trouble == Trouble.OBJECT_STORE ? 0.3 : 0);
                Disk disk = new Disk(data.resolve("filler"));
                for (int job = 0; job < jobs; job++) {
                    troubles += trouble(trouble, job, jobs, new Victims(data, clock, disk));
                    String name = "job-" + job;
                    // A client tries again until it is told that the name is taken or its job accepted.
                    for (boolean in = false; !in; ) {
                        try {
                            Submission answer = scribing.jobs().submit(tenant, CrashSubject.request(name));
                            in = answer instanceof Submission.Accepted || answer instanceof Submission.NameTaken;
                        } catch (RuntimeException _) {
                            refused++;
                            disk.emptyAfter(refused);
                            Thread.sleep(200);
                        }
                    }
                    accepted.add(name);
                    Thread.sleep(luck.nextInt(20, 200));
                }
                disk.empty();
                List<String> faults = new ArrayList<>(CrashCheck.awaitAllEnded(data, PATIENCE));
                List<String> all = CrashCheck.faults(data, objects, accepted);
                // A store that fails again and again may end a job, which says so; then it has no documents.
                List<String> ended = all.stream().filter(fault -> isOfTheStore(trouble, fault)).toList();
                faults.addAll(all.stream().filter(fault -> !ended.contains(fault)).toList());
                if (!worker.takesJobs()) {
                    faults.add("the worker takes no more jobs");
                }
                return new Report(accepted.size(), refused, ended.size(), troubles + failing.failures(), faults);
            }
        }
    }

    private static boolean isOfTheStore(Trouble trouble, String fault) {
        return trouble == Trouble.OBJECT_STORE && fault.contains(" is FAILED: ") && fault.contains("object store");
    }

    private record Victims(Path data, StepClock clock, Disk disk) {}

    private static int trouble(Trouble trouble, int job, int jobs, Victims victims) throws IOException {
        return switch (trouble) {
            case OBJECT_STORE -> 0;
            case DATABASE -> job % 10 == 5 && killPostgres(victims.data) ? 1 : 0;
            case CLOCK -> {
                victims.clock.step(job);
                yield 1;
            }
            case FULL_DISK -> {
                boolean now = job == jobs / 3;
                if (now) {
                    victims.disk.fill();
                }
                yield now ? 1 : 0;
            }
        };
    }

    private static boolean killPostgres(Path data) throws IOException {
        Path file = data.resolve("postgres/postmaster.pid");
        if (Files.notExists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** Time as it is, and a step ahead of it or behind. */
    private static final class StepClock {

        private static final List<Duration> STEPS = List.of(
                Duration.ZERO, Duration.ofHours(1), Duration.ofHours(-1), Duration.ofMinutes(10), Duration.ofMinutes(-10),
                Duration.between(Instant.now(), Instant.parse("2039-01-01T00:00:00Z")));

        private volatile Duration ahead = Duration.ZERO;

        void step(int number) {
            ahead = STEPS.get(number % STEPS.size());
        }

        Clock clock() {
            return ((InstantSource) () -> Instant.now().plus(ahead)).withZone(ZoneOffset.UTC);
        }
    }

    /** A file that takes all the room there is. */
    private record Disk(Path filler) {

        private static final int REFUSALS = 10;

        void fill() throws IOException {
            byte[] block = new byte[1 << 16];
            try (OutputStream out = Files.newOutputStream(filler)) {
                while (true) {
                    out.write(block);
                }
            } catch (IOException _) {
                // Full.
            }
        }

        /** Room comes back once so many were refused: an operator has cleared something else away. */
        void emptyAfter(int refused) {
            if (refused >= REFUSALS) {
                empty();
            }
        }

        void empty() {
            try {
                Files.deleteIfExists(filler);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private interface Work {
        Report run() throws IOException, InterruptedException;
    }

    private static Optional<Report> onSmallDisk(Path place, Work work) throws IOException, InterruptedException {
        if (!does("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m,mode=700", "tmpfs", place.toString())) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.run());
        } finally {
            does("umount", place.toString());
        }
    }

    private static boolean does(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
