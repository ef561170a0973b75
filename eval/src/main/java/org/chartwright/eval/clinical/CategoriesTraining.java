package org.chartwright.eval.clinical;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.clinical.CategoryFeatures;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.eval.LinearTraining;
import org.chartwright.eval.SharedFolder;
import org.chartwright.models.LinearModel;
import org.chartwright.models.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns from visits and their notes which talk is history, findings, or plan. */
@Command(
        name = "categories",
        mixinStandardHelpOptions = true,
        description = "Trains the classifier of segment categories from ACI-Bench's training visits.")
public final class CategoriesTraining implements Callable<Integer> {

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--cost", description = "Weight of the examples against regularisation: ${DEFAULT-VALUE}.")
    private double cost = 0.05;

    @Option(names = "--out", description = "The model file.")
    private Path out = Path.of(
            System.getProperty("chartwright.home", "."),
            "server/src/main/resources/org/chartwright/clinical/categories.model");

    private List<CategoryLabels.Visit> visits() throws IOException {
        return CategoryLabels.read(
                shared.resolve("corpora/aci-bench/train.jsonl"), turns -> DialogueReader.cut(turns, new UUID(0, 0)));
    }

    @Override
    public Integer call() throws IOException {
        LinearTraining training =
                new LinearTraining(LinearTraining.Settings.l2(cost).leastExamples(3).smallestWeight(0.01));
        for (CategoryLabels.Visit visit : visits()) {
            for (int i = 0; i < visit.segments().size(); i++) {
                if (!visit.labels().get(i).isEmpty()) {
                    training.add(visit.labels().get(i), CategoryFeatures.of(visit.segments(), i));
                }
            }
        }
        LinearModel model = training.train(Map.of("data", "ACI-Bench train, labelled by shared words with the note"));
        try (OutputStream file = Files.newOutputStream(out)) {
            model.write(file, Precision.HALF);
        }
        System.out.printf(
                Locale.ROOT, "%s: %d examples, %d features, %d bytes%n", out.getFileName(), training.size(), model.size(),
                Files.size(out));
        return 0;
    }
}
