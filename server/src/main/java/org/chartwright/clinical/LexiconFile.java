package org.chartwright.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the lexicon's own files: {@code name | other ways of saying it, … | code} a line, {@code [group]} before the
 * lines of a group, {@code #} for remarks. A name that starts with {@code ~} is not itself a way of saying it.
 */
final class LexiconFile {

    private LexiconFile() {}

    /**
     * A line.
     *
     * @param group the last group before it
     * @param name the clinical name
     * @param ways all the ways of saying it
     * @param code its code, or empty
     */
    record Line(String group, String name, List<String> ways, String code) {}

    static List<Line> read(String resource) {
        List<Line> lines = new ArrayList<>();
        String group = "";
        for (String line : plainLines(resource)) {
            if (line.startsWith("[")) {
                group = line.substring(1, line.indexOf(']'));
                continue;
            }
            String[] fields = line.split("\\|", -1);
            if (fields.length != 3) {
                throw new IllegalStateException(resource + ": a line needs three fields: " + line);
            }
            String name = fields[0].strip();
            List<String> ways = new ArrayList<>();
            if (name.startsWith("~")) {
                name = name.substring(1);
            } else {
                ways.add(name);
            }
            Arrays.stream(fields[1].split(","))
                    .map(String::strip)
                    .filter(way -> !way.isEmpty())
                    .forEach(ways::add);
            lines.add(new Line(group, name, ways, fields[2].strip()));
        }
        return lines;
    }

    /** The lines of a resource without remarks and empty lines. */
    static List<String> plainLines(String resource) {
        try (InputStream in = LexiconFile.class.getResourceAsStream("lexicon/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("Lexicon file " + resource + " is missing from the installation");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
