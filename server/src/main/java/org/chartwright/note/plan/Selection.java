package org.chartwright.note.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Chooses what to say: the worthiest first, nothing twice in one part, up to a length. Stateless. */
public final class Selection {

    /**
     * How much to say.
     *
     * @param leastWorth what is worth less is left out, 0 to 1
     * @param mostWords where to stop
     * @param mostRepeated what repeats more of its words than this within its part is left out, 0 to 1
     */
    public record Limits(double leastWorth, int mostWords, double mostRepeated) {

        /** The setting that cross-validation on the training visits preferred. */
        public static final Limits DEFAULT = new Limits(0.25, 400, 0.75);

        /** For therapy sessions, which the models have never seen: what they think worth little may still matter. */
        public Limits forTherapy() {
            return new Limits(leastWorth / 2, mostWords, mostRepeated);
        }
    }

    /** A short visit has nothing weightier than what little was said: until this many words are chosen, less will do. */
    private static final int FEW_WORDS = 120;

    private static final double LEAST_OF_LITTLE = 0.12;

    private record Weighed(Candidate candidate, double worth) {}

    private Selection() {}

    /** The chosen candidates in the order of the visit. */
    public static List<Candidate> choose(
            List<Candidate> candidates, ToDoubleFunction<Candidate> worth, Limits limits) {
        List<Weighed> weighed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            weighed.add(new Weighed(candidate, worth.applyAsDouble(candidate)));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::worth).reversed()
                .thenComparingInt(one -> one.candidate().order()));
        Map<Part, Set<String>> said = new EnumMap<>(Part.class);
        List<Candidate> chosen = new ArrayList<>();
        int words = 0;
        for (Weighed one : weighed) {
            if (one.worth() < least(words, limits) || words >= limits.mostWords()) {
                break;
            }
            Set<String> already = said.computeIfAbsent(one.candidate().part(), part -> new HashSet<>());
            Set<String> own = pairs(one.candidate().text());
            long repeated = own.stream().filter(already::contains).count();
            if (repeated > limits.mostRepeated() * own.size()) {
                continue;
            }
            already.addAll(own);
            chosen.add(one.candidate());
            words += one.candidate().text().split(" ", -1).length;
        }
        chosen.sort(Comparator.comparingInt(Candidate::order));
        return chosen;
    }

    /** What one more candidate must be worth after so many words; rises from little to the limit. */
    private static double least(int words, Limits limits) {
        double least = Math.min(LEAST_OF_LITTLE, limits.leastWorth());
        return least + (limits.leastWorth() - least) * Math.min(1.0, words / (double) FEW_WORDS);
    }

    private static Set<String> pairs(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < words.length; i++) {
            pairs.add((i == 0 ? "^" : words[i - 1]) + " " + words[i]);
        }
        return pairs;
    }
}
