package org.chartwright.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.chartwright.eval.crash.ChaosEval.Trouble;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run; the long one is {@code eval chaos}, which fills a disk as well. */
final class ChaosTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"OBJECT_STORE", "CLOCK"})
    void nothingIsLostDoubledOrTornWhateverFails(Trouble trouble) throws Exception {
        long seed = new SecureRandom().nextLong();
        ChaosEval.Report report = ChaosEval.run(folder, trouble, 8, seed);
        assertThat(report.faults()).as("seed %d, folder %s", seed, folder).isEmpty();
        assertThat(report.accepted()).isEqualTo(8);
        assertThat(report.troubles()).isPositive();
    }
}
