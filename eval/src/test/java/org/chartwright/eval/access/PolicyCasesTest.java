package org.chartwright.eval.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicyCasesTest {

    @Test
    void theEvaluatorSaysWhatTheTableSays() throws Exception {
        List<PolicyCases.Result> results = PolicyCases.run();
        assertThat(results).hasSizeGreaterThanOrEqualTo(250);
        assertThat(results).filteredOn(result -> !result.agrees()).isEmpty();
    }
}
