package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recording whose words are known.
 *
 * @param id its name
 * @param file where it is
 * @param text what was said
 * @param turns who said what when; empty where that is not known
 */
record Recording(String id, Path file, String text, JsonNode turns) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SPEAKER = Pattern.compile("(?m)^\\w+:");

    /** One of the shared ones, by its name without an ending. */
    static Recording shared(Path folder, String name) throws IOException {
        String truth = name.startsWith("visit/") ? name.substring(0, name.indexOf('_')) : name;
        Path turns = folder.resolve(truth + ".json");
        return new Recording(
                name,
                folder.resolve(name + ".flac"),
                SPEAKER.matcher(Files.readString(folder.resolve(truth + ".txt"))).replaceAll(""),
                Files.exists(turns) ? JSON.readTree(turns.toFile()).path("turns") : JSON.createArrayNode());
    }

    /** All mixtures of a folder that {@code eval diarization --make} made. */
    static List<Recording> mixtures(Path folder) throws IOException {
        List<Recording> found = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("reference.jsonl"))) {
            JsonNode mixture = JSON.readTree(line);
            String id = mixture.path("id").asString();
            String text = StreamSupport.stream(mixture.path("turns").spliterator(), false)
                    .map(turn -> turn.path("text").asString())
                    .collect(Collectors.joining(" "));
            found.add(new Recording(id, folder.resolve(id + ".flac"), text, mixture.path("turns")));
        }
        return found;
    }

    @Override
    public String toString() {
        return "Recording[" + id + "]";
    }
}
