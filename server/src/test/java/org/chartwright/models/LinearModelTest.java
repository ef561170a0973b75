package org.chartwright.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinearModelTest {

    private static final List<String> LABELS = List.of("no", "yes", "maybe");

    @Test
    void addsUpTheWeightsOfTheFeaturesThereAre() {
        LinearModel model = small();
        assertThat(model.scores(List.of("rain", "never seen"))).containsExactly(1.5, -0.5, 0.25);
        assertThat(model.scores(List.of())).containsExactly(0.5, 0, 0.25);
        assertThat(model.scores(Map.of("sun", 2.0))).containsExactly(-3.5, 6, 0.25);
        assertThat(model.scores(new long[] {LinearModel.hash("rain"), LinearModel.hash("sun")}, 1))
                .containsExactly(1.5, -0.5, 0.25);
        assertThat(model.best(List.of("sun"))).isEqualTo("yes");
    }

    @Test
    void featuresHashedAsTheyAreMadeAreTheSameFeatures() {
        FeatureList features = FeatureList.naming();
        features.put("w").put(-1).put("cough").put(' ').put(42).end();
        features.put("ra").put("in").end();
        assertThat(features.names()).containsExactly("w-1cough 42", "rain");
        assertThat(features.hashes()).startsWith(LinearModel.hash("w-1cough 42"), LinearModel.hash("rain"));
        assertThat(small().scores(features)).containsExactly(1.5, -0.5, 0.25);
        features.shorten(1);
        assertThat(small().scores(features)).containsExactly(0.5, 0, 0.25);
        FeatureList many = FeatureList.hashing();
        for (int i = 0; i < 1000; i++) {
            many.put("rain").end();
        }
        assertThat(small().scores(many)[0]).isEqualTo(1000.5);
    }

    @Test
    void probabilitiesSumToOne() {
        assertThat(small().probabilities(List.of("sun"))).satisfies(p -> {
            assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
            assertThat(p[1]).isGreaterThan(p[2]).isGreaterThan(p[0]);
        });
        assertThat(small().probabilities(new double[] {-5000, -5000, -5000})[2]).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void survivesItsFileWithTheRoundingOfThePrecision() throws IOException {
        LinearModel model = large();
        for (Precision precision : Precision.values()) {
            LinearModel copy = read(bytes(model, precision));
            assertThat(copy.labels()).isEqualTo(model.labels());
            assertThat(copy.provenance()).isEqualTo(model.provenance()).containsEntry("data", "made up");
            assertThat(copy.size()).isEqualTo(model.size()).isEqualTo(5000);
            for (int i = 0; i < 5000; i += 97) {
                double[] expected = model.scores(List.of("f" + i));
                double[] actual = copy.scores(List.of("f" + i));
                assertThat(actual).containsExactly(expected, within(precision == Precision.HALF ? 0.005 : 0.03));
            }
        }
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        assertThat(bytes(large(), Precision.HALF)).isEqualTo(bytes(large(), Precision.HALF));
    }

    @Test
    void aDamagedFileIsRefusedWhereverTheDamageIs() throws IOException {
        byte[] good = bytes(small(), Precision.HALF);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            try {
                // The gzip header carries bytes that mean nothing (time, system); only there may damage go unseen.
                assertThat(read(bad).scores(List.of("rain"))).isEqualTo(small().scores(List.of("rain")));
                assertThat(at).isLessThan(10);
            } catch (ModelException e) {
                assertThat(e).hasMessageContaining("test model");
            }
        }
        for (int length = 0; length < good.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(ModelException.class);
        }
    }

    @Test
    void aMissingResourceIsAModelException() {
        assertThatThrownBy(() -> LinearModel.load(LinearModelTest.class, "none.model"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("none.model");
    }

    private static LinearModel small() {
        return LinearModel.of(
                LABELS,
                LinearModel.Link.ONE_VERSUS_REST,
                Map.of("data", "made up"),
                Map.of("rain", new double[] {1, -0.5, 0}, "sun", new double[] {-2, 3, 0}),
                new double[] {0.5, 0, 0.25});
    }

    private static LinearModel large() {
        Random random = new Random(7);
        Map<String, double[]> weights = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            weights.put("f" + i, random.doubles(3, -4, 4).toArray());
        }
        return LinearModel.of(
                LABELS, LinearModel.Link.SOFTMAX, Map.of("data", "made up"), weights, new double[] {0, 1, -1});
    }

    private static byte[] bytes(LinearModel model, Precision precision) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out, precision);
        return out.toByteArray();
    }

    private static LinearModel read(byte[] bytes) {
        return LinearModel.read(new ByteArrayInputStream(bytes), "test model");
    }
}
