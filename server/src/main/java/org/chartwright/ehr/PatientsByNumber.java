package org.chartwright.ehr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Query;
import org.jdbi.v3.core.Handle;

/** Whom another system speaks of, known by numbers alone. Two patients are never made one. Any thread. */
final class PatientsByNumber {

    private final Chart chart;

    /** In that record. */
    PatientsByNumber(Chart chart) {
        this.chart = chart;
    }

    /** Why nobody can say whom it is about. */
    enum Why {
        /** Its numbers are of different patients here. */
        DIFFERENT_PATIENTS,
        /** Its number is of somebody with another name and birthday. */
        SOMEBODY_ELSE,
        /** The patient has another number of the same authority here. */
        ANOTHER_NUMBER
    }

    /** Nothing is done then. */
    static final class UnclearException extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1;

        private final Why why;

        private UnclearException(Why why) {
            super(why.name());
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    /** One at a time for a tenant: two at once about somebody new would make two of them. Until the transaction ends. */
    static void alone(Handle handle, TenantId tenant) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "adt/" + tenant);
    }

    /**
     * The patient with one of those numbers, corrected by what is told, or a new one.
     *
     * @param handle a transaction of the tenant's, alone at this
     * @throws UnclearException if the numbers contradict each other or what is known
     */
    Kept<Patient> take(Handle handle, TenantId tenant, String author, Patient told) {
        Set<UUID> matches = new TreeSet<>();
        List<Kept<Patient>> found = new ArrayList<>();
        for (Identifier number : told.identifiers()) {
            for (Kept<Patient> one : chart.search(handle, tenant, Patient.class, Query.of(number.find()), 0, 3).entries()) {
                if (matches.add(one.id())) {
                    found.add(one);
                }
            }
        }
        if (found.size() > 1) {
            throw new UnclearException(Why.DIFFERENT_PATIENTS);
        }
        if (found.isEmpty()) {
            return chart.add(handle, tenant, author, told);
        }
        Kept<Patient> before = found.getFirst();
        Patient now = corrected(before.entry(), told);
        return now.equals(before.entry()) ? before : chart.change(handle, tenant, author, before, now);
    }

    private static Patient corrected(Patient before, Patient told) {
        boolean bornAnotherDay = before.birthDate() != null
                && told.birthDate() != null
                && !before.birthDate().equals(told.birthDate());
        if (bornAnotherDay && !before.name().family().equalsIgnoreCase(told.name().family())) {
            throw new UnclearException(Why.SOMEBODY_ELSE);
        }
        List<Identifier> numbers = new ArrayList<>(before.identifiers());
        for (Identifier number : told.identifiers()) {
            if (numbers.contains(number)) {
                continue;
            }
            if (numbers.stream().anyMatch(known -> known.system().equals(number.system()))) {
                throw new UnclearException(Why.ANOTHER_NUMBER);
            }
            numbers.add(number);
        }
        return new Patient(
                numbers,
                told.name(),
                told.birthDate() == null ? before.birthDate() : told.birthDate(),
                told.gender() == Patient.Gender.UNKNOWN ? before.gender() : told.gender(),
                before.active());
    }
}
