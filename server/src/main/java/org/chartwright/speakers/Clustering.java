package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stretches that sound alike are merged, the closest pair first, as long as one Gaussian explains them as well as two
 * (the Bayesian information criterion).
 */
final class Clustering {

    private static final int PARAMETERS =
            VoiceFeatures.CEPSTRA + VoiceFeatures.CEPSTRA * (VoiceFeatures.CEPSTRA + 1) / 2;
    /** More stretches than this are first merged in blocks: the cost grows with the square. */
    private static final int BLOCK = 500;

    private static final int BLOCK_CLUSTERS = 12;

    private final Tuning tuning;
    private final double[] prior;
    private final double pitchPrior;

    Clustering(Tuning tuning, VoiceStatistics everything) {
        this.tuning = tuning;
        this.prior = everything.covariance();
        this.pitchPrior = everything.pitchVariance();
    }

    /** How much worse two are explained as one voice, less what a second voice must bring at least; negative: merge. */
    double distance(VoiceStatistics a, VoiceStatistics b) {
        return distance(a, cost(a), b, cost(b));
    }

    /** How different two clusters sound, whatever their sizes: nats for each frame of the smaller, about. */
    double difference(VoiceStatistics a, VoiceStatistics b) {
        double loss = cost(a.plus(b)) - cost(a) - cost(b);
        return loss * (a.frames() + b.frames()) / (a.frames() * b.frames());
    }

    private double distance(VoiceStatistics a, double costOfA, VoiceStatistics b, double costOfB) {
        double loss = cost(a.plus(b)) - costOfA - costOfB;
        return tuning.likelihoodScale() * loss
                - tuning.mergePenalty() * 0.5 * PARAMETERS * 0.1 * Math.log(a.frames() + b.frames());
    }

    /**
     * Merges.
     *
     * @param stretches in order of time
     * @param atMost go on merging until no more than this many are left
     * @param atLeast stop when this many are left
     * @return the cluster of each stretch, numbered from 0
     */
    int[] merge(List<VoiceStatistics> stretches, int atLeast, int atMost) {
        if (stretches.size() <= BLOCK) {
            return mergeAll(stretches, atLeast, atMost);
        }
        int[] labels = new int[stretches.size()];
        List<VoiceStatistics> heads = new ArrayList<>();
        for (int from = 0; from < stretches.size(); from += BLOCK) {
            List<VoiceStatistics> block = stretches.subList(from, Math.min(stretches.size(), from + BLOCK));
            int[] local = mergeAll(block, BLOCK_CLUSTERS, BLOCK_CLUSTERS);
            int first = heads.size();
            for (int i = 0; i < block.size(); i++) {
                labels[from + i] = first + local[i];
                while (heads.size() <= first + local[i]) {
                    heads.add(new VoiceStatistics());
                }
                heads.get(first + local[i]).include(block.get(i));
            }
        }
        int[] of = mergeAll(heads, atLeast, atMost);
        return Arrays.stream(labels).map(label -> of[label]).toArray();
    }

    private int[] mergeAll(List<VoiceStatistics> stretches, int atLeast, int atMost) {
        int count = stretches.size();
        VoiceStatistics[] clusters = stretches.toArray(VoiceStatistics[]::new);
        int[] parent = new int[count];
        double[] costs = new double[count];
        double[][] distances = new double[count][];
        for (int i = 0; i < count; i++) {
            parent[i] = i;
            costs[i] = cost(clusters[i]);
        }
        for (int i = 0; i < count; i++) {
            distances[i] = new double[i];
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance(clusters[i], costs[i], clusters[j], costs[j]);
            }
        }
        int left = count;
        while (left > Math.max(1, atLeast)) {
            int bestI = -1;
            int bestJ = -1;
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                for (int j = 0; parent[i] == i && j < i; j++) {
                    if (parent[j] == j && distances[i][j] < best) {
                        best = distances[i][j];
                        bestI = i;
                        bestJ = j;
                    }
                }
            }
            if (best > 0 && left <= atMost) {
                break;
            }
            parent[bestI] = bestJ;
            clusters[bestJ] = clusters[bestJ].plus(clusters[bestI]);
            costs[bestJ] = cost(clusters[bestJ]);
            left--;
            for (int k = 0; k < count; k++) {
                if (parent[k] == k && k != bestJ) {
                    distances[Math.max(k, bestJ)][Math.min(k, bestJ)] =
                            distance(clusters[k], costs[k], clusters[bestJ], costs[bestJ]);
                }
            }
        }
        return numbered(parent);
    }

    private double cost(VoiceStatistics statistics) {
        return statistics.shapeCost(prior) + tuning.pitchWeight() * statistics.pitchCost(pitchPrior);
    }

    private static int[] numbered(int[] parent) {
        int[] numbers = new int[parent.length];
        int[] labels = new int[parent.length];
        int next = 0;
        for (int i = 0; i < parent.length; i++) {
            // A parent always comes before its child, so it has its number already.
            labels[i] = parent[i] == i ? next++ : labels[parent[i]];
            numbers[i] = labels[i];
        }
        return numbers;
    }
}
