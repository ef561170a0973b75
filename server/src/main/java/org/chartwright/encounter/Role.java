package org.chartwright.encounter;

/** The part somebody plays in the visit. A relative or carer counts with the patient, a nurse with the clinician. */
public enum Role {
    /** Gives care. */
    CLINICIAN,
    /** Receives care, or speaks for the one who does. */
    PATIENT
}
