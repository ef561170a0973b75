package org.chartwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of rooms in ARCHITECTURE.md is what the packages declare. Run with {@code -Dfloor-plan=write} to
 * write it anew.
 */
final class FloorPlanTest {

    private static final Path DOCUMENT = Path.of("../ARCHITECTURE.md");
    private static final Pattern MARKED =
            Pattern.compile("(<!-- rooms: written by FloorPlanTest -->\n)(.*?)(<!-- /rooms -->)", Pattern.DOTALL);
    private static final Pattern ESSAY = Pattern.compile("^/\\*\\*\n \\* (.*?[.!?])(?=\\s|$)", Pattern.DOTALL);
    private static final Pattern MAY_USE = Pattern.compile("@Room\\((?:\\s*mayUse = \\{?)?([^})]*)");

    @Test
    void theDocumentShowsTheRoomsAsTheyAre() throws IOException {
        String document = Files.readString(DOCUMENT);
        Matcher marked = MARKED.matcher(document);
        assertThat(marked.find()).as("the markers are in ARCHITECTURE.md").isTrue();
        String table = table();
        if ("write".equals(System.getProperty("floor-plan"))) {
            Files.writeString(
                    DOCUMENT,
                    document.substring(0, marked.end(1)) + table + document.substring(marked.start(3)));
            return;
        }
        assertThat(marked.group(2)).isEqualTo(table);
    }

    private static String table() throws IOException {
        TreeMap<String, String> rows = new TreeMap<>();
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/chartwright"))) {
            for (Path room : rooms.filter(Files::isDirectory).toList()) {
                String declared = Files.readString(room.resolve("package-info.java"));
                Matcher essay = ESSAY.matcher(declared);
                Matcher mayUse = MAY_USE.matcher(declared);
                assertThat(essay.find()).as("%s has an essay", room).isTrue();
                assertThat(mayUse.find()).as("%s declares its neighbours", room).isTrue();
                String name = room.getFileName().toString();
                String sentence = essay.group(1)
                        .replaceAll("\\s*\n \\* ", " ")
                        .replaceAll("\\{@\\w+ (?:org\\.chartwright\\.)?([^}]*)}", "`$1`");
                String neighbours = mayUse.group(1).replace("\"", "").replaceAll("\\s+", " ").strip();
                rows.put(name, "| `" + name + "` | " + sentence + " | "
                        + (neighbours.isEmpty() ? "–" : neighbours.equals("*") ? "all" : neighbours) + " |\n");
            }
        }
        return "| room | contract | may use |\n| --- | --- | --- |\n" + String.join("", rows.values());
    }
}
