package org.chartwright.eval.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chartwright.cli.ServerProcess;
import org.chartwright.eval.Sound;
import org.junit.jupiter.api.Test;

/** The short runs of {@code eval streams} and {@code eval cuts}: what is right, not how quick it is. */
final class LoadTest {

    private static final Path SOUND = Path.of("../samples/visit/visit.ogg");

    @Test
    void streamsAtOnceAllHearFromUsAndThoseTooManyAreRefused() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "streams").toAbsolutePath();
        try (StreamsEval.Load load = StreamsEval.Load.start(data, "1g", 8)) {
            StreamsEval.Report report = StreamsEval.speak(load, Sound.pcm(SOUND, 30), 8, new StreamsEval.Span(1, 5), 3);
            assertThat(report.failures()).isEmpty();
            assertThat(report.refusals()).hasSize(3).containsOnly("status 429 LimitExceededException");
            assertThat(report.captions()).isPositive();
        } finally {
            ServerProcess.forget(data);
        }
    }

    @Test
    void cutsAndAKillLoseNothingThatWasAcknowledged() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "cuts").toAbsolutePath();
        try {
            CutsEval.Report report = CutsEval.run(data, Sound.pcm(SOUND, 40), new CutsEval.Plan(6, 3, 3000, 10, 5));
            assertThat(report.cuts()).isGreaterThanOrEqualTo(6);
            assertThat(report.lostMillis()).isZero();
            assertThat(report.different()).isZero();
        } finally {
            ServerProcess.forget(data);
        }
    }
}
