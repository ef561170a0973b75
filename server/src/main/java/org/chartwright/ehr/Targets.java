package org.chartwright.ehr;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.TenantRows;
import org.chartwright.events.TargetRules;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where tenants' notes go. For operators. Any thread. */
public final class Targets {

    private static final String MLLP = "mllp";

    private final Jdbi jdbi;
    private final Clock clock;
    private final TargetRules rules;
    private final AuditLog audit;

    /** In that database, at addresses that those rules allow. */
    public Targets(Jdbi jdbi, Clock clock, TargetRules rules) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.rules = rules;
        this.audit = new AuditLog(jdbi, clock);
    }

    /**
     * Adds one; notes that are signed from now on go there.
     *
     * @return false when the tenant has one of that name
     * @throws IllegalArgumentException if nothing may be sent there, or what is given does not fit together; says why
     */
    public boolean add(TenantId tenant, Target target) {
        objection(target).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            boolean made = handle.createUpdate("""
                            insert into ehr_target (tenant_id, id, name, form, address, documents, receiver, credentials, created_at)
                            values (:tenant, :id, :name, :form, :address, :documents, :receiver, :credentials, :now)
                            on conflict (tenant_id, name) do nothing""")
                    .bind("tenant", tenant.value())
                    .bind("id", target.id())
                    .bind("name", target.name())
                    .bind("form", target.form().name())
                    .bind("address", target.address())
                    .bind("documents", target.documents().name())
                    .bind("receiver", target.receiver())
                    .bind("credentials", target.credentials())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute() == 1;
            if (made) {
                told(handle, tenant, "ehr:AddTarget", target.name());
            }
            return made;
        });
    }

    /** Forgets one, and what was and was to be sent there; false if there is none. */
    public boolean remove(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            boolean gone = handle.execute(
                    "delete from ehr_target where tenant_id = ? and name = ?", tenant.value(), name) == 1;
            if (gone) {
                told(handle, tenant, "ehr:RemoveTarget", name);
            }
            return gone;
        });
    }

    /** A tenant's, by name. */
    public List<Target> of(TenantId tenant) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select * from ehr_target where tenant_id = ? order by name")
                .bind(0, tenant.value())
                .map((row, context) -> target(row, "id"))
                .list());
    }

    /** The target of a row that has all its columns, its id in that one. */
    static Target target(ResultSet row, String id) throws SQLException {
        return new Target(
                row.getObject(id, UUID.class),
                row.getString("name"),
                Target.Form.valueOf(row.getString("form")),
                row.getString("address"),
                Target.Documents.valueOf(row.getString("documents")),
                row.getString("receiver"),
                row.getString("credentials"));
    }

    private Optional<String> objection(Target target) {
        if (!target.name().matches("[A-Za-z0-9._-]{1,64}")) {
            return Optional.of("A name has at most 64 letters, digits, dots, dashes and underscores.");
        }
        if (!target.receiver().matches("[A-Za-z0-9 ._-]{0,80}(\\|[A-Za-z0-9 ._-]{0,80})?")) {
            return Optional.of("A receiver is an application and a facility, parted by a bar.");
        }
        if (!target.credentials().isEmpty() && !Path.of(target.credentials()).isAbsolute()) {
            return Optional.of("The file of the credentials is named by its whole path.");
        }
        return switch (target.form()) {
            case FHIR -> rules.objection(target.address());
            case MDM -> mllp(target);
        };
    }

    /** MLLP is judged as what it is to HTTP: {@code mllps} as https, {@code mllp} as http. */
    private Optional<String> mllp(Target target) {
        if (!target.credentials().isEmpty()) {
            return Optional.of("MLLP knows no credentials.");
        }
        if (!target.address().matches("mllps?://[^/?#]+:[0-9]{1,5}")) {
            return Optional.of("It must look like mllps://host:port.");
        }
        return rules.objection(target.address().replaceFirst("^" + MLLP, "http"))
                .map(objection -> objection.replace("https://", "mllps://"));
    }


    private void told(Handle handle, TenantId tenant, String action, String name) {
        audit.record(handle, Act.of(tenant.value(), Actor.operator(), action, "target/" + name), Outcome.DONE, "");
    }
}
