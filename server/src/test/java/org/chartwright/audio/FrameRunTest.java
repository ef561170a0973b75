package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FrameRunTest {

    @Test
    void holdsWhatWasAddedAndNotDropped() {
        Random luck = new Random(7);
        FrameRun run = new FrameRun();
        ArrayDeque<Integer> expected = new ArrayDeque<>();
        int added = 0;
        for (int round = 0; round < 2000; round++) {
            for (int more = luck.nextInt(9); more > 0; more--) {
                double[] bands = new double[FrameAnalyser.BANDS];
                bands[3] = 3 * added;
                run.add(new FrameAnalyser.Frame(bands, added, 2 * added, added / 2.0), added % 3 == 0);
                expected.addLast(added++);
            }
            // Now and then nothing goes for a while, and then all or nearly all.
            int before = luck.nextInt(50) == 0 ? added - luck.nextInt(3) : 0;
            run.dropBefore(before);
            while (!expected.isEmpty() && expected.getFirst() < before) {
                expected.removeFirst();
            }
            assertThat(run.size()).isEqualTo(expected.size());
            assertThat(run.first()).isEqualTo(added - expected.size());
            int place = 0;
            for (int frame : expected) {
                assertThat(run.power(place)).isEqualTo(frame);
                assertThat(run.voicing(place)).isEqualTo(2 * frame);
                assertThat(run.steadiness(place)).isEqualTo(frame / 2f);
                assertThat(run.isStrong(place)).isEqualTo(frame % 3 == 0);
                assertThat(run.band(place, 3)).isEqualTo(3 * frame);
                place++;
            }
        }
    }
}
