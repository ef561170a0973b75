package org.chartwright.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class GatedNetworkTest {

    private static final List<String> LABELS = List.of("no", "yes", "maybe");

    @Test
    void aGapIsJudgedByWhatIsBeforeItAndByWhatComesAfter() {
        GatedNetwork network = random(3);
        double[] alone = answers(network, "cough").getFirst();
        assertThat(answers(network, "cough", "fever").getFirst()).as("what follows").isNotEqualTo(alone);
        List<double[]> first = answers(network, "cough", "fever", "pain");
        List<double[]> other = answers(network, "pain", "fever", "pain");
        assertThat(first.getLast()).as("how it began").isNotEqualTo(other.getLast());
        for (double[] shares : first) {
            assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void whatWasNeverSeenCountsNothing() {
        GatedNetwork network = random(3);
        assertThat(answers(network, "cough", "xyzzy").getFirst()).isEqualTo(answers(network, "cough", "plugh").getFirst());
        assertThat(answers(network)).isEmpty();
    }

    @Test
    void survivesItsFileWithThreeDigits() throws IOException {
        GatedNetwork network = random(5);
        byte[] bytes = bytes(network);
        assertThat(bytes(random(5))).as("the same network, the same bytes").isEqualTo(bytes);
        GatedNetwork copy = GatedNetwork.read(new ByteArrayInputStream(bytes), "copy");
        assertThat(copy.labels()).isEqualTo(LABELS);
        assertThat(copy.provenance()).containsEntry("data", "made up");
        List<double[]> expected = answers(network, "cough", "fever", "pain");
        List<double[]> given = answers(copy, "cough", "fever", "pain");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(given.get(i)).containsExactly(expected.get(i), within(0.005));
        }
        assertThat(bytes(copy)).as("read and written again").isEqualTo(bytes);
    }

    @Test
    void aDamagedFileAndOneOfAnotherKindAreRefused() throws IOException {
        byte[] good = bytes(random(7));
        for (int at = 20; at < good.length; at += Math.max(1, good.length / 40)) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            assertThatThrownBy(() -> GatedNetwork.read(new ByteArrayInputStream(bad), "bad.model"))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("bad.model");
        }
        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(good), "network.model"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("not a Chartwright model of this kind");
    }

    @Test
    void theTangentIsRightToFourDigits() {
        for (float x = -6; x < 6; x += 0.013f) {
            assertThat((double) Rows.tanh(x)).isCloseTo(StrictMath.tanh(x), within(1e-4));
        }
    }

    private static List<double[]> answers(GatedNetwork network, String... words) {
        return List.of(network.probabilities(words.length, (features, i) -> features.put(words[i]).end()));
    }

    private static byte[] bytes(GatedNetwork network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        network.write(out);
        return out.toByteArray();
    }

    private static GatedNetwork random(long seed) {
        Random luck = new Random(seed);
        GatedWeights weights = GatedWeights.zero(6, 5, 4, 3);
        for (float[][] matrix : weights.all()) {
            fill(matrix, luck);
        }
        Map<String, float[]> rows = new TreeMap<>();
        for (String feature : List.of("cough", "fever", "pain")) {
            rows.put(feature, new float[6]);
        }
        fill(rows.values().toArray(float[][]::new), luck);
        return GatedNetwork.of(LABELS, Map.of("data", "made up"), rows, weights);
    }

    private static void fill(float[][] matrix, Random luck) {
        for (float[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) luck.nextGaussian();
            }
        }
    }
}
