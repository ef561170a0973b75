package org.chartwright.people.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chartwright.database.TenantRows;
import org.chartwright.people.Person;
import org.jdbi.v3.core.Jdbi;

/**
 * Who of an EHR's users is who here. A tie is made by the person alone, who has just proved who they are and said that they are
 * signed in there; each of both has one at most. No account is made of one. Any thread.
 */
public final class SmartTies {

    private final Jdbi jdbi;
    private final Clock clock;

    /** In that database. */
    public SmartTies(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Whether somebody is known as a user of that EHR. */
    public boolean isTied(Person person, URI fhir) {
        return subject(person, fhir).isPresent();
    }

    /**
     * Accepts an EHR's user as that person.
     *
     * @param tie whether they may be tied now, if neither of them is
     * @return whether they were tied by this
     * @throws OidcException if they are not the same
     */
    public boolean require(Person person, URI fhir, String subject, boolean tie) throws OidcException {
        Optional<String> known = subject(person, fhir);
        if (known.isPresent() ? known.get().equals(subject) : tie && made(person, fhir, subject)) {
            return known.isEmpty();
        }
        throw OidcException.ofSomebodyElse();
    }

    /** Forgets one. False if there is none. */
    public boolean cut(Person person, URI fhir) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.execute(
                        "delete from smart_person where tenant_id = ? and fhir = ? and person_id = ?",
                        person.tenant().value(), fhir.toString(), person.id()))
                == 1;
    }

    private boolean made(Person person, URI fhir, String subject) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.execute(
                        "insert into smart_person (tenant_id, fhir, subject, person_id, tied_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        person.tenant().value(), fhir.toString(), subject, person.id(),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                == 1;
    }

    private Optional<String> subject(Person person, URI fhir) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.createQuery(
                        "select subject from smart_person where tenant_id = ? and fhir = ? and person_id = ?")
                .bind(0, person.tenant().value())
                .bind(1, fhir.toString())
                .bind(2, person.id())
                .mapTo(String.class)
                .findOne());
    }
}
