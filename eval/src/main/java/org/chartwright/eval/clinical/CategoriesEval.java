package org.chartwright.eval.clinical;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.eval.SharedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the categories of segments with the divisions of the reference notes that share their words. */
@Command(
        name = "categories",
        mixinStandardHelpOptions = true,
        description = "Segment categories against the note's divisions (labels by shared words, so an approximation).")
public final class CategoriesEval implements Callable<Integer> {

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Override
    public Integer call() throws IOException {
        Map<String, Integer> pairs = new TreeMap<>();
        int right = 0;
        int all = 0;
        DialogueReader reader = new DialogueReader();
        List<CategoryLabels.Visit> visits = CategoryLabels.read(
                shared.resolve("corpora/aci-bench/valid.jsonl"),
                turns -> reader.read(turns, new UUID(0, 0)).segments());
        for (CategoryLabels.Visit visit : visits) {
            for (int i = 0; i < visit.segments().size(); i++) {
                String label = visit.labels().get(i);
                if (!label.isEmpty()) {
                    String given = visit.segments().get(i).category().name();
                    pairs.merge(label + " read as " + given, 1, Integer::sum);
                    right += label.equals(given) ? 1 : 0;
                    all++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "categories: %.4f of %d labelled segments agree%n", right / (double) all, all);
        pairs.forEach((pair, count) -> System.out.printf(Locale.ROOT, "  %5d  %s%n", count, pair));
        return 0;
    }
}
