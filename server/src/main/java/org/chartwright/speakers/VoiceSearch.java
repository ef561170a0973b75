package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From spoken frames to a voice for each: cut, cluster, model, find the course again, and drop voices that are not. */
final class VoiceSearch {

    private static final int WINDOW = 50;
    private static final int HOP = 5;
    private static final int SHORTEST = 25;
    private static final int LONGEST = 200;
    private static final int MOST_CLUSTERS = 8;
    private static final int COMPONENTS_PER_VOICE = 12;

    private final SpokenFrames spoken;
    private final Tuning tuning;
    private final Clustering clustering;
    private final Resegmentation resegmentation;
    private final double[] floor;

    VoiceSearch(SpokenFrames spoken, Tuning tuning) {
        this.spoken = spoken;
        this.tuning = tuning;
        VoiceStatistics everything = spoken.statistics(0, spoken.size());
        clustering = new Clustering(tuning, everything);
        resegmentation = new Resegmentation(spoken, tuning);
        double[] covariance = everything.covariance();
        floor = new double[VoiceFeatures.CEPSTRA];
        for (int i = 0; i < floor.length; i++) {
            floor[i] = 0.05 * covariance[i * (i + 1) / 2 + i] + 0.01;
        }
    }

    int[] labels(int most) {
        List<int[]> stretches = cut();
        List<VoiceStatistics> statistics = stretches.stream()
                .map(stretch -> spoken.statistics(stretch[0], stretch[1]))
                .toList();
        int[] clusters = clustering.merge(statistics, 1, Math.max(most, MOST_CLUSTERS));
        int[] labels = new int[spoken.size()];
        for (int i = 0; i < clusters.length; i++) {
            Arrays.fill(labels, stretches.get(i)[0], stretches.get(i)[1], clusters[i]);
        }
        labels = refine(labels, 2);
        while (true) {
            int[] fewer = mergeClosest(labels, most);
            if (fewer.length == 0) {
                return refine(labels, 3);
            }
            labels = refine(fewer, 1);
        }
    }

    /** Models every cluster and finds the course of voices again, some times over. */
    private int[] refine(int[] labels, int rounds) {
        int[] current = compact(labels);
        for (int round = 0; round < rounds; round++) {
            int count = Arrays.stream(current).max().orElse(0) + 1;
            if (count == 1) {
                return current;
            }
            Voice[] voices = new Voice[count];
            for (int v = 0; v < count; v++) {
                voices[v] = Voice.fit(spoken.store(), members(current, v), COMPONENTS_PER_VOICE, 8, floor);
            }
            current = compact(resegmentation.course(resegmentation.scores(voices)));
        }
        return current;
    }

    /** The labels with the two least different clusters made one, or nothing when all are people and few enough. */
    private int[] mergeClosest(int[] labels, int most) {
        int count = Arrays.stream(labels).max().orElse(0) + 1;
        if (count == 1) {
            return new int[0];
        }
        VoiceStatistics[] statistics = new VoiceStatistics[count];
        Arrays.setAll(statistics, _ -> new VoiceStatistics());
        List<List<Integer>> stays = new ArrayList<>();
        statistics(labels, statistics, stays);
        double least = Double.POSITIVE_INFINITY;
        int keep = 0;
        int drop = 0;
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) {
                int smaller = statistics[a].frames() < statistics[b].frames() ? a : b;
                double evidence = clustering.difference(statistics[a], statistics[b])
                        * usualStay(stays.get(smaller))
                        * Math.min(1, statistics[smaller].frames() / tuning.leastVoiceFrames());
                if (evidence < least) {
                    least = evidence;
                    keep = b;
                    drop = a;
                }
            }
        }
        double needed = count == 2 ? tuning.evidenceForSecond() : tuning.evidenceForMore();
        if (least >= needed && count <= most) {
            return new int[0];
        }
        int kept = keep;
        int dropped = drop;
        return Arrays.stream(labels).map(label -> label == dropped ? kept : label).toArray();
    }

    private void statistics(int[] labels, VoiceStatistics[] statistics, List<List<Integer>> stays) {
        for (int v = 0; v < statistics.length; v++) {
            stays.add(new ArrayList<>());
        }
        int start = 0;
        for (int i = 1; i <= labels.length; i++) {
            if (i == labels.length || labels[i] != labels[start]) {
                statistics[labels[start]].include(spoken.statistics(start, i));
                stays.get(labels[start]).add(i - start);
                start = i;
            }
        }
    }

    /**
     * The length of stay in which the middle frame of a voice lies. People go on for a while once they speak; a cluster
     * of odd sounds is scattered over other people's turns.
     */
    private static double usualStay(List<Integer> stays) {
        List<Integer> sorted = stays.stream().sorted().toList();
        int half = sorted.stream().mapToInt(Integer::intValue).sum() / 2;
        int seen = 0;
        for (int stay : sorted) {
            seen += stay;
            if (seen >= half) {
                return Math.min(stay, LONGEST);
            }
        }
        return 0;
    }

    /** Phrases, cut again where the voice seems to change within them. */
    private List<int[]> cut() {
        List<int[]> stretches = new ArrayList<>();
        for (int[] phrase : spoken.phrases()) {
            int start = phrase[0];
            for (int change : changes(phrase[0], phrase[1])) {
                addPieces(stretches, start, change);
                start = change;
            }
            addPieces(stretches, start, phrase[1]);
        }
        return stretches;
    }

    private static void addPieces(List<int[]> stretches, int from, int to) {
        int pieces = (to - from + LONGEST - 1) / LONGEST;
        for (int i = 0; i < pieces; i++) {
            stretches.add(new int[] {from + (to - from) * i / pieces, from + (to - from) * (i + 1) / pieces});
        }
    }

    private List<Integer> changes(int from, int to) {
        List<Integer> changes = new ArrayList<>();
        int places = (to - from - 2 * SHORTEST) / HOP + 1;
        if (to - from < 2 * WINDOW) {
            return changes;
        }
        double[] distances = new double[places];
        for (int i = 0; i < places; i++) {
            int at = from + SHORTEST + i * HOP;
            distances[i] = clustering.distance(
                    spoken.statistics(Math.max(from, at - WINDOW), at),
                    spoken.statistics(at, Math.min(to, at + WINDOW)));
        }
        int reach = SHORTEST / HOP;
        int last = from;
        for (int i = 0; i < places; i++) {
            int at = from + SHORTEST + i * HOP;
            if (distances[i] > 0 && at - last >= SHORTEST && highest(distances, i, reach)) {
                changes.add(at);
                last = at;
            }
        }
        return changes;
    }

    private static boolean highest(double[] values, int at, int reach) {
        for (int i = Math.max(0, at - reach); i <= Math.min(values.length - 1, at + reach); i++) {
            if (values[i] > values[at]) {
                return false;
            }
        }
        return true;
    }

    private int[] members(int[] labels, int label) {
        int[] chosen = new int[labels.length];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                chosen[count++] = spoken.frames()[i];
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private static int[] compact(int[] labels) {
        int[] names = new int[Arrays.stream(labels).max().orElse(0) + 1];
        Arrays.fill(names, -1);
        int next = 0;
        int[] result = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (names[labels[i]] < 0) {
                names[labels[i]] = next++;
            }
            result[i] = names[labels[i]];
        }
        return result;
    }
}
