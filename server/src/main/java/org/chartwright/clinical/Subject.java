package org.chartwright.clinical;

/** Whom a mention is about. */
public enum Subject {
    /** The patient. */
    PATIENT,
    /** A relative of the patient. */
    FAMILY,
    /** Somebody else: the clinician, a friend, a colleague. */
    OTHER
}
