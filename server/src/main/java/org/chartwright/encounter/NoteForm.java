package org.chartwright.encounter;

import java.util.List;

/** What a note looks like: one of HealthScribe's templates or one that a user wrote. Immutable. */
public interface NoteForm {

    /** Its name, such as {@code GIRPP}; the note carries it. */
    String name();

    /** The names of its sections, in order; never empty. */
    List<String> sections();
}
