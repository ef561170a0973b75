package org.chartwright.note;

import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.specialties.Specialty;

/**
 * What note is wanted.
 *
 * @param template which sections: one of HealthScribe's or one of the user's own
 * @param pronouns how to speak of the patient
 * @param specialty whose words, order and emphasis
 */
public record NoteRequest(NoteForm template, Pronouns pronouns, Specialty specialty) {

    /** The default: history and physical of a patient about whom nothing is known. */
    public static final NoteRequest DEFAULT =
            new NoteRequest(NoteTemplate.HISTORY_AND_PHYSICAL, Pronouns.THEY_THEM, Specialty.GENERAL);
}
