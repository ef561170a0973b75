package org.chartwright.people.oidc;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.database.TenantRows;
import org.chartwright.people.Digest;
import org.chartwright.people.People;
import org.chartwright.people.Person;
import org.chartwright.people.oidc.OidcException.Reason;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The accounts of those who sign in elsewhere: made at their first visit, known by issuer and subject alone. Any thread. */
public final class Elsewhere {

    private final Jdbi jdbi;
    private final Tenants tenants;
    private final Clock clock;

    /** Those in that database. */
    public Elsewhere(Jdbi jdbi, Tenants tenants, Clock clock) {
        this.jdbi = jdbi;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * The account of somebody whom a provider vouches for; name and role become what it says now.
     *
     * @throws OidcException if the account is disabled, or if theirs would have a name that is taken
     */
    public Person welcome(Identity identity) throws OidcException {
        TenantId tenant = tenants.find(identity.tenant())
                .orElseThrow(() -> new OidcException(Reason.TENANT))
                .id();
        return TenantRows.<Person, OidcException>of(jdbi, tenant.value(), handle -> {
            Optional<Boolean> enabled = handle.createQuery("""
                            update person set name = :name, role = :role
                            where tenant_id = :tenant and issuer = :issuer and subject = :subject returning enabled""")
                    .bindMethods(identity)
                    .bind("role", identity.role().name())
                    .bind("tenant", tenant.value())
                    .mapTo(Boolean.class)
                    .findOne();
            if (enabled.isEmpty()) {
                if (!Person.isAccount(identity.account())) {
                    throw new OidcException(Reason.ACCOUNT);
                }
                handle.createUpdate("""
                                insert into person (tenant_id, account, id, name, role, enabled, created_at, issuer, subject)
                                values (:tenant, :account, :id, :name, :role, true, :now, :issuer, :subject)
                                on conflict do nothing""")
                        .bindMethods(identity)
                        .bind("role", identity.role().name())
                        .bind("tenant", tenant.value())
                        .bind("id", UUID.randomUUID())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute();
            } else if (!enabled.get()) {
                throw new OidcException(Reason.DISABLED);
            }
            return People.elsewhere(handle, tenant, identity.issuer(), identity.subject())
                    .orElseThrow(() -> new OidcException(Reason.ACCOUNT)); // the name is somebody else's
        });
    }

    /**
     * Ends the sessions here of whoever signed out there, and of a session there only those that began with it; one of that
     * person's of which nobody said with which it began ends too.
     *
     * @param handle in a transaction that sees the rows of all tenants: a provider may serve several
     * @return whose sessions ended, by tenant; nobody's if they had none
     * @throws OidcException if that token was used before
     */
    public List<Person> goodbye(Handle handle, SignedOut out) throws OidcException {
        handle.execute("delete from logout_token_seen where until_at < ?", clock.instant().atOffset(ZoneOffset.UTC));
        int first = handle.execute(
                "insert into logout_token_seen (digest, until_at) values (?, ?) on conflict do nothing",
                out.token(), out.until().atOffset(ZoneOffset.UTC));
        if (first == 0) {
            throw new OidcException(Reason.REPLAY);
        }
        return handle.createQuery("with ended as (delete from person_session s using person p where p.id = s.person_id"
                        + " and p.issuer = :issuer and (cast(:subject as text) is null or p.subject = :subject)"
                        + " and (cast(:sid as bytea) is null or s.sid = :sid or (s.sid is null and p.subject = :subject))"
                        + " returning " + People.COLUMNS_OF_P + ") select distinct * from ended order by tenant_id, account")
                .bind("issuer", out.issuer())
                .bind("subject", out.subject().orElse(null))
                .bind("sid", out.session().map(Digest::of).orElse(null))
                .map((row, context) -> People.person(row))
                .list();
    }
}
