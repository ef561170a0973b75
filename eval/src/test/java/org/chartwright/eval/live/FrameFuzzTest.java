package org.chartwright.eval.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short run of {@code ./chartwright eval frames}. */
final class FrameFuzzTest {

    @Test
    void brokenMessagesAreReadAsTheyAreOrRefused() {
        FrameFuzz.Tally tally = new FrameFuzz(3).run(50_000);
        assertThat(tally.read()).isGreaterThan(5000);
        assertThat(tally.refused()).isGreaterThan(5000);
        assertThat(tally.cut()).isGreaterThan(100);
    }
}
