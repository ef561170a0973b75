package org.chartwright.eval.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills processes at random moments under load and counts what was lost, doubled or torn. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = "Kills the server's processes with -9 at random moments and checks that every accepted job ended"
                + " exactly once with both documents whole, and that streams go on with every word that was said.")
public final class CrashEval implements Callable<Integer> {

    static final String VISIT = """
            good morning what brings you in today
            i have had a cough for two weeks and some fever
            any chest pain or shortness of breath
            no chest pain but i do get short of breath on the stairs
            do you take any medication
            i take lisinopril ten milligrams a day
            your lungs sound clear
            i think this is bronchitis we will get a chest x ray
            """;

    @Option(names = "--points", description = "How many kills (default: ${DEFAULT-VALUE}).")
    private int points = 100;

    @Option(names = "--houses", description = "How many servers, side by side (default: ${DEFAULT-VALUE}).")
    private int houses = 3;

    @Option(names = "--seed", description = "Seeds the moments and victims (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--data", description = "A folder to work in (default: a temporary one).")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = data == null ? Files.createTempDirectory("chartwright-crash") : data;
        Report report = run(folder, points, houses, seed);
        System.out.println(report.text());
        if (report.clean() && data == null) {
            CrashCheck.delete(folder);
        } else {
            System.out.println("Kept: " + folder);
        }
        return report.clean() ? 0 : 1;
    }

    /**
     * What it was done to.
     *
     * @param jobs of recordings that were accepted
     * @param streams that were begun
     * @param resumed how often a stream was gone on with
     */
    public record Load(int jobs, int streams, int resumed) {}

    /**
     * What came of it.
     *
     * @param kills how many of each kind of process
     * @param aims how many at each kind of moment
     * @param hit streams that were under way at a kill
     * @param load how much there was to be lost
     * @param interrupted how many jobs a kill hit while they were worked on
     * @param resumed how often a job was taken again, by the stage that had been interrupted
     * @param faults what is wrong, a line each
     */
    public record Report(
            Map<String, Integer> kills,
            Map<CrashHouse.Aim, Integer> aims,
            Map<String, Integer> hit,
            Load load,
            int interrupted,
            Map<String, Integer> resumed,
            List<String> faults) {

        /** Whether nothing is wrong. */
        public boolean clean() {
            return faults.isEmpty();
        }

        /** All kills. */
        public int total() {
            return kills.values().stream().mapToInt(Integer::intValue).sum();
        }

        Report and(Report other) {
            List<String> both = new ArrayList<>(faults);
            both.addAll(other.faults);
            return new Report(
                    sum(kills, other.kills), sum(aims, other.aims), sum(hit, other.hit),
                    new Load(load.jobs + other.load.jobs, load.streams + other.load.streams,
                            load.resumed + other.load.resumed),
                    interrupted + other.interrupted, sum(resumed, other.resumed), both);
        }

        private static <K> Map<K, Integer> sum(Map<K, Integer> one, Map<K, Integer> other) {
            Map<K, Integer> sum = new TreeMap<>(one);
            other.forEach((key, count) -> sum.merge(key, count, Integer::sum));
            return sum;
        }

        /** For people. */
        public String text() {
            return total() + " kills " + kills + " at moments " + aims + ", which hit " + hit + "\n"
                    + load.jobs + " jobs accepted, " + interrupted + " of them and of those of streams interrupted, resumed from "
                    + resumed + "\n" + load.streams + " streams, gone on with " + load.resumed + " times\n" + faults.size()
                    + " faults (lost, doubled, torn or backwards)"
                    + (faults.isEmpty() ? "" : "\n" + String.join("\n", faults));
        }
    }

    /** Runs the whole experiment in that folder, in several houses at once: a house mostly waits. */
    public static Report run(Path folder, int points, int houses, long seed) throws IOException, InterruptedException {
        List<Future<Report>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < houses; i++) {
                Path place = Files.createDirectories(folder.resolve("house-" + i));
                int share = points / houses + (i < points % houses ? 1 : 0);
                CrashHouse house = new CrashHouse(place, new Random(seed * houses + i));
                running.add(threads.submit(() -> house.run(share)));
            }
        }
        Report sum = null;
        for (Future<Report> one : running) {
            try {
                sum = sum == null ? one.get() : sum.and(one.get());
            } catch (ExecutionException e) {
                throw new IOException("A house could not be run", e.getCause());
            }
        }
        return Objects.requireNonNull(sum, "at least one house");
    }
}
