package org.chartwright.eval.speech;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trigram model with modified Kneser-Ney smoothing, after Chen and Goodman (1998): interpolated, three discounts an
 * order, continuation counts below the highest order. Words outside the vocabulary are counted as one unknown word,
 * which is left out of what is written.
 */
final class KneserNey {

    private static final int BITS = 20;
    private static final int UNKNOWN = 0;
    private static final int BEGIN = 1;
    private static final int END = 2;

    private final List<String> words = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
    private final Map<String, Integer> ids = new HashMap<>();
    /** By order - 1: n-gram to its count (highest order) or continuation count (lower orders). */
    private final List<Map<Long, Integer>> counts = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());

    private final List<Map<Long, Double>> probabilities = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    private final List<Map<Long, Double>> backOffs = List.of(new HashMap<>(), new HashMap<>());

    /** Learns from sentences; {@code vocabulary} says which words have a place. */
    KneserNey(List<List<String>> sentences, List<String> vocabulary) {
        for (String word : vocabulary) {
            ids.put(word, words.size());
            words.add(word);
        }
        if (words.size() >= 1 << BITS) {
            throw new IllegalArgumentException("Too many words");
        }
        count(sentences);
        estimate();
    }

    private void count(List<List<String>> sentences) {
        Map<Long, Integer> trigrams = counts.get(2);
        Map<Long, Integer> startBigrams = new HashMap<>();
        for (List<String> sentence : sentences) {
            int before = BEGIN;
            int middle = id(sentence.getFirst());
            startBigrams.merge(pair(before, middle), 1, Integer::sum);
            for (int i = 1; i <= sentence.size(); i++) {
                int last = i < sentence.size() ? id(sentence.get(i)) : END;
                trigrams.merge(triple(before, middle, last), 1, Integer::sum);
                before = middle;
                middle = last;
            }
        }
        // A bigram that begins a sentence has no left neighbour: its own count stands for its continuations.
        Map<Long, Integer> bigrams = counts.get(1);
        bigrams.putAll(startBigrams);
        trigrams.keySet().forEach(trigram -> bigrams.merge(suffix(trigram, 2), 1, Integer::sum));
        bigrams.keySet().forEach(bigram -> counts.get(0).merge(suffix(bigram, 1), 1, Integer::sum));
    }

    private void estimate() {
        double uniform = 1.0 / (words.size() - 2);
        for (int order = 1; order <= 3; order++) {
            Map<Long, Integer> grams = counts.get(order - 1);
            double[] discounts = discounts(grams);
            Map<Long, long[]> contexts = new HashMap<>();
            grams.forEach((gram, count) -> {
                long[] sums = contexts.computeIfAbsent(gram >>> BITS, _ -> new long[4]);
                sums[0] += count;
                sums[Math.min(count, 3)]++;
            });
            for (Map.Entry<Long, Integer> entry : grams.entrySet()) {
                long gram = entry.getKey();
                long[] sums = java.util.Objects.requireNonNull(contexts.get(gram >>> BITS));
                double spared = (discounts[1] * sums[1] + discounts[2] * sums[2] + discounts[3] * sums[3]) / sums[0];
                double below = order == 1 ? uniform : probability(order - 1, suffix(gram, order - 1));
                double own = (entry.getValue() - discounts[Math.min(entry.getValue(), 3)]) / sums[0];
                probabilities.get(order - 1).put(gram, own + spared * below);
            }
            if (order == 1) {
                // Words that occur in no text still need a place, such as the names of medicines.
                long[] sums = java.util.Objects.requireNonNull(contexts.get(0L));
                double spared = (discounts[1] * sums[1] + discounts[2] * sums[2] + discounts[3] * sums[3]) / sums[0];
                for (int id = END; id < words.size(); id++) {
                    probabilities.getFirst().putIfAbsent((long) id, spared * uniform);
                }
            }
        }
        fillBackOffs();
    }

    /** From what is kept, so that each context sums to one whatever was pruned. */
    private void fillBackOffs() {
        for (int order = 2; order <= 3; order++) {
            Map<Long, double[]> kept = new HashMap<>();
            for (Map.Entry<Long, Double> entry : probabilities.get(order - 1).entrySet()) {
                double[] sums = kept.computeIfAbsent(entry.getKey() >>> BITS, _ -> new double[2]);
                sums[0] += entry.getValue();
                sums[1] += probability(order - 1, suffix(entry.getKey(), order - 1));
            }
            Map<Long, Double> backOff = backOffs.get(order - 2);
            backOff.clear();
            kept.forEach((context, sums) ->
                    backOff.put(context, Math.max(1e-9, 1 - sums[0]) / Math.max(1e-9, 1 - sums[1])));
        }
    }

    /**
     * Drops n-grams whose loss changes the model least (Stolcke's relative entropy, with the context's probability from
     * the unigrams), the highest order first.
     */
    void prune(double threshold) {
        for (int order = 3; order >= 2; order--) {
            Map<Long, Double> grams = probabilities.get(order - 1);
            int level = order;
            Map<Long, Double> higher = order == 3 ? Map.of() : probabilities.get(2);
            java.util.Set<Long> needed = new java.util.HashSet<>();
            higher.keySet().forEach(gram -> needed.add(gram >>> BITS));
            grams.entrySet().removeIf(entry -> {
                long gram = entry.getKey();
                long context = gram >>> BITS;
                if (needed.contains(gram)) {
                    return false;
                }
                double lower = probability(level - 1, suffix(gram, level - 1))
                        * backOffs.get(level - 2).getOrDefault(context, 1.0);
                double loss = contextProbability(context, level - 1)
                        * entry.getValue() * Math.log(entry.getValue() / lower);
                return Math.abs(loss) < threshold;
            });
        }
        fillBackOffs();
    }

    private double contextProbability(long context, int length) {
        double first = probabilities.getFirst().getOrDefault(length == 1 ? context : context >>> BITS, 1e-3);
        return length == 1 ? first : first * probability(2, context);
    }

    private double probability(int order, long gram) {
        Double known = probabilities.get(order - 1).get(gram);
        if (known != null) {
            return known;
        }
        if (order == 1) {
            return 1e-9;
        }
        return backOffs.get(order - 2).getOrDefault(gram >>> BITS, 1.0)
                * probability(order - 1, suffix(gram, order - 1));
    }

    private static double[] discounts(Map<Long, Integer> grams) {
        double[] ofCount = new double[5];
        grams.values().forEach(count -> {
            if (count <= 4) {
                ofCount[count]++;
            }
        });
        double y = ofCount[1] / (ofCount[1] + 2 * ofCount[2]);
        double[] discounts = new double[4];
        for (int i = 1; i <= 3; i++) {
            double estimate = i - (i + 1) * y * ofCount[i + 1] / Math.max(1, ofCount[i]);
            discounts[i] = Math.clamp(Double.isFinite(estimate) ? estimate : 0.5, 0.1 * i, 0.95 * i);
        }
        return discounts;
    }

    /** The perplexity of text, words outside the vocabulary left out; and their number in the second place. */
    double[] perplexity(List<List<String>> sentences) {
        double sum = 0;
        long tokens = 0;
        long unknown = 0;
        for (List<String> sentence : sentences) {
            int before = BEGIN;
            int middle = -1;
            for (int i = 0; i <= sentence.size(); i++) {
                int next = i < sentence.size() ? id(sentence.get(i)) : END;
                if (next == UNKNOWN) {
                    unknown++;
                } else {
                    sum += Math.log(middle < 0
                            ? probability(2, pair(before, next))
                            : probability(3, triple(before, middle, next)));
                    tokens++;
                }
                if (middle < 0) {
                    middle = next;
                } else {
                    before = middle;
                    middle = next;
                }
            }
        }
        return new double[] {Math.exp(-sum / tokens), unknown, tokens};
    }

    /** How many n-grams of each order there are. */
    List<Integer> sizes() {
        return probabilities.stream().map(Map::size).toList();
    }

    /** Writes the model in ARPA's format, sorted, without the unknown word. */
    void writeArpa(Writer out) throws IOException {
        List<TreeMap<String, String>> lines = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        lines.getFirst().put("<s>", line(1e-9, BEGIN, 1));
        for (int order = 1; order <= 3; order++) {
            for (Map.Entry<Long, Double> entry : probabilities.get(order - 1).entrySet()) {
                String text = text(entry.getKey(), order);
                if (!text.contains("<unk>")) {
                    lines.get(order - 1).put(text, line(entry.getValue(), entry.getKey(), order));
                }
            }
        }
        out.write("\\data\\\n");
        for (int order = 1; order <= 3; order++) {
            out.write("ngram " + order + "=" + lines.get(order - 1).size() + "\n");
        }
        for (int order = 1; order <= 3; order++) {
            out.write("\n\\" + order + "-grams:\n");
            for (String line : lines.get(order - 1).values()) {
                out.write(line);
            }
        }
        out.write("\n\\end\\\n");
    }

    private String line(double probability, long gram, int order) {
        String line = String.format(Locale.ROOT, "%.3f\t%s", Math.log10(probability), text(gram, order));
        Double backOff = order == 3 ? null : backOffs.get(order - 1).get(gram);
        return backOff == null ? line + "\n" : line + String.format(Locale.ROOT, "\t%.3f\n", Math.log10(backOff));
    }

    private String text(long gram, int order) {
        StringBuilder text = new StringBuilder();
        for (int i = order - 1; i >= 0; i--) {
            text.append(text.isEmpty() ? "" : " ").append(words.get((int) (gram >>> (i * BITS)) & ((1 << BITS) - 1)));
        }
        return text.toString();
    }

    private int id(String word) {
        return ids.getOrDefault(word, UNKNOWN);
    }

    private static long pair(long a, long b) {
        return a << BITS | b;
    }

    private static long triple(long a, long b, long c) {
        return pair(pair(a, b), c);
    }

    private static long suffix(long gram, int length) {
        return gram & ((1L << (length * BITS)) - 1);
    }
}
