package org.chartwright.speakers;

import org.chartwright.encounter.Role;

/** What somebody is to the visit, as their words show it; finer than a {@link Role}. */
public enum Part {
    /** The one who gives care. */
    CLINICIAN(Role.CLINICIAN),
    /** A nurse, a student, another doctor. */
    COLLEAGUE(Role.CLINICIAN),
    /** The one who receives care. */
    PATIENT(Role.PATIENT),
    /** A parent, a spouse, a friend: speaks for the patient. */
    RELATIVE(Role.PATIENT);

    private final Role role;

    Part(Role role) {
        this.role = role;
    }

    /** The role that it counts with. */
    public Role role() {
        return role;
    }
}
