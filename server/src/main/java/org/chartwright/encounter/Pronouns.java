package org.chartwright.encounter;

/** How the note speaks of the patient. */
public enum Pronouns {
    /** He, him, his. */
    HE_HIM,
    /** She, her, hers. */
    SHE_HER,
    /** They, them, theirs; also where nothing is known. */
    THEY_THEM
}
