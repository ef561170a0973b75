package org.chartwright.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The policies of a tenant and who holds them. Changes take effect within 5 seconds on every server. Thread-safe. */
public final class Policies {

    private static final String NAME = "[\\w+=,.@-]{1,128}";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AdminRecord record;

    /** Policies of that database, with the record of what is changed. */
    public Policies(Jdbi jdbi, Clock clock, AdminRecord record) {
        this.record = record;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Who can hold a policy. */
    public sealed interface Holder {

        /** Its name. */
        String name();

        /** A user. */
        record User(String name) implements Holder {}

        /** A role. */
        record Role(String name) implements Holder {}

        /** A group of users, each of whom has it then. */
        record Group(String name) implements Holder {}
    }

    /**
     * Keeps a policy under a name, in place of an older one.
     *
     * @throws PolicyException when it cannot be read; says where
     */
    public void put(Tenant tenant, String name, String document) throws AccessException, PolicyException {
        requireName(name);
        PolicyReader.read(document, PolicyReader.Kind.PERMISSIONS);
        TenantRows.use(jdbi, tenant.id().value(), handle -> {
            handle.createUpdate("""
                            insert into iam_policy (tenant_id, name, document, created_at, changed_at)
                            values (:tenant, :name, :document, :now, :now)
                            on conflict (tenant_id, name) do update set document = :document, changed_at = :now""")
                    .bind("tenant", tenant.id().value())
                    .bind("name", name)
                    .bind("document", document)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            record.changed(handle, tenant, "PutPolicy", "policy/" + name);
        });
    }

    static void requireName(String name) throws AccessException {
        if (!name.matches(NAME)) {
            throw new AccessException("A policy's name is 1 to 128 of A-Z a-z 0-9 _ + = , . @ -");
        }
    }

    /** The names of the tenant's own policies, in order. */
    public List<String> all(Tenant tenant) {
        return TenantRows.of(jdbi, tenant.id().value(), handle ->
                handle.createQuery("select name from iam_policy where tenant_id = ? order by name")
                        .bind(0, tenant.id().value())
                        .mapTo(String.class)
                        .list());
    }

    /** The text of a policy of the tenant's own, or of one that all have. */
    public Optional<String> document(Tenant tenant, String nameOrArn) {
        return TenantRows.of(jdbi, tenant.id().value(), handle ->
                StoredGrants.document(handle, tenant.id().value(), tenant.accountId(), arn(tenant, nameOrArn)));
    }

    /** The text of the policy of that ARN, as one of an account may name it. */
    public Optional<String> document(TenantId tenant, String account, String arn) {
        return TenantRows.of(jdbi, tenant.value(), handle ->
                StoredGrants.document(handle, tenant.value(), account, arn));
    }

    /** Deletes a policy that nobody holds. */
    public void delete(Tenant tenant, String name) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            String arn = Arns.policy(tenant.accountId(), name);
            boolean held = handle.createQuery("""
                            select 1 from iam_attachment where tenant_id = :tenant and policy = :arn
                            union select 1 from iam_user where tenant_id = :tenant and boundary = :arn
                            union select 1 from iam_role where tenant_id = :tenant and boundary = :arn""")
                    .bind("tenant", tenant.id().value())
                    .bind("arn", arn)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (held) {
                throw new AccessException("The policy " + name + " is held by somebody; detach it first.");
            }
            if (handle.execute("delete from iam_policy where tenant_id = ? and name = ?", tenant.id().value(), name) == 0) {
                throw new AccessException("There is no policy " + name + ".");
            }
            record.changed(handle, tenant, "DeletePolicy", "policy/" + name);
            return name;
        });
    }

    /** Gives a policy to somebody; nothing changes when it is held already. */
    public void attach(Tenant tenant, Holder holder, String nameOrArn) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            requirePolicy(handle, tenant, nameOrArn);
            StoredGrants.requireHolder(handle, tenant, holder);
            handle.execute(
                    "insert into iam_attachment (tenant_id, kind, name, policy) values (?, ?, ?, ?) on conflict do nothing",
                    tenant.id().value(), StoredGrants.Kind.of(holder).name(), holder.name(), arn(tenant, nameOrArn));
            record.changed(handle, tenant, "AttachPolicy", shown(holder) + "/" + nameOrArn);
            return nameOrArn;
        });
    }

    /** Takes a policy from somebody. */
    public void detach(Tenant tenant, Holder holder, String nameOrArn) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            int gone = handle.execute(
                    "delete from iam_attachment where tenant_id = ? and kind = ? and name = ? and policy = ?",
                    tenant.id().value(), StoredGrants.Kind.of(holder).name(), holder.name(), arn(tenant, nameOrArn));
            if (gone == 0) {
                throw new AccessException(holder.name() + " does not hold the policy " + nameOrArn + ".");
            }
            record.changed(handle, tenant, "DetachPolicy", shown(holder) + "/" + nameOrArn);
            return nameOrArn;
        });
    }

    /** The ARNs of the policies that somebody holds, without those of their groups and those of their own. */
    public List<String> held(Tenant tenant, Holder holder) {
        return TenantRows.of(jdbi, tenant.id().value(), handle ->
                StoredGrants.attached(handle, tenant.id().value(), StoredGrants.Kind.of(holder), holder.name()));
    }

    /** Sets the most that a user or role may be allowed, whatever other policies say; null for no bound. */
    public void bound(Tenant tenant, Holder holder, @Nullable String nameOrArn) throws AccessException {
        if (holder instanceof Holder.Group) {
            throw new AccessException("A group has no permissions boundary; set it for its users.");
        }
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            if (nameOrArn != null) {
                requirePolicy(handle, tenant, nameOrArn);
            }
            StoredGrants.requireHolder(handle, tenant, holder);
            handle.createUpdate("update " + StoredGrants.Kind.of(holder).table
                            + " set boundary = :arn where tenant_id = :tenant and name = :name")
                    .bind("arn", nameOrArn == null ? null : arn(tenant, nameOrArn))
                    .bind("tenant", tenant.id().value())
                    .bind("name", holder.name())
                    .execute();
            record.changed(handle, tenant, "PutPermissionsBoundary", shown(holder));
            return holder;
        });
    }

    private static void requirePolicy(Handle handle, Tenant tenant, String nameOrArn) throws AccessException {
        if (StoredGrants.document(handle, tenant.id().value(), tenant.accountId(), arn(tenant, nameOrArn)).isEmpty()) {
            throw new AccessException("There is no policy " + nameOrArn + ".");
        }
    }

    static String shown(Holder holder) {
        return switch (holder) {
            case Holder.User _ -> "user/";
            case Holder.Role _ -> "role/";
            case Holder.Group _ -> "group/";
        } + holder.name();
    }

    /** A name without a colon is one of the tenant's own, or one that all have. */
    private static String arn(Tenant tenant, String nameOrArn) {
        if (nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        String common = "arn:aws:iam::aws:policy/" + nameOrArn;
        return CommonPolicies.of(common).isPresent() ? common : Arns.policy(tenant.accountId(), nameOrArn);
    }
}
