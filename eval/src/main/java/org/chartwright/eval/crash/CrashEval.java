package org.chartwright.eval.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills processes at random moments under load and counts what was lost, doubled or torn. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = "Kills the server's processes with -9 at random moments and checks that every accepted job ended"
                + " exactly once with both documents whole.")
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
    int points = 20;

    @Option(names = "--seed", description = "Seeds the moments and victims (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--data", description = "A folder to work in (default: a temporary one).")
    Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = data == null ? Files.createTempDirectory("chartwright-crash") : data;
        Report report = run(folder, points, seed);
        System.out.println(report.text());
        if (report.clean() && data == null) {
            CrashCheck.delete(folder);
        } else {
            System.out.println("Kept: " + folder);
        }
        return report.clean() ? 0 : 1;
    }

    /**
     * What came of it.
     *
     * @param kills how many of each kind
     * @param accepted jobs that were accepted
     * @param interrupted how many of those a kill hit while they were worked on
     * @param resumed how often a job was taken again, by the stage that had been interrupted
     * @param faults what is wrong, a line each
     */
    public record Report(Map<String, Integer> kills, int accepted, int interrupted, Map<String, Integer> resumed,
            List<String> faults) {

        /** Whether nothing is wrong. */
        public boolean clean() {
            return faults.isEmpty();
        }

        /** For people. */
        public String text() {
            int total = kills.values().stream().mapToInt(Integer::intValue).sum();
            return total + " kills " + kills + ", " + accepted + " jobs accepted, " + interrupted
                    + " of them interrupted, resumed from " + resumed + ", " + faults.size()
                    + " faults (lost, doubled, torn or backwards)"
                    + (faults.isEmpty() ? "" : "\n" + String.join("\n", faults));
        }
    }

    /** Runs the whole experiment in that folder. */
    public static Report run(Path folder, int points, long seed) throws IOException, InterruptedException {
        Random luck = new Random(seed);
        FolderObjects objects = new FolderObjects(folder.resolve("objects"));
        Files.createDirectories(objects.place("in", "visit").getParent());
        Files.write(objects.place("in", "visit"), VISIT.getBytes(StandardCharsets.US_ASCII));
        Map<String, Integer> kills = new TreeMap<>();
        TreeSet<String> accepted = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        SubjectProcess subject = start(folder);
        CrashCheck.watchStates(folder);
        int name = 0;
        for (int point = 0; point < points; point++) {
            long moment = System.nanoTime() + luck.nextLong(Duration.ofMillis(2500).toNanos());
            while (System.nanoTime() < moment) {
                subject.submit("job-" + name++);
                Thread.sleep(luck.nextInt(50, 600));
            }
            kills.merge(subject.kill(luck), 1, Integer::sum);
            if (!subject.alive()) {
                accepted.addAll(subject.accepted());
                subject = start(folder);
            }
        }
        accepted.addAll(subject.accepted());
        faults.addAll(CrashCheck.awaitAllEnded(folder, Duration.ofMinutes(10)));
        accepted.addAll(subject.accepted());
        faults.addAll(CrashCheck.faults(folder, objects, accepted));
        int interrupted = CrashCheck.interrupted(folder);
        Map<String, Integer> resumed = CrashCheck.resumed(folder);
        subject.close();
        return new Report(kills, accepted.size(), interrupted, resumed, faults);
    }

    private static SubjectProcess start(Path folder) throws IOException, InterruptedException {
        SubjectProcess subject = new SubjectProcess(folder);
        if (!subject.awaitReady(Duration.ofMinutes(5))) {
            subject.close();
            throw new IOException("The subject did not start; see " + folder.resolve("subject.log"));
        }
        return subject;
    }
}
