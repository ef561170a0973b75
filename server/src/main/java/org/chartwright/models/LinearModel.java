package org.chartwright.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A linear classifier: one weight for each pair of feature and label, and a bias for each label.
 *
 * <p>A feature is any string; only its 64-bit {@linkplain #hash hash} is kept. A feature that the training never saw
 * counts nothing; a feature named twice counts twice. Immutable, safe for any number of threads, and the same input
 * gives the same scores on every machine.
 */
public final class LinearModel {

    /** How scores become probabilities. */
    public enum Link {
        /** Each label was trained against all others: the labels' logistic values, divided by their sum. */
        ONE_VERSUS_REST,
        /** The labels were trained together: exponentials, divided by their sum. */
        SOFTMAX
    }

    static final long HASH_START = 0xcbf29ce484222325L;

    private final List<String> labels;
    private final Link link;
    private final SortedMap<String, String> provenance;
    private final FeatureTable table;
    private final float[] weights;
    private final float[] bias;

    /** Takes ownership of the arrays; {@code weights} holds {@code labels.size()} values for each feature of the table. */
    LinearModel(
            List<String> labels,
            Link link,
            SortedMap<String, String> provenance,
            FeatureTable table,
            float[] weights,
            float[] bias) {
        this.labels = List.copyOf(labels);
        this.link = link;
        this.provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
        this.table = table;
        this.weights = weights;
        this.bias = bias;
        if (labels.isEmpty() || bias.length != labels.size() || weights.length != labels.size() * table.size()) {
            throw new IllegalArgumentException("Weights do not fit the labels");
        }
    }

    /**
     * A model from its parts, as training makes it.
     *
     * @param weights for each feature, one value for each label, in the order of the labels
     * @param provenance what it was trained from: data, split, seed, settings; no dates, so that bytes repeat
     */
    public static LinearModel of(
            List<String> labels,
            Link link,
            Map<String, String> provenance,
            Map<String, double[]> weights,
            double[] bias) {
        TreeMap<Long, double[]> byHash = new TreeMap<>();
        weights.forEach((feature, row) -> {
            if (row.length != labels.size() || byHash.put(hash(feature), row) != null) {
                throw new IllegalArgumentException("A feature has the wrong number of weights, or two share a hash");
            }
        });
        float[] flat = new float[byHash.size() * labels.size()];
        int at = 0;
        for (double[] row : byHash.values()) {
            for (double weight : row) {
                flat[at++] = (float) weight;
            }
        }
        float[] floatBias = new float[bias.length];
        for (int label = 0; label < bias.length; label++) {
            floatBias[label] = (float) bias[label];
        }
        long[] hashes = byHash.keySet().stream().mapToLong(Long::longValue).toArray();
        return new LinearModel(labels, link, new TreeMap<>(provenance), new FeatureTable(hashes), flat, floatBias);
    }

    /**
     * Reads the model that lies beside a class as a resource.
     *
     * @throws ModelException when it is missing, damaged or of another version
     */
    public static LinearModel load(Class<?> near, String resource) {
        try (InputStream in = near.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ModelException("Model " + resource + " is missing from the installation");
            }
            return LinearModelFile.read(in, resource);
        } catch (IOException e) {
            throw new ModelException("Model " + resource + " cannot be read", e);
        }
    }

    /**
     * Reads a model from a stream, which it leaves open.
     *
     * @throws ModelException when it is damaged or of another version
     */
    public static LinearModel read(InputStream in, String name) {
        return LinearModelFile.read(in, name);
    }

    /** Writes the model; the same model gives the same bytes. The rounding of {@code precision} is all that is lost. */
    public void write(OutputStream out, Precision precision) throws IOException {
        LinearModelFile.write(this, out, precision);
    }

    /** The labels, in the order of all arrays that this class returns. */
    public List<String> labels() {
        return labels;
    }

    /** What it was trained from. */
    public SortedMap<String, String> provenance() {
        return provenance;
    }

    /** How many features have weights. */
    public int size() {
        return table.size();
    }

    /** For each label the bias plus the weights of the features. */
    public double[] scores(Collection<String> features) {
        double[] scores = start();
        for (String feature : features) {
            add(hash(feature), 1, scores);
        }
        return scores;
    }

    /** The same for features that carry a value. */
    public double[] scores(Map<String, Double> features) {
        double[] scores = start();
        features.forEach((feature, value) -> add(hash(feature), value, scores));
        return scores;
    }

    /** The same for the first {@code count} of features that were hashed before. */
    public double[] scores(long[] hashes, int count) {
        double[] scores = start();
        for (int i = 0; i < count; i++) {
            add(hashes[i], 1, scores);
        }
        return scores;
    }

    /** The same for features that were hashed as they were made. */
    public double[] scores(FeatureList features) {
        return scores(features.hashes(), features.size());
    }

    /** For each label its probability; they sum to 1. */
    public double[] probabilities(Collection<String> features) {
        return Recall.of("probabilities", new Asked(this, features), asked -> probabilities(scores(asked.features())));
    }

    private record Asked(LinearModel model, Collection<String> features) {}

    /** For each label its probability, from its score. */
    public double[] probabilities(double[] scores) {
        double[] result = new double[scores.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int label = 0; label < scores.length; label++) {
            result[label] = switch (link) {
                // Floored so that the sum is never 0, however sure every label is that it is not the one.
                case ONE_VERSUS_REST -> Math.max(1e-12, 1 / (1 + StrictMath.exp(-scores[label])));
                case SOFTMAX -> StrictMath.exp(scores[label] - largest);
            };
            sum += result[label];
        }
        for (int label = 0; label < result.length; label++) {
            result[label] /= sum;
        }
        return result;
    }

    /** The label with the highest score; the first of those that tie. */
    public String best(Collection<String> features) {
        return Recall.of("best label", new Asked(this, features), asked -> labels.get(best(scores(asked.features()))));
    }

    /** The place of the highest score; the first of those that tie. */
    public static int best(double[] scores) {
        int best = 0;
        for (int label = 1; label < scores.length; label++) {
            if (scores[label] > scores[best]) {
                best = label;
            }
        }
        return best;
    }

    /** The hash by which a feature is known in the file: FNV-1a over the UTF-16 units, then mixed. */
    public static long hash(CharSequence feature) {
        long hash = HASH_START;
        for (int i = 0; i < feature.length(); i++) {
            hash = hashed(hash, feature.charAt(i));
        }
        return finished(hash);
    }

    static long hashed(long hash, char next) {
        return (hash ^ next) * 0x100000001b3L;
    }

    static long finished(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 29);
    }

    Link link() {
        return link;
    }

    FeatureTable table() {
        return table;
    }

    float weight(int feature, int label) {
        return weights[feature * labels.size() + label];
    }

    float bias(int label) {
        return bias[label];
    }

    private double[] start() {
        double[] scores = new double[bias.length];
        for (int label = 0; label < bias.length; label++) {
            scores[label] = bias[label];
        }
        return scores;
    }

    private void add(long hash, double value, double[] scores) {
        int feature = table.find(hash);
        if (feature >= 0) {
            int from = feature * scores.length;
            for (int label = 0; label < scores.length; label++) {
                scores[label] += value * weights[from + label];
            }
        }
    }
}
