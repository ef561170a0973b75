package org.chartwright.note;

import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;

/**
 * What note is wanted.
 *
 * @param template which sections
 * @param pronouns how to speak of the patient
 * @param specialty a specialty's short name such as {@code cardiology}, or {@code general}
 */
public record NoteRequest(NoteTemplate template, Pronouns pronouns, String specialty) {

    /** The default: history and physical of a patient about whom nothing is known. */
    public static final NoteRequest DEFAULT =
            new NoteRequest(NoteTemplate.HISTORY_AND_PHYSICAL, Pronouns.THEY_THEM, "general");
}
