package org.chartwright.encounter;

/**
 * One person of the visit.
 *
 * @param role the part they play
 * @param number which of those with that role, from 0
 */
public record Speaker(Role role, int number) {

    /** Checks the number. */
    public Speaker {
        if (number < 0) {
            throw new IllegalArgumentException("Negative speaker number");
        }
    }

    /** The first clinician. */
    public static final Speaker CLINICIAN = new Speaker(Role.CLINICIAN, 0);

    /** The first patient. */
    public static final Speaker PATIENT = new Speaker(Role.PATIENT, 0);

    /** {@code CLINICIAN_0}, {@code PATIENT_1}, …. */
    public String label() {
        return role + "_" + number;
    }
}
