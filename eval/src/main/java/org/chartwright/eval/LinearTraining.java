package org.chartwright.eval;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chartwright.models.LinearModel;

/**
 * Trains a {@link LinearModel} by LIBLINEAR, one label against the others.
 *
 * <p>The same examples in the same order with the same settings give the same model, bit for bit.
 *
 * <p>Typical use: {@code new LinearTraining(Settings.l2(0.5).leastExamples(3))}, {@link #add} for each example, then
 * {@link #train} with a map that says what the examples are, and {@code model.write(out, Precision.HALF)}. To compare
 * settings, cross-validate over visits or dialogues (not over turns, which share their words' style).
 */
public final class LinearTraining {

    /**
     * How to train.
     *
     * @param loss what is made small
     * @param cost the weight of the examples against the regularisation: larger fits closer
     * @param tolerance where the optimiser stops
     * @param leastExamples features in fewer examples are left out
     * @param smallestWeight a feature none of whose weights reaches this is left out of the model
     * @param rareCountsMore whether values are multiplied by how rare their feature is, the logarithm of examples in all
     *     by examples that have it; this is folded into the weights, so that whoever uses the model need not know it
     * @param seed of the optimiser's order
     */
    public record Settings(
            Loss loss, double cost, double tolerance, int leastExamples, double smallestWeight,
            boolean rareCountsMore, long seed) {

        /** What training makes small. */
        public enum Loss {
            /** Logistic with L1 regularisation, which makes most weights zero and those features vanish. */
            SPARSE,
            /** Logistic with L2 regularisation. */
            LOGISTIC,
            /** The hinge of a support vector machine, L2: for few examples with many features; gives no probabilities. */
            MARGIN
        }

        /** L1: small models. */
        public static Settings l1(double cost) {
            return new Settings(Loss.SPARSE, cost, 0.01, 2, 1e-4, false, 1);
        }

        /** L2: often a little better, much larger. */
        public static Settings l2(double cost) {
            return new Settings(Loss.LOGISTIC, cost, 0.01, 2, 1e-3, false, 1);
        }

        /** A support vector machine in which rare features count more. */
        public static Settings margin(double cost) {
            return new Settings(Loss.MARGIN, cost, 1e-4, 2, 1e-3, true, 1);
        }

        /** The same with the optimiser stopping at another point; larger is faster. */
        public Settings tolerance(double where) {
            return new Settings(loss, cost, where, leastExamples, smallestWeight, rareCountsMore, seed);
        }

        /** The same with rarer features left out. */
        public Settings leastExamples(int least) {
            return new Settings(loss, cost, tolerance, least, smallestWeight, rareCountsMore, seed);
        }

        /** The same with faint features left out. */
        public Settings smallestWeight(double smallest) {
            return new Settings(loss, cost, tolerance, leastExamples, smallest, rareCountsMore, seed);
        }
    }

    private final Settings settings;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<int[]> features = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final SortedMap<String, Double> labelWeights = new TreeMap<>();
    private final Map<String, Double> favours = new HashMap<>();
    private boolean biased = true;

    /** An empty training set. */
    public LinearTraining(Settings settings) {
        this.settings = settings;
    }

    /** Adds an example whose features are there or not. */
    public void add(String label, Collection<String> present) {
        Map<String, Double> counted = new LinkedHashMap<>();
        present.forEach(feature -> counted.merge(feature, 1.0, Double::sum));
        add(label, counted);
    }

    /** Adds an example whose features have values; scale them to about one. */
    public void add(String label, Map<String, Double> valued) {
        int[] indexes = new int[valued.size()];
        double[] amounts = new double[valued.size()];
        int at = 0;
        for (Map.Entry<String, Double> feature : valued.entrySet()) {
            indexes[at] = vocabulary.computeIfAbsent(feature.getKey(), name -> {
                names.add(name);
                return names.size() - 1;
            });
            amounts[at++] = feature.getValue();
        }
        features.add(indexes);
        values.add(amounts);
        answers.add(label);
        labelWeights.putIfAbsent(label, 1.0);
    }

    /** Makes mistakes on a label cost more or less than 1. */
    public LinearTraining weighing(String label, double weight) {
        labelWeights.put(label, weight);
        return this;
    }

    /** Adds to the score of a label wherever it is weighed: for labels that are chosen too seldom, being rare. */
    public LinearTraining favouring(String label, double score) {
        favours.put(label, score);
        return this;
    }

    /**
     * Leaves the labels' biases, which are learned with the rest, out of the model: rare labels are then chosen more often
     * than is likeliest, which the mean of precision and recall likes.
     */
    public LinearTraining withoutBiases() {
        biased = false;
        return this;
    }

    /** How many examples there are. */
    public int size() {
        return answers.size();
    }

