package org.chartwright.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.Progress;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.Stages;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What everything but recognition costs, beside what recognition costs, on the same recording in one run. The recogniser
 * works in processes of its own, so the operating system's books tell the two apart: its processes are alive when they are
 * read, decoders have ended, and the rest is this process.
 */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        description = "CPU time of recognition and of everything else, on the same recording in one run.")
final class CostEval implements Callable<Integer> {

    private static final double NANOS = 1e9;
    private static final int CHILDREN_USER_TIME = 13;
    private static final double TICKS_PER_SECOND = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "AUDIO",
            description = "The recording (default: the sample visit).")
    private Path audio = Sound.sampleVisit();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-6s %10s %14s %12s %8s%n", "run", "audio s", "recogniser s", "the rest s", "ratio");
        try (Recognizer recognizer = Recognizers.open(SpeechConfig.defaults())) {
            Scribe scribe = new Scribe(
                    Stages.of(new MediaDecoder(MediaLimits.DEFAULT), recognizer));
            for (String run : new String[] {"cold", "warm"}) {
                double recogniserBefore = livingChildren();
                double restBefore = thisProcess() + endedChildren();
                Duration length = scribe(scribe);
                double recogniser = livingChildren() - recogniserBefore;
                double rest = thisProcess() + endedChildren() - restBefore;
                out.printf(
                        Locale.ROOT,
                        "%-6s %10.1f %14.2f %12.2f %7.1f%%%n",
                        run,
                        length.toMillis() / 1000.0,
                        recogniser,
                        rest,
                        100 * rest / recogniser);
            }
        }
        out.flush();
        return 0;
    }

    private Duration scribe(Scribe scribe) throws Exception {
        ScribeRequest request = ScribeRequest.oneMicrophone(NoteRequest.DEFAULT, new UUID(0, 0));
        return scribe.scribe(new FileSource(audio), request, Progress.NONE).length();
    }

    private static double livingChildren() {
        return ProcessHandle.current()
                        .descendants()
                        .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum()
                / NANOS;
    }

    private static double thisProcess() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / NANOS;
    }

    /** User and system time of the children that have ended and were waited for; see proc(5), fields 16 and 17. */
    private static double endedChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[CHILDREN_USER_TIME]) + Long.parseLong(afterName[CHILDREN_USER_TIME + 1]))
                / TICKS_PER_SECOND;
    }
}
