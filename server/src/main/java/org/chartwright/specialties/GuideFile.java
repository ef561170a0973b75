package org.chartwright.specialties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.specialties.Guide.Label;
import org.chartwright.specialties.Guide.Term;
import org.chartwright.specialties.Guide.Words;

/**
 * Reads a guide. Lines that begin with {@code #} are remarks. The first line is {@code title Name}; then come sections:
 *
 * <ul>
 *   <li>{@code [hints]}: phrases for the recogniser, separated by commas;
 *   <li>{@code [terms]}: {@code kind group | clinical name | other ways, …}; {@code ~} before a name: it is not itself said;
 *   <li>{@code [systems]}: body systems by the lexicon's names, separated by commas;
 *   <li>{@code [exam]} and {@code [history]}: {@code Label: words, …};
 *   <li>{@code [key]}: words, separated by commas.
 * </ul>
 *
 * <p>In words {@code *} stands for the rest of a word and {@code #} for a number.
 */
final class GuideFile {

    private static final Set<String> SECTIONS = Set.of("hints", "terms", "systems", "exam", "history", "key");
    private static final Set<String> KINDS = Set.of(
            "test", "disease", "symptom", "finding", "medication", "procedure", "treatment", "anatomy");

    private GuideFile() {}

    static Guide read(String resource) {
        try (InputStream in = GuideFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The specialty's file " + resource + " is missing from the installation");
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide parse(String file, String text) {
        String title = "";
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("title ")) {
                title = line.substring("title ".length()).strip();
            } else if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1);
                require(SECTIONS.contains(name), file, number, "no section [" + name + "]");
                open = sections.computeIfAbsent(name, _ -> new ArrayList<>());
            } else {
                require(!sections.isEmpty(), file, number, "a line before the first section");
                open.add(line);
            }
        }
        require(!title.isEmpty(), file, 1, "no title");
        return new Guide(
                title,
                phrases(sections.getOrDefault("hints", List.of())),
                sections.getOrDefault("terms", List.of()).stream().map(line -> term(file, line)).toList(),
                phrases(sections.getOrDefault("systems", List.of())),
                labels(file, sections.getOrDefault("exam", List.of())),
                labels(file, sections.getOrDefault("history", List.of())),
                Words.of(String.join(",", sections.getOrDefault("key", List.of()))));
    }

    private static List<String> phrases(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    private static Term term(String file, String line) {
        String[] fields = line.split("\\|", -1);
        if (fields.length != 3) {
            throw new IllegalStateException(file + ": a term needs three fields: " + line);
        }
        String[] kind = fields[0].strip().split(" ", 2);
        if (!KINDS.contains(kind[0])) {
            throw new IllegalStateException(file + ": no kind of term " + kind[0]);
        }
        String name = fields[1].strip();
        List<String> ways = new ArrayList<>();
        if (name.startsWith("~")) {
            name = name.substring(1);
        } else {
            ways.add(name);
        }
        ways.addAll(phrases(List.of(fields[2])));
        return new Term(kind[0], kind.length > 1 ? kind[1].strip() : "", name, ways);
    }

    private static List<Label> labels(String file, List<String> lines) {
        List<Label> labels = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalStateException(file + ": a label needs a colon: " + line);
            }
            labels.add(new Label(line.substring(0, colon).strip(), Words.of(line.substring(colon + 1))));
        }
        return labels;
    }

    private static void require(boolean holds, String file, int line, String what) {
        if (!holds) {
            throw new IllegalStateException(file + ", line " + line + ": " + what);
        }
    }
}
