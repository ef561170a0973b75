package org.chartwright.eval;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chartwright.models.FeatureList;
import org.chartwright.models.GatedNetwork;
import org.chartwright.models.LinearModel;
import org.chartwright.models.Precision;
import org.chartwright.wording.CaseFeatures;
import org.chartwright.wording.CaseForm;
import org.chartwright.wording.Mark;
import org.chartwright.wording.MarkFeatures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train wording}: the models of punctuation and casing, from the train splits. */
@Command(
        name = "wording",
        mixinStandardHelpOptions = true,
        description = "Trains punctuation and casing from the train splits of the corpora.")
final class TrainWording implements Callable<Integer> {

    private static final int JACKKNIFE = 2;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--out", description = "Where the models go.",
            defaultValue = "server/src/main/resources/org/chartwright/wording")
    private Path out = Path.of("server/src/main/resources/org/chartwright/wording");

    @Option(names = "--only", description = "marks (linear), network (marks too) or casing; all when absent.", defaultValue = "")
    private String only = "";

    @Option(names = "--dictionary", description = "English word list (Debian: wamerican-large); remakes capitals.txt.gz.")
    private @Nullable Path dictionary;

    @Override
    public Integer call() throws IOException {
        List<WordingCorpus.Turn> turns = WordingCorpus.train(shared.path());
        Files.createDirectories(out);
        if (dictionary != null) {
            // Read when the classes are loaded: build and train again after the list has changed.
            CapitalsList.write(
                    dictionary, shared.resolve("terminology/rxnorm-names-2021.txt.gz"), out.resolve("capitals.txt.gz"));
        }
        if (only.isEmpty() || only.equals("network")) {
            try (OutputStream target = Files.newOutputStream(out.resolve("marks3.model"))) {
                network(turns).write(target);
            }
        }
        if (only.isEmpty() || only.equals("marks")) {
            MarkModels marks = MarkModels.train(turns, JACKKNIFE, facts(turns));
            write(marks.first(), "marks1.model");
            write(marks.second(), "marks2.model");
        }
        if (only.isEmpty() || only.equals("casing")) {
            write(casing(turns, facts(turns)), "casing.model");
        }
        return 0;
    }

    static Map<String, String> facts(List<WordingCorpus.Turn> turns) {
        Map<String, Integer> counts = new TreeMap<>();
        turns.forEach(turn -> counts.merge(turn.set(), 1, Integer::sum));
        return Map.of(
                "data", "MTS-Dialog train and its back-translations, PriMock57 days 1-2, ACI-Bench train (CC BY 4.0)",
                "turns", counts.toString());
    }

    private void write(LinearModel model, String name) throws IOException {
        try (OutputStream target = Files.newOutputStream(out.resolve(name))) {
            model.write(target, Precision.BYTE);
        }
    }

    /** The network that judges marks beside the linear models. */
    static GatedNetwork network(List<WordingCorpus.Turn> turns) {
        List<String> labels = Arrays.stream(Mark.values()).map(Mark::name).toList();
        GatedTraining training = new GatedTraining(
                new GatedTraining.Settings(64, 64, 64, 7, 500, 0.003, 0.5, 0.3, 3, 1), labels);
        for (WordingCorpus.Turn turn : turns) {
            MarkFeatures features = new MarkFeatures(turn.words());
            List<List<String>> places = new ArrayList<>();
            for (int i = 0; i < turn.size(); i++) {
                FeatureList present = FeatureList.naming();
                features.alone(i, present);
                places.add(List.copyOf(present.names()));
            }
            training.add(places, turn.marks().stream().mapToInt(Mark::place).toArray());
        }
        return training.train(facts(turns));
    }

    static LinearModel casing(List<WordingCorpus.Turn> turns, Map<String, String> facts) {
        LinearTraining training = new LinearTraining(LinearTraining.Settings.l2(0.3).smallestWeight(0.03)).withoutBiases();
        for (WordingCorpus.Turn turn : turns) {
            if (turn.cased()) {
                CaseFeatures features = new CaseFeatures(turn.words(), turn.marks());
                for (int i = 0; i < turn.items().size(); i++) {
                    FeatureList present = FeatureList.naming();
                    features.at(i, present);
                    training.add(form(turn.items().get(i).written()).name(), present.names());
                }
            }
        }
        return training.train(facts);
    }

    /** What a written word teaches; mixed forms ("OxyContin") count as capital. */
    static CaseForm form(String written) {
        String letters = written.replaceAll("[^\\p{L}]", "");
        if (written.equals(written.toLowerCase(Locale.ROOT))) {
            return CaseForm.LOWER;
        }
        boolean upper = letters.length() > 1 && letters.equals(letters.toUpperCase(Locale.ROOT));
        return upper ? CaseForm.UPPER : CaseForm.CAPITAL;
    }

    /** The two passes of punctuation. */
    record MarkModels(LinearModel first, LinearModel second) {

        /** The second pass learns from what first passes thought of turns they had not seen. */
        static MarkModels train(List<WordingCorpus.Turn> turns, int parts, Map<String, String> facts) {
            IdentityHashMap<WordingCorpus.Turn, double[][]> guesses = new IdentityHashMap<>();
            for (int part = 0; part < parts; part++) {
                List<WordingCorpus.Turn> seen = new ArrayList<>();
                List<WordingCorpus.Turn> unseen = new ArrayList<>();
                for (WordingCorpus.Turn turn : turns) {
                    (turn.fold(parts, 7) == part ? unseen : seen).add(turn);
                }
                LinearModel model = first(seen, facts);
                unseen.forEach(turn -> guesses.put(turn, guess(model, new MarkFeatures(turn.words()), turn.size())));
            }
            LinearTraining training = new LinearTraining(settings()).withoutBiases();
            for (WordingCorpus.Turn turn : turns) {
                double[][] guess = guesses.getOrDefault(turn, new double[0][]);
                MarkFeatures features = new MarkFeatures(turn.words());
                for (int i = 0; i < turn.size(); i++) {
                    FeatureList present = FeatureList.naming();
                    features.first(i, present);
                    features.second(i, guess, present);
                    training.add(turn.items().get(i).mark().name(), present.names());
                }
            }
            return new MarkModels(first(turns, facts), training.train(facts));
        }

        private static LinearModel first(List<WordingCorpus.Turn> turns, Map<String, String> facts) {
            LinearTraining training = new LinearTraining(settings()).withoutBiases();
            for (WordingCorpus.Turn turn : turns) {
                MarkFeatures features = new MarkFeatures(turn.words());
                for (int i = 0; i < turn.size(); i++) {
                    FeatureList present = FeatureList.naming();
                    features.first(i, present);
                    training.add(turn.items().get(i).mark().name(), present.names());
                }
            }
            return training.train(facts);
        }

        private static LinearTraining.Settings settings() {
            return LinearTraining.Settings.l2(0.1)
                    .tolerance(0.05)
                    .leastExamples(3)
                    .smallestWeight(0.04);
        }

        static double[][] guess(LinearModel model, MarkFeatures features, int size) {
            double[][] guess = new double[size][];
            for (int i = 0; i < size; i++) {
                FeatureList present = FeatureList.hashing();
                features.first(i, present);
                double[] given = model.probabilities(model.scores(present));
                guess[i] = new double[Mark.values().length];
                for (Mark mark : Mark.values()) {
                    guess[i][mark.place()] = given[model.labels().indexOf(mark.name())];
                }
            }
            return guess;
        }
    }
}
