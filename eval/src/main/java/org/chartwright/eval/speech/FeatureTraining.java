package org.chartwright.eval.speech;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.chartwright.speech.pocketsphinx.FeatureMap;

/**
 * Stochastic descent on the squared difference; the rate falls like a cosine to nothing. The same pairs give the same
 * weights, whatever the number of processors: each batch is cut into the same parts and summed in the same order.
 */
final class FeatureTraining {

    private static final int HIDDEN = 192;
    private static final int PARTS = 2;
    private static final int AT_ONCE = 16;
    private static final int BATCH = 8 * AT_ONCE * PARTS;
    private static final double RATE = 1e-3;
    private static final int SIZE = FeatureMap.SIZE;
    private static final int[] WIDTHS = {FeatureMap.INPUTS, HIDDEN, HIDDEN, SIZE};

    private final List<FeaturePairs> pairs;
    private final PrintWriter terminal;
    private final Random luck = new Random(7);
    private final float[] deviations = new float[SIZE];
    private final List<FeatureLayer> layers = new ArrayList<>();

    FeatureTraining(List<FeaturePairs> pairs, PrintWriter terminal) {
        this.terminal = terminal;
        double[] squares = new double[SIZE];
        long count = 0;
        for (FeaturePairs pair : pairs) {
            for (int i = 0; i < pair.heard().length; i++) {
                squares[i % SIZE] += pair.heard()[i] * pair.heard()[i];
            }
            count += pair.frames();
        }
        for (int i = 0; i < SIZE; i++) {
            deviations[i] = (float) Math.sqrt(squares[i] / count);
        }
        float[] zero = new float[SIZE];
        this.pairs = pairs.stream()
                .map(pair -> new FeaturePairs(
                        FeatureMap.scaled(pair.heard(), zero, deviations), FeatureMap.scaled(pair.wanted(), zero, deviations)))
                .toList();
        for (int i = 0; i < 3; i++) {
            layers.add(new FeatureLayer(WIDTHS[i], WIDTHS[i + 1], i < 2 ? Math.sqrt(2.0 / WIDTHS[i]) : 0, luck));
        }
    }

    FeatureMap learn(int rounds, String provenance) throws InterruptedException {
        int[][] places = IntStream.range(0, pairs.size())
                .boxed()
                .flatMap(pair -> IntStream.range(0, pairs.get(pair).frames())
                        .mapToObj(frame -> new int[] {pair, frame}))
                .toArray(int[][]::new);
        int batches = places.length / BATCH;
        List<List<FeatureLayer.Slopes>> slopes = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            slopes.add(layers.stream().map(layer -> layer.new Slopes()).toList());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(PARTS)) {
            for (int round = 0; round < rounds; round++) {
                shuffle(places);
                double error = 0;
                for (int batch = 0; batch < batches; batch++) {
                    error += descend(threads, places, batch * BATCH, slopes);
                    int step = round * batches + batch + 1;
                    double rate = RATE * 0.5 * (1 + Math.cos(Math.PI * step / ((double) rounds * batches)));
                    slopes.getFirst().forEach(one -> one.step(rate, step));
                }
                terminal.printf("round %d: error %.4f%n", round + 1, error / ((double) batches * BATCH * SIZE));
                terminal.flush();
            }
        }
        return new FeatureMap(
                provenance + ", " + rounds + " rounds, " + HIDDEN + " hidden units, seed 7",
                deviations,
                layers.stream().map(layer -> layer.weights).toArray(float[][][]::new),
                layers.stream().map(layer -> layer.biases).toArray(float[][]::new));
    }

    private double descend(ExecutorService threads, int[][] places, int from, List<List<FeatureLayer.Slopes>> slopes)
            throws InterruptedException {
        List<Future<Double>> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int begin = from + part * BATCH / PARTS;
            List<FeatureLayer.Slopes> own = slopes.get(part);
            parts.add(threads.submit(() -> {
                double error = 0;
                for (int at = begin; at < begin + BATCH / PARTS; at += AT_ONCE) {
                    error += descend(places, at, own);
                }
                return error;
            }));
        }
        double error = 0;
        try {
            for (Future<Double> part : parts) {
                error += part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the training failed", e);
        }
        for (int part = 1; part < PARTS; part++) {
            for (int i = 0; i < layers.size(); i++) {
                slopes.getFirst().get(i).addAll(slopes.get(part).get(i));
            }
        }
        return error;
    }

    private double descend(int[][] places, int from, List<FeatureLayer.Slopes> slopes) {
        float[][] input = new float[AT_ONCE][FeatureMap.INPUTS];
        for (int b = 0; b < AT_ONCE; b++) {
            FeaturePairs pair = pairs.get(places[from + b][0]);
            FeatureMap.window(pair.heard(), pair.frames(), places[from + b][1], input[b]);
        }
        float[][] first = layers.get(0).forward(input, true);
        float[][] second = layers.get(1).forward(first, true);
        float[][] change = layers.get(2).forward(second, false);
        double error = 0;
        for (int b = 0; b < AT_ONCE; b++) {
            FeaturePairs pair = pairs.get(places[from + b][0]);
            int at = places[from + b][1] * SIZE;
            for (int k = 0; k < SIZE; k++) {
                float off = pair.heard()[at + k] + change[b][k] - pair.wanted()[at + k];
                error += off * off;
                change[b][k] = 2 * off / BATCH;
            }
        }
        float[][] above = layers.get(2).below(second, change);
        float[][] middle = layers.get(1).below(first, above);
        slopes.get(2).add(second, change);
        slopes.get(1).add(first, above);
        slopes.get(0).add(input, middle);
        return error;
    }

    private void shuffle(int[][] places) {
        for (int i = places.length - 1; i > 0; i--) {
            int j = luck.nextInt(i + 1);
            int[] kept = places[i];
            places[i] = places[j];
            places[j] = kept;
        }
    }
}
