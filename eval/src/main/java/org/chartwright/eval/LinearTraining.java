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
 * Trains a {@link LinearModel} by LIBLINEAR's logistic regression, one label against the others.
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
     * @param sparse L1 regularisation, which makes most weights zero and those features vanish; else L2
     * @param cost the weight of the examples against the regularisation: larger fits closer
     * @param tolerance where the optimiser stops
     * @param leastExamples features in fewer examples are left out
     * @param smallestWeight a feature none of whose weights reaches this is left out of the model
     * @param seed of the optimiser's order
     */
    public record Settings(
            boolean sparse, double cost, double tolerance, int leastExamples, double smallestWeight, long seed) {

        /** L1: small models. */
        public static Settings l1(double cost) {
            return new Settings(true, cost, 0.01, 2, 1e-4, 1);
        }

        /** L2: often a little better, much larger. */
        public static Settings l2(double cost) {
            return new Settings(false, cost, 0.01, 2, 1e-3, 1);
        }

        /** The same with the optimiser stopping at another point; larger is faster. */
        public Settings tolerance(double where) {
            return new Settings(sparse, cost, where, leastExamples, smallestWeight, seed);
        }

        /** The same with rarer features left out. */
        public Settings leastExamples(int least) {
            return new Settings(sparse, cost, tolerance, least, smallestWeight, seed);
        }

        /** The same with faint features left out. */
        public Settings smallestWeight(double smallest) {
            return new Settings(sparse, cost, tolerance, leastExamples, smallest, seed);
        }
    }

    private final Settings settings;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<int[]> features = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final SortedMap<String, Double> labelWeights = new TreeMap<>();

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
        int[] index = numberFrequentFeatures();
        int kept = 0;
        for (int number : index) {
            kept = Math.max(kept, number);
        }
        Model trained = Linear.train(problem(labels, index, kept), parameter(labels));
        Map<String, double[]> weights = new HashMap<>();
        for (int feature = 0; feature < index.length; feature++) {
            if (index[feature] > 0) {
                double[] row = row(trained, index[feature], labels.size());
                if (matters(row)) {
                    weights.put(names.get(feature), row);
                }
            }
        }
        SortedMap<String, String> facts = new TreeMap<>(provenance);
        facts.put("examples", Integer.toString(size()));
        facts.put("trainer", "LIBLINEAR 2.44 " + settings);
        return LinearModel.of(
                labels, LinearModel.Link.ONE_VERSUS_REST, facts, weights, row(trained, kept + 1, labels.size()));
    }

    private int[] numberFrequentFeatures() {
        int[] counts = new int[names.size()];
        for (int[] example : features) {
            for (int feature : example) {
                counts[feature]++;
            }
        }
        int next = 1;
        int[] index = new int[names.size()];
        for (int feature = 0; feature < index.length; feature++) {
            index[feature] = counts[feature] >= settings.leastExamples() ? next++ : 0;
        }
        return index;
    }

    private Problem problem(List<String> labels, int[] index, int kept) {
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
                int number = index[features.get(example)[i]];
                if (number > 0) {
                    nodes.add(new FeatureNode(number, values.get(example)[i]));
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
        SolverType solver = settings.sparse() ? SolverType.L1R_LR : SolverType.L2R_LR;
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

    private boolean matters(double[] row) {
        for (double weight : row) {
            if (Math.abs(weight) >= settings.smallestWeight()) {
                return true;
            }
        }
        return false;
    }
}
