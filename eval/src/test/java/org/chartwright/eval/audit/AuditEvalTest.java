package org.chartwright.eval.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditEvalTest {

    @TempDir
    Path folder;

    @Test
    void everyPlantedAlterationIsFoundAndPlaced() throws Exception {
        long seed = new SecureRandom().nextLong();
        AuditEval.Report report = AuditEval.run(folder, 120, 400, seed);
        assertThat(report.missed()).as("seed %d", seed).isEmpty();
        assertThat(report.planted()).hasSize(Alterations.Kind.values().length);
    }
}
