package org.chartwright.eval.clinical;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chartwright.eval.LinearTraining;
import org.chartwright.eval.SharedFolder;
import org.chartwright.models.LinearModel;
import org.chartwright.models.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Learns which section of a note a short dialogue becomes, from MTS-Dialog's training part. Its back-translations were
 * tried, kept in the fold of their originals, and gained nothing.
 */
@Command(
        name = "sections",
        mixinStandardHelpOptions = true,
        description = "Trains the classifier of section headers (20 classes of MTS-Dialog).")
public final class SectionsTraining implements Callable<Integer> {

    private static final int FOLDS = 10;
    private static final double TYPICAL = 100;
    private static final double SMALLEST = 0.02;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--cost", description = "Weight of the examples against regularisation: ${DEFAULT-VALUE}.")
    private double cost = 3;

    @Option(names = "--favour", description = "How much rare headers are favoured: ${DEFAULT-VALUE}.")
    private double favour = 0.1;

    @Option(names = "--check", description = "Cross-validate on the training dialogues; write nothing.")
    private boolean check;

    @Option(names = "--out", description = "The model file.")
    private Path out = Path.of(
            System.getProperty("chartwright.home", "."),
            "eval/src/main/resources/org/chartwright/eval/clinical/sections.model");

    private record Example(int fold, String header, Map<String, Double> features) {}

    @Override
    public Integer call() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Dialogues.Dialogue dialogue : Dialogues.read(shared.resolve("corpora/mts-dialog/train.jsonl"))) {
            examples.add(new Example(
                    examples.size() % FOLDS, dialogue.header(), SectionFeatures.of(dialogue.turns())));
        }
        if (check) {
            check(examples);
            return 0;
        }
        LinearModel model = train(examples, -1);
        try (OutputStream file = Files.newOutputStream(out)) {
            model.write(file, Precision.BYTE);
        }
        System.out.printf(Locale.ROOT, "%s: %d features, %d bytes%n", out.getFileName(), model.size(), Files.size(out));
        return 0;
    }

    /** Trains on all examples but those of one fold. */
    private LinearModel train(List<Example> examples, int without) {
        LinearTraining training = new LinearTraining(
                LinearTraining.Settings.margin(cost).leastExamples(3).smallestWeight(SMALLEST));
        Map<String, Integer> counts = new TreeMap<>();
        for (Example example : examples) {
            if (example.fold() != without) {
                training.add(example.header(), example.features());
                counts.merge(example.header(), 1, Integer::sum);
            }
        }
        counts.forEach((header, count) -> training.favouring(header, favour * Math.log(TYPICAL / count)));
        return training.train(Map.of("data", "MTS-Dialog train", "features", "SectionFeatures"));
    }

    private void check(List<Example> examples) {
        int right = 0;
        int all = 0;
        Map<String, Integer> confusions = new TreeMap<>();
        Map<String, int[]> found = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            LinearModel model = train(examples, fold);
            for (Example example : examples) {
                if (example.fold() == fold) {
                    String guess = model.labels().get(LinearModel.best(model.scores(example.features())));
                    all++;
                    right += guess.equals(example.header()) ? 1 : 0;
                    int[] counts = found.computeIfAbsent(example.header(), header -> new int[2]);
                    counts[0] += guess.equals(example.header()) ? 1 : 0;
                    counts[1]++;
                    if (!guess.equals(example.header())) {
                        confusions.merge(example.header() + " -> " + guess, 1, Integer::sum);
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "cross-validation, %d folds: accuracy %.4f of %d, %.4f if each header counted by the root of its count,"
                        + " %.4f if all were alike%n",
                FOLDS, right / (double) all, all, found(found, 0.5), found(found, 0));
        new HashMap<>(confusions).entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(20)
                .forEach(entry -> System.out.printf(Locale.ROOT, "  %3d  %s%n", entry.getValue(), entry.getKey()));
    }

    /** The share found, were each header as frequent as its count to this power. */
    private static double found(Map<String, int[]> counts, double power) {
        double found = 0;
        double all = 0;
        for (int[] count : counts.values()) {
            double weight = Math.pow(count[1], power);
            found += weight * count[0] / count[1];
            all += weight;
        }
        return found / all;
    }
}
