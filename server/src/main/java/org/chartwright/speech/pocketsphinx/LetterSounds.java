package org.chartwright.speech.pocketsphinx;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;

/**
 * Guesses how an unknown word is said: each letter gives no, one or two phones, chosen by the widest known window of
 * letters around it. Learned from CMU's dictionary by {@code ./chartwright train letter-sounds}.
 */
public final class LetterSounds {

    /** Windows from wide to narrow, as letters to the left and to the right. */
    private static final int[][] WINDOWS = {{4, 4}, {3, 4}, {3, 3}, {2, 3}, {2, 2}, {1, 2}, {1, 1}, {0, 1}, {0, 0}};

    private static final String PADDING = "#####";

    private final Map<String, String> rules;

    /** Rules by window, as {@link #window} writes them. */
    public LetterSounds(Map<String, String> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** The rules that ship. */
    static LetterSounds shipped() {
        try (InputStream file = LetterSounds.class.getResourceAsStream("letters.gz")) {
            if (file == null) {
                throw new IOException("letters.gz is missing from this build");
            }
            Map<String, String> rules = new HashMap<>();
            byte[] text = new DataInputStream(new GZIPInputStream(file)).readAllBytes();
            for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
                int tab = line.indexOf('\t');
                rules.put(line.substring(0, tab), line.substring(tab + 1));
            }
            return new LetterSounds(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The phones of a word of letters; empty when it has none. */
    public Optional<String> phones(String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        StringJoiner phones = new StringJoiner(" ");
        for (int i = 0; i < letters.length(); i++) {
            for (int level = 0; level < levels(); level++) {
                String found = rules.get(window(letters, i, level));
                if (found != null) {
                    if (!found.isEmpty()) {
                        phones.add(found);
                    }
                    break;
                }
            }
        }
        return phones.length() == 0 ? Optional.empty() : Optional.of(phones.toString());
    }

    /** How many widths of windows there are. */
    public static int levels() {
        return WINDOWS.length;
    }

    /** The letter at that place, with its neighbours at a level from 0, the widest. */
    public static String window(String letters, int at, int level) {
        String padded = PADDING + letters + PADDING;
        int centre = at + PADDING.length();
        return padded.substring(centre - WINDOWS[level][0], centre)
                + Character.toUpperCase(padded.charAt(centre))
                + padded.substring(centre + 1, centre + 1 + WINDOWS[level][1]);
    }
}
