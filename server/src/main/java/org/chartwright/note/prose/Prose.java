package org.chartwright.note.prose;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.models.Recall;

/** Writes cleaned clauses as clinical sentences. Immutable, safe for any number of threads. */
public final class Prose {

    private static final Rules RULES = Rules.read("rewriting.txt");
    private static final Pattern TOKEN = Pattern.compile("(.*?)([,.;:?!]*)$");
    private static final Map<String, String> CASED = cased();

    private final PatientWords patient;

    /** Speaks of the patient by these words. */
    public Prose(PatientWords patient) {
        this.patient = patient;
    }

    /** The words by which the patient is spoken of. */
    public PatientWords patient() {
        return patient;
    }

    /** A clause in the third person, lower case, without final mark; may be empty. */
    public String thirdPerson(String text, Role speaker) {
        return Recall.of("third person", new Spoken(patient, text, speaker), said -> shifted(said.text(), said.speaker()));
    }

    private record Spoken(PatientWords patient, String text, Role speaker) {}

    private String shifted(String text, Role speaker) {
        String list = speaker == Role.CLINICIAN ? "clinician" : "patient";
        String prepared = RULES.apply(list, text);
        StringBuilder shifted = new StringBuilder();
        for (String part : prepared.split("(?<=[,.;:?!]) +", -1)) {
            Matcher body = TOKEN.matcher(part);
            if (!body.matches() || body.group(1).isBlank()) {
                continue;
            }
            List<String> words = List.of(body.group(1).strip().split(" +", -1));
            shifted.append(shifted.isEmpty() ? "" : " ")
                    .append(String.join(" ", PersonShift.shift(words, speaker, patient)))
                    .append(body.group(2));
        }
        return RULES.apply("finish", shifted.toString());
    }

    /** Some words in lower case without fillers. */
    public static String cleaned(String text) {
        return RULES.apply("clean", text.toLowerCase(Locale.ROOT));
    }

    /** Applies a section's own list of replacements. */
    public static String forSection(String list, String text) {
        return RULES.apply(list, text);
    }

    /** A sentence: first letter large, names and abbreviations as they are written, one final period. */
    public static String sentence(String text) {
        return Recall.of("sentence", text, Prose::cased);
    }

    private static String cased(String text) {
        String bare = text.strip().replaceAll("[ ,;:.?!]+$", "");
        if (bare.isEmpty()) {
            return "";
        }
        StringBuilder cased = new StringBuilder();
        for (String word : bare.split(" +", -1)) {
            cased.append(cased.isEmpty() ? "" : " ").append(casedWord(word));
        }
        return capital(cased.toString().replaceAll("(?<=[.?!] )([a-z])", "$1")) + ".";
    }

    /** The text with its first letter large. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String casedWord(String word) {
        String core = word.replaceAll("^[^\\p{Alnum}]+|[^\\p{Alnum}]+$", "");
        String known = CASED.get(core);
        return known == null || core.isEmpty() ? word : word.replace(core, known);
    }

    private static Map<String, String> cased() {
        Map<String, String> words = new java.util.HashMap<>();
        for (String line : Rules.lines("cased.txt")) {
            for (String word : line.split(" +", -1)) {
                words.put(word.toLowerCase(Locale.ROOT), word);
            }
        }
        return Map.copyOf(words);
    }
}
