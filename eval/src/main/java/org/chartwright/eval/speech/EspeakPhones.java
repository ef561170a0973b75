package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chartwright.speech.pocketsphinx.Arpabet;

/** Pronunciations from espeak-ng, in the phones of CMU's dictionary. A tool of training time only. */
final class EspeakPhones {

    private EspeakPhones() {}

    /** Pronounces each word; a word with a sound that has no counterpart is left out. */
    static Map<String, String> pronounce(List<String> words) throws IOException, InterruptedException {
        Map<String, String> phones = new TreeMap<>();
        for (Map.Entry<String, String> one : ipa(words).entrySet()) {
            Optional<String> mapped = Arpabet.fromIpa(one.getValue());
            mapped.ifPresent(found -> phones.put(one.getKey(), found));
        }
        return phones;
    }

    private static Map<String, String> ipa(List<String> words) throws IOException, InterruptedException {
        Map<String, String> spoken = new LinkedHashMap<>();
        for (int start = 0; start < words.size(); start += 500) {
            List<String> some = words.subList(start, Math.min(words.size(), start + 500));
            Process espeak = new ProcessBuilder("espeak-ng", "-q", "--ipa", "-v", "en-us", "--stdin")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread writer = Thread.ofVirtual().start(() -> {
                try (var out = espeak.outputWriter(StandardCharsets.UTF_8)) {
                    out.write(String.join("\n\n", some) + "\n");
                } catch (IOException _) {
                    espeak.destroy();
                }
            });
            List<String> lines = new ArrayList<>();
            try (var in = espeak.inputReader(StandardCharsets.UTF_8)) {
                in.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
            }
            writer.join();
            espeak.waitFor();
            if (lines.size() != some.size()) {
                throw new IOException("espeak-ng gave " + lines.size() + " lines for " + some.size() + " words");
            }
            for (int i = 0; i < some.size(); i++) {
                spoken.put(some.get(i), lines.get(i));
            }
        }
        return spoken;
    }
}
