package org.chartwright.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chartwright.models.LinearModel;
import org.chartwright.models.Precision;
import org.junit.jupiter.api.Test;

final class LinearTrainingTest {

    @Test
    void learnsWhichFeatureDecidesAndDropsTheRest() {
        LinearModel model = train(LinearTraining.Settings.l1(1));
        assertThat(model.best(List.of("cough", "noise1"))).isEqualTo("ill");
        assertThat(model.best(List.of("smile", "noise2"))).isEqualTo("well");
        assertThat(model.best(List.of("shrug"))).isEqualTo("unsure");
        assertThat(model.size()).isLessThan(20);
        assertThat(model.provenance()).containsEntry("examples", "600");
    }

    @Test
    void twoTrainingsGiveTheSameBytes() throws IOException {
        for (LinearTraining.Settings settings :
                List.of(
                LinearTraining.Settings.l1(1), LinearTraining.Settings.l2(1), LinearTraining.Settings.margin(1))) {
            assertThat(bytes(train(settings))).isEqualTo(bytes(train(settings)));
        }
    }

    @Test
    void twoLabelsHaveOppositeScores() {
        LinearTraining training = new LinearTraining(LinearTraining.Settings.l2(1));
        for (int i = 0; i < 20; i++) {
            training.add("a", List.of("x"));
            training.add("b", List.of("y"));
        }
        LinearModel model = training.train(Map.of());
        double[] scores = model.scores(List.of("y"));
        assertThat(scores[1]).isPositive().isEqualTo(-scores[0]);
    }

    @Test
    void whatIsUnknownIsWhatIsMostOftenSeenUnlessAnotherIsFavoured() {
        LinearTraining training = new LinearTraining(LinearTraining.Settings.margin(1));
        for (int i = 0; i < 20; i++) {
            training.add(i < 2 ? "rare" : i < 4 ? "seldom" : "often", List.of(i < 2 ? "x" : i < 4 ? "z" : "y"));
        }
        assertThat(training.train(Map.of()).best(List.of("never seen"))).isEqualTo("often");
        training.favouring("rare", 10);
        assertThat(training.train(Map.of()).best(List.of("never seen"))).isEqualTo("rare");
    }

    private static LinearModel train(LinearTraining.Settings settings) {
        LinearTraining training = new LinearTraining(settings);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            training.add("ill", List.of("cough", "noise" + random.nextInt(100)));
            training.add("well", List.of("smile", "noise" + random.nextInt(100)));
            training.add("unsure", List.of("shrug", "noise" + random.nextInt(100)));
        }
        return training.train(Map.of("data", "made up"));
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out, Precision.HALF);
        return out.toByteArray();
    }
}
