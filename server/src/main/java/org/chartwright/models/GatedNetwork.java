package org.chartwright.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * A small recurrent network that labels the gaps of a sequence: one layer of gated units reads from the start to the gap,
 * one from the end back to it, and what both remember is put together.
 *
 * <p>Each place has features, known by their 64-bit {@linkplain LinearModel#hash hash} as those of {@link LinearModel} are,
 * and each feature a row of numbers; a place is the sum of its features' rows. Features that the training never saw count
 * nothing. The gap after a place is judged by the state before it, that place included, and the state after it. Safe for any
 * number of threads, and the same input gives the same answer on every machine.
 */
public final class GatedNetwork {

    private final List<String> labels;
    private final SortedMap<String, String> provenance;
    private final FeatureTable table;
    private final float[][] rows;
    private final GatedWeights weights;
    private final ReadRows forwardRows;
    private final ReadRows backwardRows;

    /** Takes ownership of the arrays; {@code rows} has one for each feature of the table. */
    GatedNetwork(
            List<String> labels, SortedMap<String, String> provenance, FeatureTable table, float[][] rows, GatedWeights weights) {
        this.labels = List.copyOf(labels);
        this.provenance = new TreeMap<>(provenance);
        this.table = table;
        this.rows = rows;
        this.weights = weights;
        this.forwardRows = new ReadRows(rows, weights.forward());
        this.backwardRows = new ReadRows(rows, weights.backward());
        if (rows.length != table.size() || weights.outputBias().length != labels.size()) {
            throw new IllegalArgumentException("Weights do not fit the labels");
        }
    }

    /**
     * A network from its parts, as training makes it.
     *
     * @param rows for each feature its numbers
     * @param provenance what it was trained from: data, seed, settings; no dates, so that bytes repeat
     */
    public static GatedNetwork of(
            List<String> labels, Map<String, String> provenance, Map<String, float[]> rows, GatedWeights weights) {
        TreeMap<Long, float[]> byHash = new TreeMap<>();
        rows.forEach((feature, row) -> byHash.put(LinearModel.hash(feature), row));
        if (byHash.size() != rows.size()) {
            throw new IllegalArgumentException("Two features share a hash");
        }
        long[] hashes = byHash.keySet().stream().mapToLong(Long::longValue).toArray();
        return new GatedNetwork(
                labels, new TreeMap<>(provenance), new FeatureTable(hashes), byHash.values().toArray(float[][]::new), weights);
    }

    /**
     * Reads the network that lies beside a class as a resource.
     *
     * @throws ModelException when it is missing, damaged or of another version
     */
    public static GatedNetwork load(Class<?> near, String resource) {
        try (InputStream in = near.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ModelException("Model " + resource + " is missing from the installation");
            }
            return read(in, resource);
        } catch (IOException e) {
            throw new ModelException("Model " + resource + " cannot be read", e);
        }
    }

    /**
     * Reads a network from a stream, which it leaves open.
     *
     * @throws ModelException when it is damaged or of another version
     */
    public static GatedNetwork read(InputStream in, String name) {
        return GatedNetworkFile.read(in, name);
    }

    /** Writes the network, its weights with three significant digits; the same network gives the same bytes. */
    public void write(OutputStream out) throws IOException {
        GatedNetworkFile.write(this, out);
    }

    /** The labels, in the order of the answers. */
    public List<String> labels() {
        return labels;
    }

    /** What it was trained from. */
    public SortedMap<String, String> provenance() {
        return new TreeMap<>(provenance);
    }

    /** For the gap after each place the probability of each label. {@code features} adds those of a place to a list. */
    public double[][] probabilities(int places, ObjIntConsumer<FeatureList> features) {
        float[][] onward = new float[places][3 * weights.forward().size()];
        float[][] fromEnd = new float[places][3 * weights.backward().size()];
        FeatureList present = FeatureList.hashing();
        for (int place = 0; place < places; place++) {
            present.clear();
            features.accept(present, place);
            for (int i = 0; i < present.size(); i++) {
                int feature = table.find(present.hashes()[i]);
                if (feature >= 0) {
                    Rows.add(onward[place], 1, forwardRows.row(feature));
                    Rows.add(fromEnd[place], 1, backwardRows.row(feature));
                }
            }
        }
        float[][] before = weights.forward().read(onward, false).state();
        float[][] after = weights.backward().read(fromEnd, true).state();
        double[][] answers = new double[places][];
        for (int place = 0; place < places; place++) {
            float[] joint = weights.jointBias().clone();
            Rows.addProduct(joint, before[place], weights.fromForward());
            if (place + 1 < places) {
                Rows.addProduct(joint, after[place + 1], weights.fromBackward());
            }
            for (int j = 0; j < joint.length; j++) {
                joint[j] = Rows.tanh(joint[j]);
            }
            float[] scores = weights.outputBias().clone();
            Rows.addProduct(scores, joint, weights.output());
            answers[place] = shares(scores);
        }
        return answers;
    }

    /** Exponentials, divided by their sum. */
    public static double[] shares(float[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            largest = Math.max(largest, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int label = 0; label < scores.length; label++) {
            shares[label] = StrictMath.exp(scores[label] - largest);
            sum += shares[label];
        }
        for (int label = 0; label < scores.length; label++) {
            shares[label] /= sum;
        }
        return shares;
    }

    FeatureTable table() {
        return table;
    }

    float[][] rows() {
        return rows;
    }

    GatedWeights weights() {
        return weights;
    }
}