    /** Trains; {@code provenance} says what the examples are, and the settings are added to it. */
    public LinearModel train(Map<String, String> provenance) {
        List<String> labels = List.copyOf(labelWeights.keySet());
        if (labels.size() < 2) {
            throw new IllegalStateException("Training needs two labels at least");
        }
        int[] counts = counts();
        int[] index = numberFrequentFeatures(counts);
        double[] rarity = rarity(counts);
        int kept = 0;
        for (int number : index) {
            kept = Math.max(kept, number);
        }
        Model trained = Linear.train(problem(labels, index, kept, rarity), parameter(labels));
        Map<String, double[]> weights = new HashMap<>();
        for (int feature = 0; feature < index.length; feature++) {
            if (index[feature] > 0) {
                double[] row = row(trained, index[feature], labels.size());
                for (int label = 0; label < row.length; label++) {
                    row[label] *= rarity[feature];
                }
                if (matters(row)) {
                    weights.put(names.get(feature), row);
                }
            }
        }
        SortedMap<String, String> facts = new TreeMap<>(provenance);
        facts.put("examples", Integer.toString(size()));
        facts.put("trainer", "LIBLINEAR 2.44 " + settings);
        double[] biases = biased ? biases(trained, labels.size()) : new double[labels.size()];
        for (int label = 0; label < biases.length; label++) {
            biases[label] += favours.getOrDefault(labels.get(label), 0.0);
        }
        return LinearModel.of(labels, LinearModel.Link.ONE_VERSUS_REST, facts, weights, biases);
    }

    /** In how many examples each feature is. */
    private int[] counts() {
        int[] counts = new int[names.size()];
        for (int[] example : features) {
            for (int feature : example) {
                counts[feature]++;
            }
        }
        return counts;
    }

    private double[] rarity(int[] counts) {
        double[] rarity = new double[counts.length];
        for (int feature = 0; feature < counts.length; feature++) {
            rarity[feature] = settings.rareCountsMore() ? Math.log((1.0 + size()) / (1 + counts[feature])) + 1 : 1;
        }
        return rarity;
    }

    private int[] numberFrequentFeatures(int[] counts) {
        int next = 1;
        int[] index = new int[names.size()];
        for (int feature = 0; feature < index.length; feature++) {
            index[feature] = counts[feature] >= settings.leastExamples() ? next++ : 0;
        }
        return index;
    }

    private Problem problem(List<String> labels, int[] index, int kept, double[] rarity) {
        Problem problem = new Problem();
        problem.l = size();
        problem.n = kept + 1;
        problem.bias = 1;
        problem.x = new Feature[size()][];
        problem.y = new double[size()];
        for (int example = 0; example < size(); example++) {
            problem.y[example] = labels.indexOf(answers.get(example));
            List<Feature> nodes = new ArrayList<>();
            for (int i = 0; i < features.get(example).length; i++) {
                int feature = features.get(example)[i];
                if (index[feature] > 0) {
                    nodes.add(new FeatureNode(index[feature], values.get(example)[i] * rarity[feature]));
                }
            }
            nodes.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
            nodes.add(new FeatureNode(kept + 1, 1));
            problem.x[example] = nodes.toArray(Feature[]::new);
        }
        return problem;
    }

    private Parameter parameter(List<String> labels) {
        Linear.disableDebugOutput();
        SolverType solver = switch (settings.loss()) {
            case SPARSE -> SolverType.L1R_LR;
            case LOGISTIC -> SolverType.L2R_LR;
            case MARGIN -> SolverType.L2R_L1LOSS_SVC_DUAL;
        };
        Parameter parameter = new Parameter(solver, settings.cost(), settings.tolerance());
        parameter.setRandom(new Random(settings.seed()));
        double[] weights = new double[labels.size()];
        int[] numbers = new int[labels.size()];
        for (int label = 0; label < weights.length; label++) {
            weights[label] = labelWeights.getOrDefault(labels.get(label), 1.0);
            numbers[label] = label;
        }
        parameter.setWeights(weights, numbers);
        return parameter;
    }

    private double[] row(Model trained, int number, int labels) {
        double[] row = new double[labels];
        int[] order = trained.getLabels();
        for (int position = 0; position < order.length; position++) {
            row[order[position]] = trained.getDecfunCoef(number, position);
        }
        return row;
    }

    /** {@code getDecfunCoef} knows nothing of the feature that stands for the bias and answers 0 for it. */
    private static double[] biases(Model trained, int labels) {
        double[] biases = new double[labels];
        int[] order = trained.getLabels();
        for (int position = 0; position < order.length; position++) {
            biases[order[position]] = trained.getDecfunBias(position);
        }
        return biases;
    }

    private boolean matters(double[] row) {
        for (double weight : row) {
            if (Math.abs(weight) >= settings.smallestWeight()) {
                return true;
            }
        }
        return false;
    }
}
