package org.chartwright.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chartwright.models.GatedNetwork;
import org.junit.jupiter.api.Test;

final class GatedTrainingTest {

    private static final int LENGTH = 6;

    /** A sequence in which a gap is marked where it stands before a "b" and the sequence began with "start". */
    private record Sequence(List<String> words, int[] answers) {

        static Sequence made(Random luck) {
            List<String> words = new ArrayList<>();
            words.add(luck.nextBoolean() ? "start" : "else");
            for (int i = 1; i < LENGTH; i++) {
                words.add(luck.nextBoolean() ? "a" : "b");
            }
            int[] answers = new int[LENGTH];
            for (int i = 0; i + 1 < LENGTH; i++) {
                answers[i] = words.getFirst().equals("start") && words.get(i + 1).equals("b") ? 1 : 0;
            }
            return new Sequence(words, answers);
        }
    }

    @Test
    void learnsWhatNeedsBothTheStartAndTheNextWord() {
        GatedNetwork network = trained(30);
        Random luck = new Random(99);
        int right = 0;
        for (int i = 0; i < 50; i++) {
            Sequence sequence = Sequence.made(luck);
            double[][] given = network.probabilities(LENGTH, (features, at) -> features.put(sequence.words().get(at)).end());
            for (int at = 0; at < LENGTH; at++) {
                right += (given[at][1] > 0.5 ? 1 : 0) == sequence.answers()[at] ? 1 : 0;
            }
        }
        assertThat(right).as("of 300; always no would be right of some 225").isGreaterThan(290);
    }

    @Test
    void twoTrainingsGiveTheSameBytes() throws IOException {
        assertThat(bytes(trained(2))).isEqualTo(bytes(trained(2)));
    }

    private static GatedNetwork trained(int epochs) {
        GatedTraining training = new GatedTraining(
                new GatedTraining.Settings(12, 12, 12, epochs, 24, 0.02, 0.1, 0, 1, 1), List.of("no", "yes"));
        Random luck = new Random(4);
        for (int i = 0; i < 300; i++) {
            Sequence sequence = Sequence.made(luck);
            training.add(sequence.words().stream().map(List::of).toList(), sequence.answers());
        }
        return training.train(Map.of("data", "made up"));
    }

    private static byte[] bytes(GatedNetwork network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        network.write(out);
        return out.toByteArray();
    }
}
