package org.chartwright.note.prose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chartwright.models.Recall;

/**
 * Lists of replacements from a resource file: a line {@code [name]} opens a list, every other line is {@code pattern =>
 * replacement}, tried from top to bottom on text in lower case with single spaces. Immutable.
 */
public final class Rules {

    private record Rule(Pattern pattern, String replacement) {}

    private final Map<String, List<Rule>> lists;

    private Rules(Map<String, List<Rule>> lists) {
        this.lists = lists;
    }

    /** Reads the rules of a resource beside this class. */
    public static Rules read(String resource) {
        Map<String, List<Rule>> lists = new LinkedHashMap<>();
        List<Rule> open = new ArrayList<>();
        for (String line : lines(resource)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                open = lists.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else {
                int arrow = line.indexOf(" =>");
                if (arrow < 0) {
                    throw new IllegalStateException(resource + ": no arrow in a rule: " + line);
                }
                String replacement = line.substring(arrow + 3).strip();
                open.add(new Rule(Pattern.compile(line.substring(0, arrow).strip()), replacement));
            }
        }
        return new Rules(lists);
    }

    /** The lines of a resource beside this class, without comments and blank ones. */
    public static List<String> lines(String resource) {
        try (InputStream in = Rules.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Applied(Rules rules, String list, String text) {

        private String result() {
            return rules.applied(list, text);
        }
    }

    /** Applies one list to a text. */
    public String apply(String list, String text) {
        return Recall.of("rules", new Applied(this, list, text), Applied::result);
    }

    private String applied(String list, String text) {
        String now = text;
        for (Rule rule : lists.getOrDefault(list, List.of())) {
            now = rule.pattern.matcher(now).replaceAll(rule.replacement);
        }
        return now.replaceAll("\\s+", " ").replaceAll(" (?=[,;:?!]|\\.(?!\\d))", "").replaceAll("^[ ,.;:]+|[ ,;:]+$", "").strip();
    }
}
