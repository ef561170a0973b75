package org.chartwright.note.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Set<Part> PLAN = EnumSet.of(Part.TESTING, Part.TREATMENT, Part.COUNSELING, Part.FOLLOW_UP);
    private static final Pattern NEXT_VISIT = Pattern.compile(
            "(?!.*\\b(?:if|unless|until|mg|test|labs?)\\b)(?:(?:i|we) (?:will|want to|would like to|look forward to) (?:\\w+ )?(?:see|follow up with)|(?:please )?(?:come back|return|follow up|see me|schedule)"
                    + "|(?:he|she|the patient) will (?:return|come back|follow up|see me))\\b(?: [\\w'-]+){0,6}? (?:in|after) (?:about )?(?<count>\\d{1,3}|an?|one) (?<unit>day|week|month)s?\\b(?: [\\w'-]+){0,3}[.]?");
    private static final int WEEK = 7;
    private static final int MONTH = 30;

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
        Set<Integer> visits = new HashSet<>();
        int words = 0;
        for (Weighed one : weighed) {
            if (one.worth() < least(words, limits) || words >= limits.mostWords()) {
                break;
            }
            Optional<Integer> next = nextVisit(one.candidate());
            if (next.isPresent() && !visits.add(next.get())) {
                continue;
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

    /** In how many days the next visit is, where a sentence tells nothing else: "two weeks" and "14 days" are one. */
    private static Optional<Integer> nextVisit(Candidate candidate) {
        Matcher visit = NEXT_VISIT.matcher(candidate.text().toLowerCase(Locale.ROOT));
        if (!PLAN.contains(candidate.part()) || !visit.matches()) {
            return Optional.empty();
        }
        int count = visit.group("count").matches("\\d+") ? Integer.parseInt(visit.group("count")) : 1;
        return Optional.of(count * switch (visit.group("unit")) {
            case "week" -> WEEK;
            case "month" -> MONTH;
            default -> 1;
        });
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
