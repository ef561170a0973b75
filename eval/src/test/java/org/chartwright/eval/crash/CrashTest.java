package org.chartwright.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

final class CrashTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aHundredKillsAtRandomMomentsLoseDoubleAndTearNothing() throws Exception {
        long seed = new SecureRandom().nextLong();
        CrashEval.Report report = CrashEval.run(folder, 100, 3, seed);
        System.out.println("seed " + seed + ": " + report.text());
        assertThat(report.faults()).as("seed %d, folder %s", seed, folder).isEmpty();
        assertThat(report.total()).isEqualTo(100);
        assertThat(report.load().jobs()).isPositive();
        assertThat(report.load().streams()).isPositive();
        assertThat(report.load().resumed()).isPositive();
    }
}
