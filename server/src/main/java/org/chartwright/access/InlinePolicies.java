package org.chartwright.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chartwright.access.Policies.Holder;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/**
 * Policies that belong to one user, role or group and go with it; nobody else can hold them. Changes take effect within 5
 * seconds on every server. Thread-safe.
 */
public final class InlinePolicies {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AdminRecord record;

    /** Those of that database, with the record of what is changed. */
    public InlinePolicies(Jdbi jdbi, Clock clock, AdminRecord record) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.record = record;
    }

    /**
     * Gives a holder a policy of its own, in place of an older one of that name.
     *
     * @throws PolicyException when it cannot be read; says where
     */
    public void put(Tenant tenant, Holder holder, String name, String document) throws AccessException, PolicyException {
        Policies.requireName(name);
        PolicyReader.read(document, PolicyReader.Kind.PERMISSIONS);
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            StoredGrants.requireHolder(handle, tenant, holder);
            handle.createUpdate("""
                            insert into iam_inline (tenant_id, kind, name, policy, document, changed_at)
                            values (:tenant, :kind, :name, :policy, :document, :now)
                            on conflict (tenant_id, kind, name, policy) do update set document = :document, changed_at = :now""")
                    .bind("tenant", tenant.id().value())
                    .bind("kind", StoredGrants.Kind.of(holder).name())
                    .bind("name", holder.name())
                    .bind("policy", name)
                    .bind("document", document)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            record.changed(handle, tenant, "Put" + called(holder) + "Policy", Policies.shown(holder) + "/" + name);
            return name;
        });
    }

    /** The names of a holder's own policies, in order. */
    public List<String> all(Tenant tenant, Holder holder) {
        return TenantRows.of(jdbi, tenant.id().value(), handle -> handle.createQuery(
                        "select policy from iam_inline where tenant_id = ? and kind = ? and name = ? order by policy")
                .bind(0, tenant.id().value())
                .bind(1, StoredGrants.Kind.of(holder).name())
                .bind(2, holder.name())
                .mapTo(String.class)
                .list());
    }

    /** The text of one of them. */
    public Optional<String> document(Tenant tenant, Holder holder, String name) {
        return TenantRows.of(jdbi, tenant.id().value(), handle -> handle.createQuery(
                        "select document from iam_inline where tenant_id = ? and kind = ? and name = ? and policy = ?")
                .bind(0, tenant.id().value())
                .bind(1, StoredGrants.Kind.of(holder).name())
                .bind(2, holder.name())
                .bind(3, name)
                .mapTo(String.class)
                .findOne());
    }

    /** Deletes one of them. */
    public void delete(Tenant tenant, Holder holder, String name) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            int gone = handle.execute(
                    "delete from iam_inline where tenant_id = ? and kind = ? and name = ? and policy = ?",
                    tenant.id().value(), StoredGrants.Kind.of(holder).name(), holder.name(), name);
            if (gone == 0) {
                throw new AccessException(holder.name() + " has no policy of its own called " + name + ".");
            }
            record.changed(handle, tenant, "Delete" + called(holder) + "Policy", Policies.shown(holder) + "/" + name);
            return name;
        });
    }

    private static String called(Holder holder) {
        return holder.getClass().getSimpleName();
    }
}
