package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwright.audio.AudioStream;
import org.chartwright.audio.Signals;
import org.junit.jupiter.api.Test;

class EchoRemovalTest {

    private static final int RATE = AudioStream.sampleRate();
    private final EchoRemoval removal = new EchoRemoval();

    @Test
    void lateEchoesGo() {
        short[] dry = talk();
        short[] echoing = inRoom(dry, 0.6);
        short[] cleared = removal.dry(echoing);
        assertThat(cleared).hasSameSizeAs(echoing);
        // Between the stretches there are only echoes.
        assertThat(power(cleared, 2.1, 2.9)).isLessThan(0.4 * power(echoing, 2.1, 2.9));
        assertThat(power(cleared, 0.2, 1.8)).isGreaterThan(0.3 * power(dry, 0.2, 1.8));
    }

    @Test
    void drySoundStaysAsItIs() {
        short[] dry = talk();
        short[] cleared = removal.dry(dry);
        double off = 0;
        for (int i = 0; i < dry.length; i++) {
            off += Math.pow(dry[i] - cleared[i], 2);
        }
        assertThat(off / dry.length).isLessThan(0.3 * power(dry, 0, dry.length / (double) RATE));
    }

    @Test
    void echoesAreTakenOutWhereThereAreAny() {
        assertThat(removal.driedWhereItEchoes(inRoom(talk(), 0.6))).isNotEqualTo(inRoom(talk(), 0.6));
        assertThat(removal.driedWhereItEchoes(new short[3 * RATE])).containsOnly((short) 0);
    }

    @Test
    void whoeverWaitsIsKeptWaitingForManyEchoesOnly() {
        short[] little = inRoom(talk(), 0.2);
        assertThat(removal.driedWhereItEchoes(little)).isNotEqualTo(little);
        assertThat(removal.driedWhereWorthWaiting(little)).isSameAs(little);
        short[] much = inRoom(talk(), 0.6);
        assertThat(removal.driedWhereWorthWaiting(much)).isEqualTo(removal.driedWhereItEchoes(much)).isNotEqualTo(much);
    }

    @Test
    void silenceStaysSilentAndShortPiecesStayAsTheyAre() {
        assertThat(removal.dry(new short[3 * RATE])).containsOnly((short) 0);
        short[] brief = Signals.voice(0.4, 8000, 1);
        assertThat(removal.dry(brief)).isSameAs(brief);
        assertThat(removal.dry(new short[0])).isEmpty();
    }

    @Test
    void theSameSoundGivesTheSameSound() {
        short[] echoing = inRoom(talk(), 0.5);
        assertThat(removal.dry(echoing)).isEqualTo(new EchoRemoval().dry(echoing));
    }

    /** Two stretches of two seconds with a second of silence after each. */
    private static short[] talk() {
        short[] voice = new short[6 * RATE];
        System.arraycopy(Signals.voice(2, 4000, 3), 0, voice, 0, 2 * RATE);
        System.arraycopy(Signals.voice(2, 4000, 4), 0, voice, 3 * RATE, 2 * RATE);
        return voice;
    }

    /** Sound that comes back every 48 ms, and dies by 60 dB in that time. */
    private static short[] inRoom(short[] dry, double decay) {
        int way = 768;
        double left = Math.pow(10, -3.0 * way / RATE / decay);
        double[] sum = new double[dry.length];
        short[] wet = new short[dry.length];
        for (int i = 0; i < dry.length; i++) {
            sum[i] = dry[i] + (i >= way ? left * sum[i - way] : 0);
            wet[i] = (short) Math.clamp(Math.round(sum[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return wet;
    }

    private static double power(short[] samples, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum / ((to - from) * RATE);
    }
}
