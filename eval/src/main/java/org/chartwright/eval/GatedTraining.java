package org.chartwright.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chartwright.models.GatedNetwork;
import org.chartwright.models.GatedWeights;

/**
 * Trains a {@link GatedNetwork} by Adam on small batches of sequences, with dropout, as there is little to learn from.
 *
 * <p>The same examples in the same order with the same settings give the same network, bit for bit. One thread.
 */
public final class GatedTraining {

    private static final int WARMING = 200;
    private static final double LONGEST_STEP = 5;
    /** Loss is summed over a batch and divided by this many places fewer: the usual size of a sequence. */
    private static final float SCALE = 8;

    /**
     * How to train.
     *
     * @param width how many numbers a feature has
     * @param state how many a layer's state has
     * @param joint how many the joint state has
     * @param epochs how often each example is seen
     * @param batch how many places are learned from at once
     * @param rate how far the first steps go; it falls to nothing at the end
     * @param drop share of states that are left out at random
     * @param dropFirst how often a place's first feature, which says most, is left out
     * @param leastPlaces features of fewer places are left out
     * @param seed of all luck
     */
    public record Settings(
            int width, int state, int joint, int epochs, int batch, double rate, double drop, double dropFirst, int leastPlaces,
            long seed) {}

    private record Example(List<List<String>> places, int[] answers) {}

    private final Settings settings;
    private final List<String> labels;
    private final List<Example> examples = new ArrayList<>();

    /** An empty training set. */
    public GatedTraining(Settings settings, List<String> labels) {
        this.settings = settings;
        this.labels = List.copyOf(labels);
    }

    /** Adds a sequence: the features of each place, the most telling first, and the label of the gap after each. */
    public void add(List<List<String>> places, int[] answers) {
        examples.add(new Example(places, answers.clone()));
    }

    /** Trains; {@code provenance} says what the examples are, and the settings are added to it. */
    public GatedNetwork train(Map<String, String> provenance) {
        Map<String, Integer> vocabulary = vocabulary();
        Random luck = new Random(settings.seed());
        float[][] rows = new float[vocabulary.size()][settings.width()];
        fill(rows, 0.1, luck);
        GatedWeights weights =
                GatedWeights.zero(settings.width(), settings.state(), settings.joint(), labels.size());
        fill(weights, luck);
        learn(vocabulary, rows, weights, luck);
        Map<String, float[]> named = new HashMap<>();
        vocabulary.forEach((feature, number) -> named.put(feature, rows[number]));
        SortedMap<String, String> facts = new TreeMap<>(provenance);
        facts.put("examples", Integer.toString(places()));
        facts.put("trainer", "Adam " + settings);
        return GatedNetwork.of(labels, facts, named, weights);
    }

    private void learn(Map<String, Integer> vocabulary, float[][] rows, GatedWeights weights, Random luck) {
        GatedPass pass = new GatedPass(rows, weights, settings.drop(), settings.dropFirst(), luck);
        Adam adam = new Adam(weights.all(), rows);
        List<int[][]> numbered = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (Example example : examples) {
            order.add(order.size());
            numbered.add(example.places().stream()
                    .map(place -> place.stream().filter(vocabulary::containsKey).mapToInt(vocabulary::get).toArray())
                    .toArray(int[][]::new));
        }
        double steps = settings.epochs() * (double) (places() / settings.batch());
        int step = 0;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, luck);
            int places = 0;
            for (int example : order) {
                pass.learn(numbered.get(example), examples.get(example).answers());
                places += numbered.get(example).length;
                if (places >= settings.batch()) {
                    double warm = Math.min(1, (step + 1.0) / WARMING);
                    double rate = settings.rate() * warm * Math.max(0, 1 - step / steps) + 1e-6;
                    adam.step(pass.gradients(), rate, SCALE / places, LONGEST_STEP);
                    pass.weightsChanged();
                    places = 0;
                    step++;
                }
            }
        }
    }

    private int places() {
        return examples.stream().mapToInt(example -> example.answers().length).sum();
    }

    private Map<String, Integer> vocabulary() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Example example : examples) {
            example.places().forEach(place -> place.forEach(feature -> counts.merge(feature, 1, Integer::sum)));
        }
        Map<String, Integer> vocabulary = new HashMap<>();
        counts.forEach((feature, count) -> {
            if (count >= settings.leastPlaces()) {
                vocabulary.put(feature, vocabulary.size());
            }
        });
        return vocabulary;
    }

    private static void fill(GatedWeights weights, Random luck) {
        for (var layer : List.of(weights.forward(), weights.backward())) {
            fill(layer.input(), 1 / Math.sqrt(layer.input().length), luck);
            fill(layer.recurrent(), 1 / Math.sqrt(layer.size()), luck);
        }
        fill(weights.fromForward(), 1 / Math.sqrt(2.0 * weights.forward().size()), luck);
        fill(weights.fromBackward(), 1 / Math.sqrt(2.0 * weights.backward().size()), luck);
        fill(weights.output(), 1 / Math.sqrt(weights.output().length), luck);
    }

    private static void fill(float[][] matrix, double spread, Random luck) {
        Arrays.stream(matrix).forEach(row -> {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) (luck.nextGaussian() * spread);
            }
        });
    }
}
