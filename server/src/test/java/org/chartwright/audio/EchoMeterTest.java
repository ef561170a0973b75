package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EchoMeterTest {

    @Test
    void aRoomIsMeasuredByTheEndsOfSounds() {
        assertThat(seconds(0.3, 20)).isCloseTo(0.3, within(0.03));
        assertThat(seconds(0.8, 20)).isCloseTo(0.8, within(0.03));
    }

    @Test
    void fewSoundsTellNothing() {
        assertThat(seconds(0.3, 3)).isZero();
    }

    @Test
    void anEchoingRoomIsWarnedOf() {
        AudioQuality echoing = new AudioQuality(60, 0.8, -25, -60, 0, 7000, 0.5, false);
        assertThat(echoing.warnings()).singleElement().asString().contains("echoes", "closer");
        assertThat(new AudioQuality(60, 0.8, -25, -60, 0, 7000, 0.15, false).warnings()).isEmpty();
        assertThat(AudioQuality.UNKNOWN.warnings()).isEmpty();
    }

    /** Sounds that stop and die by 60 dB in that time. */
    private static double seconds(double decay, int sounds) {
        EchoMeter meter = new EchoMeter();
        for (int sound = 0; sound < sounds; sound++) {
            for (int frame = 0; frame < 20; frame++) {
                meter.add(-20 + frame % 2, -80);
            }
            for (double level = -20; level > -70; level -= 60 * 0.01 / decay) {
                meter.add(level, -80);
            }
        }
        meter.add(0, -80);
        return meter.seconds();
    }
}
