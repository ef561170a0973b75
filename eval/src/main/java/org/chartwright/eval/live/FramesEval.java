package org.chartwright.eval.live;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries many broken messages of event streams. */
@Command(
        name = "frames",
        mixinStandardHelpOptions = true,
        description = "Breaks messages of event streams where their structure is, mends their checksums, and reads them.")
public final class FramesEval implements Callable<Integer> {

    @Option(names = "--count", description = "how many messages", defaultValue = "1000000")
    private long count;

    @Option(names = "--seed", description = "the seed of luck", defaultValue = "1")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        FrameFuzz.Tally tally = new FrameFuzz(seed).run(count);
        spec.commandLine().getOut().printf("%d messages: %d read byte for byte, %d refused, %d ended before their end; no other"
                + " answer%n", count, tally.read(), tally.refused(), tally.cut());
        return 0;
    }
}
