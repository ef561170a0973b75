package org.chartwright.speech.pocketsphinx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What ships beside the generic model: a language model of clinical talk, and pronunciations of words that the
 * dictionary lacks. Made by {@code ./chartwright train language-model}; holds nothing of anybody's visit.
 */
final class ClinicalLanguage {

    private ClinicalLanguage() {}

    /** Words to add to the dictionary, with their phones; second pronunciations are named {@code word(2)}. */
    static Map<String, String> pronunciations() {
        Map<String, String> words = new LinkedHashMap<>();
        try (InputStream file = resource("clinical.dict")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int space = line.indexOf(' ');
                words.put(line.substring(0, space), line.substring(space + 1));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks the language model into that file. */
    static void unpack(Path file) throws IOException {
        try (InputStream packed = new GZIPInputStream(resource("clinical.lm.gz"), 1 << 16);
                OutputStream out = Files.newOutputStream(file)) {
            packed.transferTo(out);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = ClinicalLanguage.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException(name + " is missing from this build");
        }
        return found;
    }
}
