package org.chartwright.access;

import java.util.ArrayList;
import java.util.List;
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

/** What users and roles may do, from the database. Static methods take part in their caller's transaction. */
final class StoredGrants {

    private static final Logger LOG = LoggerFactory.getLogger(StoredGrants.class);

    private StoredGrants() {}

    /** Who can hold policies. */
    enum Kind {
        USER("iam_user"),
        ROLE("iam_role");

        final String table;

        Kind(String table) {
            this.table = table;
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
        for (String arn : attached(handle, tenant, kind, name)) {
            Optional<Policy> policy = document(handle, tenant, account, arn).flatMap(text -> read(text, arn));
            if (policy.isEmpty()) {
                return Grants.NONE; // it may have denied something
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
