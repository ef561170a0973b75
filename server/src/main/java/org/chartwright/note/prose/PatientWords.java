package org.chartwright.note.prose;

import org.chartwright.encounter.Pronouns;

/**
 * The words by which the note speaks of the patient.
 *
 * @param subject such as {@code she}; for somebody of whom nothing is known {@code the patient}
 * @param object such as {@code her}
 * @param possessive such as {@code her}
 * @param reflexive such as {@code herself}
 */
public record PatientWords(String subject, String object, String possessive, String reflexive) {

    /** The words for these pronouns; always with a verb in the singular. */
    public static PatientWords of(Pronouns pronouns) {
        return switch (pronouns) {
            case SHE_HER -> new PatientWords("she", "her", "her", "herself");
            case HE_HIM -> new PatientWords("he", "him", "his", "himself");
            case THEY_THEM -> new PatientWords("the patient", "the patient", "their", "themselves");
        };
    }
}
