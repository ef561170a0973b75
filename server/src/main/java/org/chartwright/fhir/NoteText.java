package org.chartwright.fhir;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.Signature;

/** A note as plain text. */
public final class NoteText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private NoteText() {}

    /** Its bytes in UTF-8. */
    public static byte[] of(VisitNote note) {
        StringBuilder text = new StringBuilder();
        for (Section section : note.sections()) {
            text.append(section.name().replace('_', ' ')).append('\n');
            for (Sentence sentence : section.sentences()) {
                text.append(sentence.text().strip()).append('\n');
            }
            text.append('\n');
        }
        text.append(standing(note)).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** In one line, who stands by it. */
    static String standing(VisitNote note) {
        Signature signature = note.signature();
        return switch (note.status()) {
            case PRELIMINARY -> "Draft, not signed.";
            case FINAL, AMENDED -> (note.status() == VisitNote.Status.AMENDED ? "Amended and signed by " : "Signed by ")
                    + (signature == null ? "" : signature.name() + ", " + TIME.format(signature.at()) + ".");
        };
    }
}
