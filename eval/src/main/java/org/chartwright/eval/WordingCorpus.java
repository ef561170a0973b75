package org.chartwright.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.chartwright.models.LinearModel;
import org.chartwright.wording.Mark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The turns of the train splits that carry punctuation, grouped so that paraphrases stay in one fold. */
final class WordingCorpus {

    /**
     * A turn.
     *
     * @param set which corpus
     * @param group turns of one group belong in the same fold
     * @param cased whether its casing can be learned from
     */
    record Turn(String set, String group, boolean cased, List<PunctuatedText.Item> items) {

        List<String> words() {
            return items.stream().map(PunctuatedText.Item::word).toList();
        }

        List<Mark> marks() {
            return items.stream().map(PunctuatedText.Item::mark).toList();
        }

        int size() {
            return items.size();
        }

        /** One of several folds; turns of one group always share theirs. */
        int fold(int folds, int salt) {
            return Math.floorMod((int) (LinearModel.hash(salt + group) >>> 17), folds);
        }
    }

    private WordingCorpus() {}

    /** All turns to learn from. */
    static List<Turn> train(Path shared) throws IOException {
        Path corpora = shared.resolve("corpora");
        List<Turn> turns = new ArrayList<>();
        lines(corpora.resolve("mts-dialog/train.jsonl"), row -> add(
                turns, "mts", row.path("section_text").asString(), true, row.path("turns")));
        lines(corpora.resolve("mts-dialog/train_backtranslated.jsonl.gz"), row -> {
            for (JsonNode turn : row.path("turns")) {
                for (String said : turn.path("text").asString().split("(?i)\\b(doctor|patient|guest[_ ]\\w+) ?: ?", -1)) {
                    add(turns, "back", row.path("section_text").asString(), true, said);
                }
            }
        });
        lines(corpora.resolve("primock57/day1-3.jsonl"), row -> {
            if (row.path("day").asInt() < 3) {
                add(turns, "primock", row.path("id").asString(), true, row.path("turns"));
            }
        });
        lines(corpora.resolve("aci-bench/train.jsonl"), row -> {
            if (!row.path("subset").asString().equals("aci")) {
                String set = "aci:" + row.path("subset").asString();
                add(turns, set, row.path("id").asString(), false, row.path("turns"));
            }
        });
        return turns;
    }

    private static void add(List<Turn> turns, String set, String group, boolean cased, JsonNode said) {
        for (JsonNode turn : said) {
            add(turns, set, group, cased, turn.path("text").asString());
        }
    }

    private static void add(List<Turn> turns, String set, String group, boolean cased, String text) {
        List<PunctuatedText.Item> items = PunctuatedText.read(text);
        if (!items.isEmpty()) {
            turns.add(new Turn(set, group, cased, items));
        }
    }

    static void lines(Path file, Consumer<JsonNode> each) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    each.accept(json.readTree(line));
                }
            }
        }
    }
}
