package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.models.FeatureList;
import org.chartwright.models.GatedNetwork;
import org.chartwright.models.LinearModel;

/**
 * Chooses the mark after each word. A linear model judges in two passes: the second sees what the first thought of the gaps
 * around, and so knows how the sentence that may end here began. A recurrent network, which reads the turn from both its ends,
 * judges beside it; what counts is a weighed geometric mean of the two.
 */
final class Punctuation {

    private static final Mark[] MARKS = Mark.values();

    /** How much the network counts beside the linear model. */
    private static final double NETWORK_SHARE = 0.4;

    /** A mark is set where it is somewhat less likely than none: the mean of precision and recall likes that. */
    private static final double NONE_COUNTS = 0.65;

    private static final double LEAST = 1e-6;

    private final LinearModel first;
    private final LinearModel second;
    private final GatedNetwork network;
    private final int[] firstOrder;
    private final int[] secondOrder;
    private final int[] networkOrder;

    Punctuation(LinearModel first, LinearModel second, GatedNetwork network) {
        this.first = first;
        this.second = second;
        this.network = network;
        this.firstOrder = order(first.labels());
        this.secondOrder = order(second.labels());
        this.networkOrder = order(network.labels());
    }

    static Punctuation load() {
        return new Punctuation(
                LinearModel.load(Punctuation.class, "marks1.model"),
                LinearModel.load(Punctuation.class, "marks2.model"),
                GatedNetwork.load(Punctuation.class, "marks3.model"));
    }

    /**
     * The mark after each word.
     *
     * @param words lower case
     * @param pauses the silence after each word in milliseconds; negative where it is not known
     */
    List<Mark> marks(List<String> words, long[] pauses) {
        MarkFeatures features = new MarkFeatures(words);
        double[][] linear = linear(features, words.size(), pauses);
        double[][] read = network.probabilities(words.size(), (present, i) -> features.alone(i, present));
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < linear.length; i++) {
            double[] scores = new double[MARKS.length];
            for (Mark mark : MARKS) {
                int place = mark.place();
                scores[place] = (1 - NETWORK_SHARE) * logarithm(linear[i][place])
                        + NETWORK_SHARE * logarithm(read[i][networkOrder[place]])
                        + StrictMath.log(Pauses.odds(pauses[i], mark) * (mark == Mark.NONE ? NONE_COUNTS : 1));
            }
            marks.add(MARKS[LinearModel.best(scores)]);
        }
        return marks;
    }

    private static double logarithm(double probability) {
        return StrictMath.log(Math.max(LEAST, probability));
    }

    /** What the two passes of the linear model think; in the second, pauses do not count a second time. */
    private double[][] linear(MarkFeatures features, int words, long[] pauses) {
        FeatureList present = FeatureList.hashing();
        double[][] guess = new double[words][];
        for (int i = 0; i < words; i++) {
            present.clear();
            features.first(i, present);
            guess[i] = probabilities(first, firstOrder, present);
            double sum = 0;
            for (Mark mark : MARKS) {
                guess[i][mark.place()] *= Pauses.odds(pauses[i], mark);
                sum += guess[i][mark.place()];
            }
            for (Mark mark : MARKS) {
                guess[i][mark.place()] /= sum;
            }
        }
        double[][] judged = new double[words][];
        for (int i = 0; i < words; i++) {
            present.clear();
            features.first(i, present);
            features.second(i, guess, present);
            judged[i] = probabilities(second, secondOrder, present);
        }
        return judged;
    }

    /** In the order of {@link Mark}. */
    private static double[] probabilities(LinearModel model, int[] order, FeatureList features) {
        double[] given = model.probabilities(model.scores(features));
        double[] result = new double[MARKS.length];
        for (Mark mark : MARKS) {
            result[mark.place()] = given[order[mark.place()]];
        }
        return result;
    }

    private static int[] order(List<String> labels) {
        int[] order = new int[MARKS.length];
        for (Mark mark : MARKS) {
            order[mark.place()] = labels.indexOf(mark.name());
            if (order[mark.place()] < 0) {
                throw new IllegalArgumentException("The model does not know " + mark);
            }
        }
        return order;
    }
}
