package org.chartwright.eval.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the corpora's dialogues as they stand: one word for each run of characters between white space. */
final class Dialogues {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> CLINICIANS = Set.of("doctor", "guest_clinician", "clinician", "nurse", "s_doctor");
    /** Back-translation left some speakers inside the text of the first turn. */
    private static final Pattern INNER = Pattern.compile(
            "(?<=[.?!\\s])(doctor|patient|guest[ _](?:family|clinician)[^:]{0,3}|physician|the doctor|the patient) ?: ",
            Pattern.CASE_INSENSITIVE);

    private Dialogues() {}

    /**
     * A dialogue of a corpus.
     *
     * @param id its name
     * @param header its section header, or empty
     * @param text the text of its section, or empty
     * @param turns its turns in order
     * @param turnIds the corpus's numbers of those turns
     */
    record Dialogue(String id, String header, String text, List<Turn> turns, List<Integer> turnIds) {}

    static List<Dialogue> read(Path file) throws IOException {
        List<Dialogue> dialogues = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                dialogues.add(dialogue(JSON.readTree(line)));
            }
        }
        return dialogues;
    }

    private static Dialogue dialogue(JsonNode row) {
        List<Turn> turns = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (JsonNode turn : row.path("turns")) {
            String who = turn.path("speaker").asString().toLowerCase(Locale.ROOT);
            String text = turn.path("text").asString();
            int id = turn.path("id").asInt();
            int from = 0;
            Matcher inner = INNER.matcher(text);
            while (inner.find()) {
                add(turns, ids, who, text.substring(from, inner.start()), id);
                who = inner.group(1).toLowerCase(Locale.ROOT);
                from = inner.end();
            }
            add(turns, ids, who, text.substring(from), id);
        }
        return new Dialogue(
                row.path("id").asString(),
                row.path("section_header").asString(""),
                row.path("section_text").asString(""),
                turns,
                ids);
    }

    private static void add(List<Turn> turns, List<Integer> ids, String who, String text, int id) {
        if (!text.isBlank()) {
            boolean clinician = CLINICIANS.contains(who) || who.contains("doctor") || who.contains("clinician")
                    || who.contains("physician");
            turns.add(new Turn(new Speaker(clinician ? Role.CLINICIAN : Role.PATIENT, 0), words(text)));
            ids.add(id);
        }
    }

    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (String piece : text.strip().split("\\s+", -1)) {
            int last = piece.length() - 1;
            boolean marked = last > 0 && ",.?!;:".indexOf(piece.charAt(last)) >= 0;
            words.add(new Word(
                    marked ? piece.substring(0, last) : piece,
                    marked ? piece.substring(last) : "",
                    TimeSpan.NONE, 1, 0, false));
        }
        return words;
    }
}
