package org.chartwright.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the list of words that are written with capitals: from Debian's English word list (wamerican-large, from SCOWL) and
 * RxNorm's names of medicines (NLM, public domain), where a name of one word that never stands in small letters is a brand.
 */
final class CapitalsList {

    private final Set<String> small = new HashSet<>();
    private final Set<String> capital = new HashSet<>();
    private final Set<String> upper = new HashSet<>();
    private final Set<String> generic = new HashSet<>();
    private final Set<String> brands = new HashSet<>();

    static void write(Path dictionary, Path medicines, Path target) throws IOException {
        CapitalsList list = new CapitalsList();
        Files.readAllLines(dictionary).forEach(list::addEnglish);
        try (InputStream in = Files.newInputStream(medicines);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            lines.lines().forEach(list::addMedicine);
        }
        StringBuilder text = new StringBuilder();
        list.classes().forEach((word, kind) -> text.append(kind).append(' ').append(word).append('\n'));
        try (OutputStream out = Files.newOutputStream(target);
                GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addEnglish(String line) {
        String word = line.strip();
        if (word.isEmpty() || word.endsWith("'s")) {
            return;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.equals(lower)) {
            small.add(lower);
        } else if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
            upper.add(lower);
        } else {
            capital.add(lower);
        }
    }

    private void addMedicine(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        for (String word : words) {
            if (word.matches("\\p{Ll}+")) {
                generic.add(word);
            }
        }
        if (words.size() == 1 && words.getFirst().matches("\\p{Lu}\\p{L}{3,}")) {
            brands.add(words.getFirst().toLowerCase(Locale.ROOT));
        }
    }

    private SortedMap<String, String> classes() {
        SortedMap<String, String> classes = new TreeMap<>();
        brands.stream().filter(word -> !generic.contains(word) && !small.contains(word)).forEach(word -> classes.put(word, "R"));
        capital.forEach(word -> classes.put(word, small.contains(word) ? "B" : "N"));
        upper.stream().filter(word -> !small.contains(word)).forEach(word -> classes.putIfAbsent(word, "U"));
        return classes;
    }
}
