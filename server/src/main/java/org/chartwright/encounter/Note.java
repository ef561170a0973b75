package org.chartwright.encounter;

import java.util.List;

/**
 * A clinical note.
 *
 * @param template the name of the template it follows
 * @param sections all the template's sections, in its order, also the empty ones
 */
public record Note(String template, List<NoteSection> sections) {

    /** Copies the sections. */
    public Note {
        sections = List.copyOf(sections);
    }

    /**
     * A section of a note.
     *
     * @param name such as {@code CHIEF_COMPLAINT}
     * @param statements what it says, in order; may be empty
     */
    public record NoteSection(String name, List<Statement> statements) {

        /** Copies the statements. */
        public NoteSection {
            statements = List.copyOf(statements);
        }
    }
}
