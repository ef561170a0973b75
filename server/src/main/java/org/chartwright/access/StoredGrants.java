package org.chartwright.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.policy.Grants;
import org.chartwright.access.policy.Policy;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What users and roles may do, by their own policies and by those of their groups, from the database. Static methods take part in their caller's transaction. */
final class StoredGrants {

    private static final Logger LOG = LoggerFactory.getLogger(StoredGrants.class);

    /** What somebody holds: what was given to them, and what to the groups they belong to. */
    private static final String BEARING = """
            tenant_id = :tenant and (kind = :kind and name = :name or kind = 'GROUP' and :kind = 'USER' and name in (
                select group_name from iam_member where tenant_id = :tenant and user_name = :name))""";

    private StoredGrants() {}

    /** Who can hold policies. */
    enum Kind {
        USER("iam_user"),
        ROLE("iam_role"),
        GROUP("iam_group");

        final String table;

        Kind(String table) {
            this.table = table;
        }

        static Kind of(Policies.Holder holder) {
            return switch (holder) {
                case Policies.Holder.User _ -> USER;
                case Policies.Holder.Role _ -> ROLE;
                case Policies.Holder.Group _ -> GROUP;
            };
        }
    }

    /**
     * A user or role.
     *
     * @param id never given twice
     * @param grants of its policies and boundary
     */
    record Found(String id, Grants grants) {}

    /** The user or role of that name, with all that bears on what it may do. */
    static Optional<Found> find(Handle handle, UUID tenant, String account, Kind kind, String name) {
        return handle.createQuery("select id, boundary from " + kind.table + " where tenant_id = ? and name = ?")
                .bind(0, tenant)
                .bind(1, name)
                .map((row, context) -> new Found(
                        row.getString("id"),
                        grants(handle, tenant, account, kind, name, row.getString("boundary"))))
                .findOne();
    }

    private static Grants grants(
            Handle handle, UUID tenant, String account, Kind kind, String name, @Nullable String boundary) {
        List<Policy> identity = new ArrayList<>();
        for (String arn : bearing(handle, "select distinct policy from iam_attachment where ", tenant, kind, name)) {
            Optional<Policy> policy = document(handle, tenant, account, arn).flatMap(text -> read(text, arn));
            if (policy.isEmpty()) {
                return Grants.NONE; // it may have denied something
            }
            identity.add(policy.get());
        }
        for (String document : bearing(handle, "select document from iam_inline where ", tenant, kind, name)) {
            Optional<Policy> policy = read(document, "of " + name + " or a group of theirs");
            if (policy.isEmpty()) {
                return Grants.NONE;
            }
            identity.add(policy.get());
        }
        if (boundary == null) {
            return new Grants(identity, null, List.of());
        }
        return document(handle, tenant, account, boundary)
                .flatMap(text -> read(text, boundary))
                .map(bound -> new Grants(identity, bound, List.of()))
                .orElse(Grants.NONE);
    }

    private static List<String> bearing(Handle handle, String what, UUID tenant, Kind kind, String name) {
        return handle.createQuery(what + BEARING + " order by 1")
                .bind("tenant", tenant)
                .bind("kind", kind.name())
                .bind("name", name)
                .mapTo(String.class)
                .list();
    }

    /** Takes all policies from somebody who is to be no more. */
    static void forget(Handle handle, UUID tenant, Kind kind, String name) {
        for (String table : List.of("iam_attachment", "iam_inline")) {
            handle.execute(
                    "delete from " + table + " where tenant_id = ? and kind = ? and name = ?", tenant, kind.name(), name);
        }
    }

    /** Says so when there is nobody of that kind and name. */
    static void requireHolder(Handle handle, Tenant tenant, Policies.Holder holder) throws AccessException {
        Kind kind = Kind.of(holder);
        boolean there = handle.createQuery("select 1 from " + kind.table + " where tenant_id = ? and name = ?")
                .bind(0, tenant.id().value())
                .bind(1, holder.name())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!there) {
            throw new AccessException("There is no " + kind.name().toLowerCase(Locale.ROOT) + " " + holder.name() + ".");
        }
    }

    static List<String> attached(Handle handle, UUID tenant, Kind kind, String name) {
        return handle.createQuery(
                        "select policy from iam_attachment where tenant_id = ? and kind = ? and name = ? order by policy")
                .bind(0, tenant)
                .bind(1, kind.name())
                .bind(2, name)
                .mapTo(String.class)
                .list();
    }

    /** The text of a policy that a tenant wrote or that all have. */
    static Optional<String> document(Handle handle, UUID tenant, String account, String arn) {
        Optional<String> common = CommonPolicies.of(arn).map(CommonPolicies::document);
        return common.isPresent() ? common : Arns.policyOf(account, arn).flatMap(name -> handle.createQuery(
                        "select document from iam_policy where tenant_id = ? and name = ?")
                .bind(0, tenant)
                .bind(1, name)
                .mapTo(String.class)
                .findOne());
    }

    /** Policies are checked before they are kept, so one that cannot be read was changed behind our back. */
    private static Optional<Policy> read(String document, String arn) {
        try {
            return Optional.of(PolicyReader.read(document, PolicyReader.Kind.PERMISSIONS));
        } catch (PolicyException e) {
            LOG.error("The policy {} cannot be read any more; whoever holds it may do nothing", arn);
            return Optional.empty();
        }
    }
}
