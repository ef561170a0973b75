package org.chartwright.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.keys.root.RootKey;

/**
 * Wraps keys anew without touching what they seal. May be stopped anywhere and begun again, and run beside a working
 * server. Any thread.
 */
public final class Rotation {

    private static final int AT_ONCE = 500;

    private final KeyRows rows;
    private final KeyTree tree;
    private final RootKey root;

    Rotation(KeyRows rows, KeyTree tree, RootKey root) {
        this.rows = rows;
        this.tree = tree;
        this.root = root;
    }

    /**
     * A tenant's key.
     *
     * @param version counted from 1
     * @param madeAt when
     */
    public record Newest(int version, Instant madeAt) {}

    /** The key under which a tenant's scopes are wrapped now; empty before the first. */
    public Optional<Newest> newest(UUID tenant) {
        return rows.newest(tenant);
    }

    /** Gives a tenant a new key, wraps its scopes' keys under it, and destroys the older ones; says how many scopes. */
    public int tenant(UUID tenant) {
        int newest = tree.makeTenantKey(tenant);
        int wrapped = 0;
        while (true) {
            List<KeyRows.ScopeRow> stale = rows.scopesOlderThan(tenant, newest, AT_ONCE);
            for (KeyRows.ScopeRow scope : stale) {
                byte[] key = tree.unwrapScope(tenant, scope.id(), scope.version(), scope.wrapped());
                rows.rewrap(tenant, scope, newest, tree.wrapScope(tenant, scope.id(), newest, key));
            }
            wrapped += stale.size();
            // A server that made a scope meanwhile may have used the older key; then it is still needed and we go round again.
            if (stale.isEmpty() && rows.dropTenantKeysOlderThan(tenant, newest)) {
                return wrapped;
            }
        }
    }

    /** Wraps all tenants' keys and the known text under the root key as it is now; says how many. */
    public int root() {
        List<KeyRows.TenantRow> tenants = rows.tenantKeys();
        for (KeyRows.TenantRow row : tenants) {
            byte[] key = root.unwrap(row.wrapped(), RootKey.context(row.tenant(), row.version()));
            byte[] wrapped = root.wrap(key, RootKey.context(row.tenant(), row.version()));
            rows.rewrapTenant(row, root.name(), wrapped);
        }
        rows.rewrapCheck(root.name(), root.wrap(RootCheck.KNOWN, RootCheck.CONTEXT));
        return tenants.size();
    }

    /** All tenants that have keys. */
    public List<UUID> tenants() {
        return rows.tenantKeys().stream().map(KeyRows.TenantRow::tenant).distinct().toList();
    }
}
