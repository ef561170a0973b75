package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A hidden Markov model over the lines of one conversation: the hidden states are the voices, their labels are seen with
 * some errors, their words speak for their parts, and people take turns. All castings of the voices are tried with some
 * rates of error and of turn-taking, and the most likely one is kept.
 */
final class RoleChain {

    /** What one line's words count: the features of neighbours overlap, and one phrase is no independent witness twice. */
    private static final double WEIGHT = 0.6;

    private static final double[] ERRORS = {0.004, 0.04, 0.15};
    /** Labels are taken to be right unless the words say otherwise: the price of any error at all, for each line. */
    private static final double ERROR_PRICE = 0.04;

    private static final double MOST_FOR_ERRORS = 4;
    private static final double[] TURN_TAKING = {0.8, 0.97};
    /** Prices of a casting, in nats: most visits are one clinician and one patient. */
    private static final double COLLEAGUE = 3.5;

    private static final double RELATIVE = 2.5;
    private static final double SECOND_OF_A_KIND = 4;
    private static final double NO_CLINICIAN = 7;
    private static final double NO_PATIENT = 3;
    private static final int MOST_VOICES_TRIED = 6;

    private final double[][] evidence;
    private final int[] labels;
    private final int voices;
    private final Trust trust;

    RoleChain(double[][] evidence, List<Line> lines, Trust trust) {
        this.evidence = evidence;
        this.labels = lines.stream().mapToInt(Line::voice).toArray();
        this.voices = Arrays.stream(labels).max().orElse(0) + 1;
        this.trust = trust;
    }

    /** The most likely casting; of those in which the known clinician is the clinician, where there is one. */
    Roles.Casting cast(OptionalInt clinician) {
        Fit best = null;
        for (Part[] parts : castings(clinician)) {
            if (clinician.isPresent() && parts[clinician.getAsInt()] != Part.CLINICIAN) {
                continue;
            }
            double price = price(parts);
            for (double error : ERRORS) {
                double doubt = error == ERRORS[0] ? 0 : Math.min(MOST_FOR_ERRORS, ERROR_PRICE * labels.length);
                for (double turns : TURN_TAKING) {
                    Fit fit = fit(parts, error, turns, price + doubt);
                    if (best == null || fit.likelihood > best.likelihood) {
                        best = fit;
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("No casting was tried");
        }
        return new Roles.Casting(List.of(best.parts), best.decode());
    }

    /** All castings for few voices; for many, the quieter ones each take the part that suits their words best. */
    private List<Part[]> castings(OptionalInt clinician) {
        Integer[] byLines = new Integer[voices];
        Arrays.setAll(byLines, voice -> voice);
        long[] counts = new long[voices];
        Arrays.stream(labels).forEach(label -> counts[label]++);
        clinician.ifPresent(voice -> counts[voice] = Long.MAX_VALUE); // whoever is known is always tried
        Arrays.sort(byLines, (a, b) -> Long.compare(counts[b], counts[a]));
        int tried = Math.min(voices, voices > 4 ? 3 : MOST_VOICES_TRIED);
        int combinations = 1 << 2 * tried;
        List<Part[]> castings = new ArrayList<>(combinations);
        for (int combination = 0; combination < combinations; combination++) {
            Part[] parts = new Part[voices];
            for (int rank = 0; rank < voices; rank++) {
                int voice = byLines[rank];
                parts[voice] = rank < tried ? Part.values()[combination >> 2 * rank & 3] : ownBest(voice);
            }
            castings.add(parts);
        }
        return castings;
    }

    private Part ownBest(int voice) {
        double[] sums = {0, -COLLEAGUE, 0, -RELATIVE};
        for (int i = 0; i < labels.length; i++) {
            for (int p = 0; labels[i] == voice && p < sums.length; p++) {
                sums[p] += WEIGHT * evidence[i][p];
            }
        }
        // Somebody else is the clinician or the patient already.
        return sums[0] + sums[1] > sums[2] + sums[3] ? Part.COLLEAGUE : Part.RELATIVE;
    }

    private static double price(Part[] parts) {
        int[] counts = new int[Part.values().length];
        for (Part part : parts) {
            counts[part.ordinal()]++;
        }
        double price = counts[Part.COLLEAGUE.ordinal()] * COLLEAGUE + counts[Part.RELATIVE.ordinal()] * RELATIVE;
        price += Math.max(0, counts[Part.CLINICIAN.ordinal()] - 1) * SECOND_OF_A_KIND;
        price += Math.max(0, counts[Part.PATIENT.ordinal()] - 1) * SECOND_OF_A_KIND;
        price += counts[Part.CLINICIAN.ordinal()] == 0 ? NO_CLINICIAN : 0;
        boolean alone = parts.length == 1;
        price += counts[Part.PATIENT.ordinal()] + counts[Part.RELATIVE.ordinal()] == 0 && !alone ? NO_PATIENT : 0;
        return price;
    }

    private Fit fit(Part[] parts, double error, double turnTaking, double price) {
        int length = labels.length;
        double[][] emission = new double[length][voices];
        for (int i = 0; i < length; i++) {
            for (int v = 0; v < voices; v++) {
                double seen = voices == 1 ? 1 : labels[i] == v ? 1 - error : error / (voices - 1);
                emission[i][v] = Math.log(seen) + WEIGHT * evidence[i][parts[v].ordinal()];
            }
        }
        double same = trust == Trust.HEARD_VOICES || voices == 1 ? 1.0 / voices : 1 - turnTaking;
        return new Fit(parts, emission, same, price);
    }

    /** One casting with its likelihood, by the forward and backward passes. */
    private final class Fit {
        private final Part[] parts;
        private final double[][] emission;
        private final double stay;
        private final double change;
        private final double likelihood;

        Fit(Part[] parts, double[][] emission, double same, double price) {
            this.parts = parts;
            this.emission = emission;
            stay = voices == 1 ? 0 : Math.log(same);
            change = voices == 1 ? 0 : Math.log((1 - same) / (voices - 1));
            double[] last = forward()[labels.length - 1];
            likelihood = logSum(last) - price;
        }

        private double[][] forward() {
            double[][] alpha = new double[labels.length][voices];
            for (int i = 0; i < labels.length; i++) {
                for (int v = 0; v < voices; v++) {
                    alpha[i][v] = emission[i][v] + (i == 0 ? -Math.log(voices) : arrive(alpha[i - 1], v));
                }
            }
            return alpha;
        }

        private double arrive(double[] before, int voice) {
            double[] ways = new double[voices];
            for (int v = 0; v < voices; v++) {
                ways[v] = before[v] + (v == voice ? stay : change);
            }
            return logSum(ways);
        }

        /** The voice with the greatest posterior for each line. */
        private List<Integer> decode() {
            double[][] alpha = forward();
            Integer[] result = new Integer[labels.length];
            double[] beta = new double[voices];
            for (int i = labels.length - 1; i >= 0; i--) {
                int top = labels[i];
                for (int v = 0; v < voices; v++) {
                    if (alpha[i][v] + beta[v] > alpha[i][top] + beta[top]) {
                        top = v;
                    }
                }
                result[i] = top;
                double[] after = new double[voices];
                for (int v = 0; v < voices; v++) {
                    after[v] = beta[v] + emission[i][v];
                }
                for (int v = 0; v < voices; v++) {
                    beta[v] = arrive(after, v);
                }
            }
            return List.of(result);
        }
    }

    private static double logSum(double[] logs) {
        double top = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - top);
        }
        return top + Math.log(sum);
    }
}
