package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.models.FeatureList;
import org.chartwright.models.LinearModel;

/**
 * Chooses the mark after each word, in two passes: the second sees what the first thought of the gaps around, and so knows
 * how the sentence that may end here began.
 */
final class Punctuation {

    private static final Mark[] MARKS = Mark.values();

    private final LinearModel first;
    private final LinearModel second;
    private final int[] firstOrder;
    private final int[] secondOrder;

    Punctuation(LinearModel first, LinearModel second) {
        this.first = first;
        this.second = second;
        this.firstOrder = order(first);
        this.secondOrder = order(second);
    }

    static Punctuation load() {
        return new Punctuation(
                LinearModel.load(Punctuation.class, "marks1.model"),
                LinearModel.load(Punctuation.class, "marks2.model"));
    }

    /**
     * The mark after each word.
     *
     * @param words lower case
     * @param pauses the silence after each word in milliseconds; negative where it is not known
     */
    List<Mark> marks(List<String> words, long[] pauses) {
        MarkFeatures features = new MarkFeatures(words);
        FeatureList present = FeatureList.hashing();
        double[][] guess = new double[words.size()][];
        for (int i = 0; i < guess.length; i++) {
            present.clear();
            features.first(i, present);
            guess[i] = probabilities(first, firstOrder, present, pauses[i]);
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < guess.length; i++) {
            present.clear();
            features.first(i, present);
            features.second(i, guess, present);
            marks.add(MARKS[LinearModel.best(probabilities(second, secondOrder, present, pauses[i]))]);
        }
        return marks;
    }

    /** In the order of {@link Mark}. */
    private static double[] probabilities(LinearModel model, int[] order, FeatureList features, long pause) {
        double[] given = model.probabilities(model.scores(features));
        double[] result = new double[MARKS.length];
        double sum = 0;
        for (Mark mark : MARKS) {
            result[mark.place()] = given[order[mark.place()]] * Pauses.odds(pause, mark);
            sum += result[mark.place()];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    private static int[] order(LinearModel model) {
        int[] order = new int[MARKS.length];
        for (Mark mark : MARKS) {
            order[mark.place()] = model.labels().indexOf(mark.name());
            if (order[mark.place()] < 0) {
                throw new IllegalArgumentException("The model does not know " + mark);
            }
        }
        return order;
    }
}
