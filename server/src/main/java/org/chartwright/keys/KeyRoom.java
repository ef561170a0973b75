package org.chartwright.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.chartwright.database.Database;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.keys.root.RootException;
import org.chartwright.keys.root.RootKey;
import org.jdbi.v3.core.Handle;

/** All keys of one server, opened on its database and its root key. Thread-safe. */
public final class KeyRoom implements AutoCloseable {

    private final RootKey root;
    private final RootCheck check;
    private final KeyTree tree;
    private final Seals seals;
    private final Clock clock;

    private KeyRoom(RootKey root, RootCheck check, KeyTree tree, Seals seals, Clock clock) {
        this.root = root;
        this.check = check;
        this.tree = tree;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Opens the keys, and on the first start of a database makes the root key where that is ours to make.
     *
     * @throws RootException if the root key is lost, wrong, readable by others, or not to be reached: then nothing that was
     *     kept could be read, and what is accepted could not be read later
     */
    public static KeyRoom open(Database database, RootConfig config, Clock clock) {
        RootCheck check = new RootCheck(database.apart(), clock);
        RootKey root = check.open(config);
        SecureRandom luck = new SecureRandom();
        KeyTree tree = new KeyTree(new KeyRows(database.apart()), root, clock, System::nanoTime, luck);
        return new KeyRoom(root, check, tree, new Seals(new DataKeys(tree, NamedKeys.NONE, luck)), clock);
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
