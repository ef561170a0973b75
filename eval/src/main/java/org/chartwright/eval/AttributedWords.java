package org.chartwright.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.speakers.TurnMaker;
import org.chartwright.speakers.Voices.VoiceSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The true words of mixtures, given to the speakers that we hear: what cpWER then counts is who said a word, and nothing that
 * a recogniser misheard. The time of a word is its share of its turn, by letters.
 */
final class AttributedWords {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, List<Word>> words = new HashMap<>();
    private final TurnMaker maker = new TurnMaker();

    /** Reads {@code reference.jsonl}, as the maker of mixtures writes it. */
    AttributedWords(Path reference) throws IOException {
        for (String line : Files.readAllLines(reference)) {
            JsonNode visit = JSON.readTree(line);
            List<Word> said = new ArrayList<>();
            visit.path("turns").forEach(turn -> add(turn, said));
            words.put(visit.path("id").asString(), said);
        }
    }

    private static void add(JsonNode turn, List<Word> said) {
        List<PunctuatedText.Item> items = PunctuatedText.read(turn.path("text").asString());
        double letters = items.stream().mapToInt(item -> item.word().length() + 1).sum();
        double start = turn.path("start").asDouble() * 1000;
        double length = turn.path("end").asDouble() * 1000 - start;
        double passed = 0;
        for (PunctuatedText.Item item : items) {
            double from = start + length * passed / letters;
            passed += item.word().length() + 1;
            TimeSpan time = new TimeSpan(Math.round(from), Math.round(start + length * passed / letters));
            said.add(Word.heard(item.word(), time, 1, 0));
        }
    }

    /** A line for the scorer: the words of a recording by the speakers that were heard. */
    String line(String id, List<VoiceSpan> spans) {
        ArrayNode turns = JSON.createArrayNode();
        for (Turn turn : maker.byVoice(words.getOrDefault(id, List.of()), spans)) {
            StringBuilder text = new StringBuilder();
            turn.words().forEach(word -> text.append(word.text()).append(' '));
            turns.addObject()
                    .put("speaker", turn.speaker().label())
                    .put("start", turn.words().getFirst().time().startMillis() / 1000.0)
                    .put("end", turn.words().getLast().time().endMillis() / 1000.0)
                    .put("text", text.toString());
        }
        ObjectNode line = JSON.createObjectNode().put("id", id);
        line.set("turns", turns);
        return JSON.writeValueAsString(line) + "\n";
    }
}
