package org.chartwright.eval.clinical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labels the segments of ACI-Bench visits by the division of the reference note that shares most of their words, rare words
 * counting more. A segment whose words are in no division, or in two alike, stays without a label.
 */
final class CategoryLabels {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double LEAST = 0.3;
    private static final double LEAD = 0.08;

    /**
     * A visit with what could be labelled.
     *
     * @param segments its segments
     * @param labels for each segment its label, or empty
     */
    record Visit(List<Segment> segments, List<String> labels) {}

    private CategoryLabels() {}

    static List<Visit> read(Path file, Function<List<Turn>, List<Segment>> cutter) throws IOException {
        List<Dialogues.Dialogue> dialogues = Dialogues.read(file);
        List<String> lines = Files.readAllLines(file);
        Map<String, Integer> visitsWith = new HashMap<>();
        for (Dialogues.Dialogue dialogue : dialogues) {
            Set<String> said = new HashSet<>();
            dialogue.turns().forEach(turn -> said.addAll(words(turn.text())));
            said.forEach(word -> visitsWith.merge(word, 1, Integer::sum));
        }
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < dialogues.size(); i++) {
            JsonNode divisions = JSON.readTree(lines.get(i)).path("divisions");
            Map<String, Set<String>> notes = Map.of(
                    "SUBJECTIVE", words(divisions.path("subjective").asString("")),
                    "OBJECTIVE", words(divisions.path("objective_exam").asString("") + " "
                            + divisions.path("objective_results").asString("")),
                    "ASSESSMENT_AND_PLAN", words(divisions.path("assessment_and_plan").asString("")));
            List<Segment> segments = cutter.apply(dialogues.get(i).turns());
            List<String> labels = new ArrayList<>();
            for (Segment segment : segments) {
                labels.add(label(words(segment.text()), notes, visitsWith, dialogues.size()));
            }
            visits.add(new Visit(segments, labels));
        }
        return visits;
    }

    private static String label(
            Set<String> said, Map<String, Set<String>> notes, Map<String, Integer> visitsWith, int visits) {
        String best = "";
        double most = 0;
        double second = 0;
        for (String division : List.of("SUBJECTIVE", "OBJECTIVE", "ASSESSMENT_AND_PLAN")) {
            Set<String> note = notes.getOrDefault(division, Set.of());
            double shared = 0;
            double all = 1e-9;
            for (String word : said) {
                double weight = Math.log((visits + 1.0) / visitsWith.getOrDefault(word, 1));
                all += weight;
                shared += note.contains(word) ? weight : 0;
            }
            double share = shared / all;
            if (share > most) {
                second = most;
                most = share;
                best = division;
            } else {
                second = Math.max(second, share);
            }
        }
        return said.size() >= 2 && most >= LEAST && most - second >= LEAD ? best : "";
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (word.length() > 2) {
                words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }
}
