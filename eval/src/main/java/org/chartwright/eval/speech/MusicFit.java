package org.chartwright.eval.speech;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.chartwright.eval.speech.MusicPieces.Piece;
import org.chartwright.speech.pocketsphinx.MusicLikeness;
import org.chartwright.speech.pocketsphinx.MusicLooks;

/** Fits {@link MusicLikeness} by logistic regression (LIBLINEAR). Where the limit lies is told by pieces not fitted to. Stateless. */
final class MusicFit {

    private static final int FOLDS = 5;
    private static final double COST = 1;
    private static final int LOOKS = MusicLooks.NAMES.size();

    /** Speech is refused no oftener than one piece in so many. */
    private static final int ONE_IN = 400;

    private MusicFit() {}

    /** The model of all pieces; its limit lies where all but one piece of speech in 400 stay below when they were not fitted to. */
    static MusicLikeness fit(List<Piece> pieces, String provenance) {
        List<Double> speech = heldOut(pieces).stream()
                .filter(one -> !one.piece().music())
                .map(Judged::likeness)
                .sorted(Comparator.reverseOrder())
                .toList();
        return fitted(pieces, provenance, speech.get(speech.size() / ONE_IN) + 0.01);
    }

    /** How much music would still give words where so much speech is refused, each piece judged by a model of other makers. */
    static void table(List<Piece> pieces, PrintWriter terminal) {
        List<Judged> judged = heldOut(pieces);
        List<Double> speech = judged.stream().filter(one -> !one.piece().music()).map(Judged::likeness).sorted(Comparator.reverseOrder()).toList();
        List<Double> music = judged.stream().filter(one -> one.piece().music() && !MusicLikeness.isShallow(one.piece().looks())).map(Judged::likeness).toList();
        terminal.printf("five folds by makers: %d pieces of speech, %d of music that is not shallow%n", speech.size(), music.size());
        for (int refused : new int[] {0, 1, 2, 5, 20}) {
            double limit = speech.get(Math.min(refused, speech.size() - 1));
            terminal.printf("  %2d of speech refused: %d of music heard as words%n", refused, music.stream().filter(one -> one <= limit).count());
        }
    }

    private record Judged(Piece piece, double likeness) {}

    private static List<Judged> heldOut(List<Piece> pieces) {
        List<String> makers = new ArrayList<>(new TreeSet<>(pieces.stream().map(Piece::maker).toList()));
        List<Judged> judged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int own = fold;
            List<Piece> rest = pieces.stream().filter(one -> makers.indexOf(one.maker()) % FOLDS != own).toList();
            MusicLikeness model = fitted(rest, "", 0);
            pieces.stream()
                    .filter(one -> makers.indexOf(one.maker()) % FOLDS == own)
                    .forEach(one -> judged.add(new Judged(one, model.of(one.looks()))));
        }
        return judged;
    }

    private static MusicLikeness fitted(List<Piece> pieces, String provenance, double limit) {
        double[] means = new double[LOOKS];
        double[] deviations = new double[LOOKS];
        for (int k = 0; k < LOOKS; k++) {
            int look = k;
            means[k] = pieces.stream().mapToDouble(one -> one.looks()[look]).average().orElse(0);
            double mean = means[k];
            deviations[k] = Math.sqrt(pieces.stream().mapToDouble(one -> Math.pow(one.looks()[look] - mean, 2)).average().orElse(1)) + 1e-9;
        }
        Problem problem = new Problem();
        problem.l = pieces.size();
        problem.n = LOOKS + 1;
        problem.bias = 1;
        problem.x = new Feature[pieces.size()][];
        problem.y = new double[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            Feature[] row = new Feature[LOOKS + 1];
            for (int k = 0; k < LOOKS; k++) {
                row[k] = new FeatureNode(k + 1, (pieces.get(i).looks()[k] - means[k]) / deviations[k]);
            }
            row[LOOKS] = new FeatureNode(LOOKS + 1, 1);
            problem.x[i] = row;
            problem.y[i] = pieces.get(i).music() ? 1 : 0;
        }
        Parameter how = new Parameter(SolverType.L2R_LR, COST, 1e-6);
        how.setRandom(new Random(1));
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, how);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = new double[LOOKS];
        double constant = sign * model.getFeatureWeights()[LOOKS];
        for (int k = 0; k < LOOKS; k++) {
            weights[k] = sign * model.getFeatureWeights()[k] / deviations[k];
            constant -= weights[k] * means[k];
        }
        return new MusicLikeness(provenance, constant, weights, limit);
    }
}
