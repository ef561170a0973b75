package org.chartwright.eval.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwright.audio.MediaException;
import org.chartwright.cli.ServerProcess;
import org.chartwright.eval.Sound;
import org.chartwright.eval.StreamSigning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cuts connections and kills the server at random, and looks whether anything that was acknowledged is lost. */
@Command(
        name = "cuts",
        mixinStandardHelpOptions = true,
        description = "Streams visits to a server of its own while connections are cut and the server is killed at random"
                + " moments; then no acknowledged sound may be lost, and the words must be those of an uncut stream outside the"
                + " utterances that were cut. The recogniser is scripted. Needs no corpora.")
public final class CutsEval implements Callable<Integer> {

    /** An utterance has at most eight seconds, so what is further from a cut than that was not cut. */
    private static final long NEAR_MILLIS = 8500;

    @Option(names = "--cuts", description = "how many cuts and kills (default: ${DEFAULT-VALUE})")
    private int cuts = 200;

    @Option(names = "--sessions", description = "how many visits at once (default: ${DEFAULT-VALUE})")
    private int sessions = 10;

    @Option(names = "--kill-seconds", description = "from one kill of the server to the next, about (default: ${DEFAULT-VALUE})")
    private int killSeconds = 8;

    @Option(names = "--seed", description = "seeds the moments (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--sound", description = "a recording with speech in it (default: ${DEFAULT-VALUE})")
    private Path sound = Sound.sampleVisit();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * What came of it.
     *
     * @param cuts connections that broke off
     * @param kills of the server
     * @param visits that came to their end
     * @param lostMillis of acknowledged sound
     * @param compared captions far from any cut
     * @param different those of them that say something else than without cuts
     */
    record Report(int cuts, int kills, int visits, long lostMillis, int compared, int different) {}

    /** How it is done: how many cuts, at least, of how many visits at once, and how long a server lives. */
    record Plan(int cuts, int sessions, long killMillis, int paceMillis, long seed) {}

    @Override
    public Integer call() throws IOException, InterruptedException, MediaException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = Files.createTempDirectory("chartwright-cuts");
        try {
            Report report = run(data, Sound.pcm(sound, 120), new Plan(cuts, sessions, killSeconds * 1000L, 20, seed));
            out.printf("%d connections cut, %d of the server's deaths among the causes, %d visits: %d ms of acknowledged sound"
                            + " lost; of %d captions away from cuts %d differ from the uncut visit's%n",
                    report.cuts, report.kills, report.visits, report.lostMillis, report.compared, report.different);
            out.flush();
            return report.lostMillis == 0 && report.different == 0 && report.compared > 0 ? 0 : 1;
        } finally {
            ServerProcess.forget(data);
        }
    }

    static Report run(Path data, byte[] pcm, Plan plan) throws IOException, InterruptedException {
        Path file = Files.writeString(data.resolve("settings"), String.join("\n",
                "speech.engine = echo", "live.streams = 100", "metering.rates = *=0", "scribing.jobs = 1", ""));
        AtomicReference<StreamSigning> who = new AtomicReference<>();
        ServerProcess server = ServerProcess.start(data, "--config", file.toString());
        List<CutSession> visits = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        int kills = 0;
        try (HttpClient http = HttpClient.newHttpClient()) {
            who.set(Caller.of(URI.create(server.endpoint()), data.resolve("credentials")).withBucket("visits"));
            CutSession uncut = new CutSession(http, who::get, pcm, plan.paceMillis);
            if (!uncut.connect(null)) {
                throw new IOException("The visit broke off without a cut");
            }
            Random luck = new Random(plan.seed);
            List<Thread> talking = new ArrayList<>();
            for (int i = 0; i < plan.sessions; i++) {
                Random own = new Random(luck.nextLong());
                talking.add(Thread.ofVirtual().start(() -> talk(http, who, pcm, plan, own, visits, done)));
            }
            while (talking.stream().anyMatch(Thread::isAlive)) {
                TimeUnit.MILLISECONDS.sleep(plan.killMillis / 2 + luck.nextLong(plan.killMillis));
                if (done.get() < plan.cuts) {
                    ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
                    server.stop();
                    kills++;
                    Files.move(data.resolve("server.log"), data.resolve("server.log." + kills));
                    server = ServerProcess.start(data, "--config", file.toString());
                    StreamSigning before = who.get();
                    who.set(new StreamSigning(URI.create(server.endpoint()), before.key(), before.secret()));
                }
            }
            return compare(uncut, List.copyOf(visits), kills);
        } finally {
            server.stop();
        }
    }

    private static void talk(
            HttpClient http, AtomicReference<StreamSigning> who, byte[] pcm, Plan plan, Random luck,
            List<CutSession> visits, AtomicInteger done) {
        try {
            while (done.get() < plan.cuts) {
                CutSession visit = new CutSession(http, who::get, pcm, plan.paceMillis);
                int cutBefore = 0;
                while (!visit.connect(done.get() < plan.cuts ? luck : null)) {
                    done.addAndGet(visit.cuts() - cutBefore);
                    cutBefore = visit.cuts();
                }
                synchronized (visits) {
                    visits.add(visit);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Report compare(CutSession uncut, List<CutSession> visits, int kills) {
        int cuts = 0;
        long lost = 0;
        int compared = 0;
        int different = 0;
        for (CutSession visit : visits) {
            cuts += visit.cuts();
            lost += visit.lostMillis();
            TreeMap<Long, String> finals = visit.finals();
            for (Map.Entry<Long, String> caption : uncut.finals().entrySet()) {
                boolean near = visit.cutsMillis().stream().anyMatch(cut -> Math.abs(cut - caption.getKey()) < NEAR_MILLIS);
                if (!near && !visit.isEndUnseen()) {
                    compared++;
                    different += caption.getValue().equals(finals.get(caption.getKey())) ? 0 : 1;
                }
            }
        }
        return new Report(cuts, kills, visits.size(), lost, compared, different);
    }
}
