package org.chartwright.eval.leaks;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Words that are nowhere else in the world, each for one thing that is said or sent, so that a leak tells where it comes from. */
final class Words {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 5;

    private final Map<String, String> words = new TreeMap<>();

    Words(Random luck) {
        for (String use : Set.of(
                "family name", "given name", "number", "spoken in a job", "spoken in a stream", "vocabulary", "filter",
                "consent", "broken media", "malformed request", "unknown member", "reason", "query")) {
            StringBuilder word = new StringBuilder("zq");
            for (int i = 0; i < SYLLABLES; i++) {
                word.append(CONSONANTS.charAt(luck.nextInt(CONSONANTS.length())));
                word.append(VOWELS.charAt(luck.nextInt(VOWELS.length())));
            }
            words.put(use, word.toString());
        }
    }

    String of(String use) {
        String word = words.get(use);
        if (word == null) {
            throw new IllegalArgumentException("There is no word for " + use);
        }
        return word;
    }

    /** For what the words that are in those bytes were; in any case, in UTF-8, in UTF-16, or as hexadecimal digits. */
    Set<String> in(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Set<String> found = new TreeSet<>();
        words.forEach((use, word) -> {
            String wide = String.join("\0", word.split(""));
            String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII));
            if (text.contains(word) || text.contains(wide) || text.contains(hex)) {
                found.add(use);
            }
        });
        return found;
    }
}
