package org.chartwright.eval.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the visits of ACI-Bench. */
public final class Visits {

    /**
     * A visit with its reference note.
     *
     * @param id such as {@code D2N001}
     * @param dialogue tagged lines
     * @param note the reference
     * @param sections the reference's sections in order
     */
    public record Visit(String id, String dialogue, String note, List<Section> sections) {}

    /**
     * A section of a reference.
     *
     * @param header its heading
     * @param text what it says
     */
    public record Section(String header, String text) {}

    private static final JsonMapper JSON = new JsonMapper();

    private Visits() {}

    public static List<Visit> aci(Path shared, String split) throws IOException {
        List<Visit> visits = new ArrayList<>();
        for (String line : Files.readAllLines(shared.resolve("corpora/aci-bench/" + split + ".jsonl"))) {
            JsonNode row = JSON.readTree(line);
            StringBuilder dialogue = new StringBuilder();
            for (JsonNode turn : row.path("turns")) {
                dialogue.append('[').append(turn.path("speaker").asString()).append("] ")
                        .append(turn.path("text").asString().replace('\n', ' ')).append('\n');
            }
            List<Section> sections = new ArrayList<>();
            for (JsonNode section : row.path("sections")) {
                sections.add(new Section(section.path("header").asString(), section.path("text").asString()));
            }
            visits.add(new Visit(row.path("id").asString(), dialogue.toString(), row.path("note").asString(), sections));
        }
        return visits;
    }
}
