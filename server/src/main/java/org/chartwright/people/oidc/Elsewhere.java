package org.chartwright.people.oidc;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.database.TenantRows;
import org.chartwright.people.People;
import org.chartwright.people.Person;
import org.chartwright.people.oidc.OidcException.Reason;
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
}
