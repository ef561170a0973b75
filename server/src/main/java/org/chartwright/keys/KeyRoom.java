package org.chartwright.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.keys.root.RootException;
import org.chartwright.keys.root.RootKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All keys of one server, opened on its database and its root key. Thread-safe. */
public final class KeyRoom implements AutoCloseable {

    /** How long a destroyed key's row keeps stragglers from making it anew; longer than any of them can live. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final RootKey root;
    private final RootCheck check;
    private final KeyRows rows;
    private final KeyTree tree;
    private final LocalNamedKeys local;
    private final NamedKeys named;
    private final Seals seals;
    private final Jdbi apart;
    private final Clock clock;

    private KeyRoom(Database database, RootKey root, RootCheck check, NamedKeyChoice choice, Clock clock) {
        this.root = root;
        this.check = check;
        this.clock = clock;
        this.apart = database.apart();
        SecureRandom luck = new SecureRandom();
        this.rows = new KeyRows(apart);
        this.tree = new KeyTree(rows, root, clock, System::nanoTime, luck);
        AuditLog record = new AuditLog(apart, clock);
        this.local = new LocalNamedKeys(new NamedKeyRows(apart), tree, choice.region(), clock, luck, record);
        this.named = new RecordedNamedKeys(choice.elsewhere() == null ? local : choice.elsewhere(), record);
        this.seals = new Seals(new DataKeys(tree, named, luck));
    }

    /**
     * Who keeps the keys that tenants name.
     *
     * @param region in the ARNs of those that are kept here
     * @param elsewhere another keeper, or null for this server itself
     */
    public record NamedKeyChoice(String region, @Nullable NamedKeys elsewhere) {}

    /**
     * Opens the keys, and on the first start of a database makes the root key where that is ours to make.
     *
     * @throws RootException if the root key is lost, wrong, readable by others, or not to be reached: then nothing that was
     *     kept could be read, and what is accepted could not be read later
     */
    public static KeyRoom open(Database database, RootConfig config, NamedKeyChoice named, Clock clock) {
        RootCheck check = new RootCheck(database.apart(), clock);
        return new KeyRoom(database, check.open(config), check, named, clock);
    }

    /** Likewise, with named keys kept here, in the usual region. */
    public static KeyRoom open(Database database, RootConfig config, Clock clock) {
        return open(database, config, new NamedKeyChoice("us-east-1", null), clock);
    }

    /** The keys that tenants name, wherever they are kept. */
    public NamedKeys named() {
        return named;
    }

    /** Those that are kept here, to be managed. */
    public LocalNamedKeys local() {
        return local;
    }

    /** Wraps keys anew: tenants' under the root, scopes' under tenants'. */
    public Rotation rotation() {
        return new Rotation(rows, tree, root);
    }

    /** Deletes named keys whose time has come, and forgets for how long destroyed ones were remembered. */
    public void keepHouse() {
        local.deleteDue();
        rows.forgetDestroyedBefore(clock.instant().minus(REMEMBERED));
    }

    /** Seals and opens. */
    public Seals seals() {
        return seals;
    }

    /**
     * Destroys a scope's key: when the transaction is committed, all that was sealed in that scope is unreadable, here at once
     * and on other servers within half a minute. Nothing can be sealed in it again.
     */
    public void destroy(Handle handle, UUID tenant, UUID scope) {
        KeyRows.destroy(handle, tenant, scope, clock.instant());
        handle.afterCommit(() -> tree.forget(tenant, scope));
    }

    /** Likewise, in a transaction of its own. */
    public void destroy(UUID tenant, UUID scope) {
        TenantRows.use(apart, tenant, handle -> destroy(handle, tenant, scope));
    }

    /** Whether the root key can be used now. May take as long as its keeper's network does. */
    public boolean isUp() {
        return check.holds(root);
    }

    @Override
    public void close() {
        tree.forgetAll();
        root.close();
    }
}
