package org.chartwright.note;

import java.util.Locale;
import java.util.Map;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.Statement;

/** Lays a note out as plain text: upper-case headings as clinicians know them, one statement a line, empty sections left out. */
public final class PlainNote {

    private static final Map<String, String> HEADINGS = Map.of(
            "DIAGNOSTIC_TESTING", "RESULTS",
            "PHYSICAL_EXAMINATION", "PHYSICAL EXAM",
            "PAST_MEDICAL_HISTORY", "MEDICAL HISTORY",
            "PAST_FAMILY_HISTORY", "FAMILY HISTORY",
            "PAST_SOCIAL_HISTORY", "SOCIAL HISTORY");

    private PlainNote() {}

    /** The whole note; empty when nothing is stated. */
    public static String render(Note note) {
        StringBuilder text = new StringBuilder();
        for (NoteSection section : note.sections()) {
            if (section.statements().isEmpty()) {
                continue;
            }
            text.append(text.isEmpty() ? "" : "\n\n").append(heading(section.name())).append('\n');
            for (Statement statement : section.statements()) {
                text.append('\n').append(statement.text().strip());
            }
        }
        return text.toString();
    }

    /** The heading a section is shown under. */
    public static String heading(String name) {
        return HEADINGS.getOrDefault(name, name.replace('_', ' ').toUpperCase(Locale.ROOT));
    }
}
