package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chartwright.encounter.TimeSpan;
import org.junit.jupiter.api.Test;

final class SpeechPiecesTest {

    @Test
    void silenceAndSteadyNoiseAndTonesGiveNoPieces() throws Exception {
        short[] hum = Signals.tones(30, 9000, 50, 100, 150, 250);
        short[] bursts = Signals.silence(0.5);
        for (int i = 0; i < 20; i++) {
            bursts = Signals.join(bursts, Signals.noise(0.2, 4000, i), Signals.silence(1));
        }
        Map<String, short[]> quiet = Map.of(
                "silence", Signals.silence(30),
                "faint noise", Signals.noise(30, 3, 1),
                "noise", Signals.noise(30, 300, 2),
                "loud noise", Signals.noise(30, 6000, 3),
                "hum", hum,
                "hum in noise", Signals.mix(hum, Signals.noise(30, 300, 4)),
                "tone", Signals.tones(30, 9000, 440),
                "bursts of noise", bursts);
        quiet.forEach((name, samples) -> assertThat(pieces(samples, 1, 12)).as(name).isEmpty());
    }

    @Test
    void aVoiceThatHoldsItsPitchIsNoTone() {
        short[] sound = Signals.join(Signals.silence(2), Signals.monotone(6, 9000, 11), Signals.silence(2));
        TimeSpan said = new TimeSpan(2000, 8000);
        assertThat(pieces(sound, 1, 12).stream().mapToLong(piece -> piece.time().overlapMillis(said)).sum())
                .isGreaterThan(5_900);
    }

