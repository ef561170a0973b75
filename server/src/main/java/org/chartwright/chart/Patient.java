package org.chartwright.chart;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is cared for.
 *
 * @param identifiers by which other systems know them
 * @param name what they are called
 * @param birthDate or null when not known
 * @param gender for administration
 * @param active whether this entry is in use
 */
public record Patient(
        List<Identifier> identifiers, PersonName name, @Nullable LocalDate birthDate, Gender gender, boolean active)
        implements Entry {

    /** Administrative gender, as FHIR has it. */
    public enum Gender {
        /** Female. */
        FEMALE,
        /** Male. */
        MALE,
        /** Something else. */
        OTHER,
        /** Not known. */
        UNKNOWN
    }

    /** Copies the identifiers. */
    public Patient {
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public Set<Find> findings() {
        Set<Find> found = new HashSet<>(name.findings());
        found.addAll(Identifier.findings(identifiers));
        if (birthDate != null) {
            found.add(new Find("birthdate", birthDate.toString()));
        }
        found.add(new Find("gender", gender.name()));
        return found;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Patient[]";
    }
}
