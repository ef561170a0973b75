package org.chartwright.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/** The roles of a tenant: who may act as them. Changes take effect within 5 seconds on every server. Thread-safe. */
public final class RoleBook {

    private static final String NAME = "[\\w+=,.@-]{1,64}";
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AdminRecord record;
    private final Ids ids;

    /** Roles of that database, with the record of what is changed. */
    public RoleBook(Jdbi jdbi, Clock clock, SecureRandom luck, AdminRecord record) {
        this.record = record;
        this.jdbi = jdbi;
        this.clock = clock;
        this.ids = new Ids(luck);
    }

    /**
     * A role as it is kept.
     *
     * @param name unique among the tenant's
     * @param id never given twice
     * @param trust the policy that says who may act as it
     * @param longest how long a session may last at most
     */
    public record Role(String name, String id, String trust, Duration longest) {}

    /**
     * Makes a role that may do nothing yet, or gives one another trust policy.
     *
     * @throws PolicyException when the trust policy cannot be read
     */
    public void put(Tenant tenant, String name, String trust, Duration longest) throws AccessException, PolicyException {
        if (!name.matches(NAME)) {
            throw new AccessException("A role's name is 1 to 64 of A-Z a-z 0-9 _ + = , . @ -");
        }
        if (longest.compareTo(SHORTEST) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new AccessException("The longest session of a role is 1 to 12 hours.");
        }
        PolicyReader.read(trust, PolicyReader.Kind.TRUST);
        TenantRows.use(jdbi, tenant.id().value(), handle -> {
            handle.createUpdate("""
                            insert into iam_role (tenant_id, name, id, trust, longest_seconds, created_at)
                            values (:tenant, :name, :id, :trust, :longest, :now)
                            on conflict (tenant_id, name) do update set trust = :trust, longest_seconds = :longest""")
                    .bind("tenant", tenant.id().value())
                    .bind("name", name)
                    .bind("id", ids.next("AROA"))
                    .bind("trust", trust)
                    .bind("longest", (int) longest.toSeconds())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            record.changed(handle, tenant, "PutRole", "role/" + name);
        });
    }

    /** All roles, by name. */
    public List<Role> all(Tenant tenant) {
        return TenantRows.of(jdbi, tenant.id().value(), handle -> handle.createQuery(
                        "select name, id, trust, longest_seconds from iam_role where tenant_id = ? order by name")
                .bind(0, tenant.id().value())
                .map((row, context) -> new Role(
                        row.getString("name"),
                        row.getString("id"),
                        row.getString("trust"),
                        Duration.ofSeconds(row.getInt("longest_seconds"))))
                .list());
    }

    /** The role that an ARN names, if the account keeps it. */
    public Optional<Role> find(TenantId tenant, String account, String arn) {
        return Arns.roleOf(account, arn).flatMap(name -> TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select name, id, trust, longest_seconds from iam_role where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .map((row, context) -> new Role(
                        row.getString("name"),
                        row.getString("id"),
                        row.getString("trust"),
                        Duration.ofSeconds(row.getInt("longest_seconds"))))
                .findOne()));
    }

    /** Deletes a role with its sessions and the policies of its own. */
    public void delete(Tenant tenant, String name) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            handle.execute(
                    "delete from iam_session where tenant_id = ? and kind = 'ROLE' and name = ?", tenant.id().value(), name);
            StoredGrants.forget(handle, tenant.id().value(), StoredGrants.Kind.ROLE, name);
            if (handle.execute("delete from iam_role where tenant_id = ? and name = ?", tenant.id().value(), name) == 0) {
                throw new AccessException("There is no role " + name + ".");
            }
            record.changed(handle, tenant, "DeleteRole", "role/" + name);
            return name;
        });
    }
}