    @Test
    void everythingThatIsSaidLiesInAPieceAtItsTime() {
        short[] one = Signals.voice(2, 8000, 1);
        short[] two = Signals.voice(3, 2000, 2);
        short[] all = Signals.mix(
                Signals.join(Signals.silence(2), one, Signals.silence(3), two, Signals.silence(1)),
                Signals.noise(11, 30, 5));
        List<SpeechPiece> pieces = pieces(all, 1, 12);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0).time().startMillis()).isBetween(1500L, 2000L);
        assertThat(pieces.get(0).time().endMillis()).isBetween(4000L, 4600L);
        assertThat(pieces.get(1).time().startMillis()).isBetween(6500L, 7000L);
        assertThat(pieces.get(1).time().endMillis()).isBetween(10_000L, 10_600L);
        for (SpeechPiece piece : pieces) {
            int from = (int) (piece.startMillis() * 16);
            for (int i = 0; i < piece.samples().length; i += 997) {
                assertThat(piece.samples()[i]).isEqualTo(all[from + i]);
            }
        }
    }

    @Test
    void speechThatNeverPausesIsCutWithoutAGap() {
        short[] all = Signals.join(Signals.silence(1), Signals.voice(40, 8000, 3), Signals.silence(1));
        List<SpeechPiece> pieces = pieces(all, 1, 12);
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(4);
        for (SpeechPiece piece : pieces) {
            assertThat(piece.time().durationMillis()).isLessThanOrEqualTo(12_000);
        }
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).startMillis()).isEqualTo(pieces.get(i - 1).time().endMillis());
        }
        assertThat(pieces.getFirst().startMillis()).isLessThanOrEqualTo(1000);
        assertThat(pieces.getLast().time().endMillis()).isGreaterThanOrEqualTo(41_000);
    }

    @Test
    void speechAtTheVeryEndsIsWhole() {
        List<SpeechPiece> pieces = pieces(Signals.voice(3, 8000, 4), 1, 12);
        assertThat(pieces).hasSize(1);
        assertThat(pieces.getFirst().startMillis()).isLessThan(300);
        assertThat(pieces.getFirst().time().endMillis()).isGreaterThan(2700);
    }

    /**
     * A frame is judged by a floor that looks ten seconds ahead, here to where the share of silence passes what lowers it
     * from a hum to nothing; a read that ends beyond that must judge no frame otherwise.
     */
    @Test
    void howFarAReadReachesMakesNoDifference() {
        short[] said = Signals.join(Signals.silence(1), Signals.voice(8, 9000, 9));
        short[] all = Signals.join(
                Signals.mix(said, hum(9)), hum(0.3), Signals.silence(1.5), hum(3), Signals.silence(3));
        long whole = pieces(all, 1, 12).getFirst().startMillis();
        for (long seed = 2; seed < 12; seed++) {
            assertThat(pieces(all, seed, 12).getFirst().startMillis()).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static short[] hum(double seconds) {
        return Signals.tones(seconds, 300, 200, 300, 500, 800, 1200, 1800, 2600, 3700, 5200);
    }

    @Test
    void howTheBytesComeMakesNoDifference() {
        short[] all = Signals.mix(
                Signals.join(Signals.voice(9, 6000, 5), Signals.silence(2), Signals.voice(20.123, 3000, 6)),
                Signals.noise(31.123, 60, 7));
        List<SpeechPiece> first = pieces(all, 1, 12);
        for (long seed = 2; seed < 7; seed++) {
            List<SpeechPiece> again = pieces(all, seed, 12);
            assertThat(again).as("seed %d", seed).hasSameSizeAs(first);
            for (int i = 0; i < first.size(); i++) {
                assertThat(again.get(i).startMillis()).isEqualTo(first.get(i).startMillis());
                assertThat(again.get(i).samples()).isEqualTo(first.get(i).samples());
            }
        }
    }

    @Test
    void memoryDoesNotGrowWithTheRecording() throws Exception {
        short[] minute = Signals.join(Signals.voice(20, 6000, 8), Signals.silence(40));
        int[] at = {0};
        AudioStream endless = new AudioStream() {
            @Override
            public int read(short[] buffer, int offset, int length) {
                if (at[0] >= 30 * minute.length) {
                    return -1;
                }
                int from = at[0] % minute.length;
                int count = Math.min(length, minute.length - from);
                System.arraycopy(minute, from, buffer, offset, count);
                at[0] += count;
                return count;
            }

            @Override
            public void close() {
                at[0] = Integer.MAX_VALUE;
            }
        };
        try (SpeechPieces pieces = new SpeechPieces(endless, 0, Duration.ofSeconds(12))) {
            int seen = 0;
            while (pieces.next() != null) {
                seen++;
                assertThat(pieces.heldSamples()).isLessThan(60 * Signals.RATE);
            }
            assertThat(seen).isGreaterThanOrEqualTo(60);
            assertThat(pieces.quality().seconds()).isEqualTo(1800);
        }
    }

    @Test
    void saysWhatIsWrongWithTheSound() throws Exception {
        assertThat(quality(Signals.silence(5)).warnings()).anyMatch(line -> line.startsWith("No speech was found"));
        short[] clipped = Signals.voice(6, 32_000, 9);
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = (short) Math.clamp(clipped[i] * 6, -32768, 32767);
        }
        short[] pauses = Signals.join(Signals.silence(2), clipped, Signals.silence(2));
        assertThat(quality(pauses).warnings()).anyMatch(line -> line.contains("clipped"));
        short[] faint = Signals.join(Signals.silence(2), Signals.voice(6, 150, 9), Signals.silence(2));
        assertThat(quality(faint).warnings()).anyMatch(line -> line.contains("quiet"));
        short[] good = Signals.mix(
                Signals.join(Signals.silence(2), Signals.voice(6, 12_000, 9), Signals.silence(2)), Signals.noise(10, 5, 1));
        assertThat(quality(good).warnings()).noneMatch(line -> line.contains("quiet") || line.contains("clipped"));
    }

    @Test
    void theOtherMicrophonesVoiceIsTakenOut() throws Exception {
        short[] mine = Signals.join(Signals.voice(4, 8000, 10), Signals.silence(6));
        short[] other = Signals.join(Signals.silence(6), Signals.voice(4, 8000, 11));
        CrosstalkGate gate = new CrosstalkGate();
        short[] noise = Signals.noise(10, 20, 12);
        short[] out = new short[mine.length];
        int given = 0;
        for (int i = 0; i < mine.length; i++) {
            gate.add((short) (mine[i] + other[i] / 8 + noise[i]), (short) (other[i] + mine[i] / 8 - noise[i]));
            given += gate.take(out, given, out.length - given);
        }
        gate.end();
        given += gate.take(out, given, out.length - given);
        assertThat(given).isEqualTo(mine.length);
        assertThat(rms(out, 1, 3)).isGreaterThan(500);
        assertThat(rms(out, 7, 9)).isLessThan(30);
    }

    private static double rms(short[] samples, int from, int to) {
        double sum = 0;
        for (int i = from * Signals.RATE; i < to * Signals.RATE; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / ((to - from) * Signals.RATE));
    }

    private static AudioQuality quality(short[] samples) throws Exception {
        try (SpeechPieces pieces = new SpeechPieces(Signals.stream(samples, new Random(1)), 0, Duration.ofSeconds(12))) {
            while (pieces.next() != null) {
                // to the end
            }
            return pieces.quality();
        }
    }

    private static List<SpeechPiece> pieces(short[] samples, long seed, int longest) {
        List<SpeechPiece> found = new ArrayList<>();
        try (SpeechPieces pieces =
                new SpeechPieces(Signals.stream(samples, new Random(seed)), 0, Duration.ofSeconds(longest))) {
            SpeechPiece piece;
            while ((piece = pieces.next()) != null) {
                found.add(piece);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return found;
    }
}
