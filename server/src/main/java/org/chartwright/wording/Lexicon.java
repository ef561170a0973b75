package org.chartwright.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Words that are written with capitals, from an English word list and the names of medicines.
 *
 * <p>The resource holds lines of a class and a word in lower case; {@code train wording} makes it. Classes: {@code N} only
 * ever capital, {@code B} both ways, {@code U} all capitals, {@code R} the brand of a medicine.
 */
public final class Lexicon {

    private static final String RESOURCE = "capitals.txt.gz";
    private static final Map<String, String> ENTRIES = read();

    private Lexicon() {}

    /** The class of a lower-case word; {@code -} where the lists do not have it. */
    static String entry(String word) {
        String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return ENTRIES.getOrDefault(plain, "-");
    }

    private static Map<String, String> read() {
        Map<String, String> entries = new HashMap<>();
        try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Word list " + RESOURCE + " is missing from the installation");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                entries.put(line.substring(2), line.substring(0, 1));
            }
            return Map.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("Word list " + RESOURCE + " cannot be read", e);
        }
    }
}
