package org.chartwright.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.chartwright.keys.SealException.Trouble;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.keys.root.RootException;
import org.chartwright.keys.root.RootKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Refuses to work with another root key than the one this database's keys were wrapped with: a text that everybody knows was
 * wrapped at the first start and must come out again at every later one.
 */
final class RootCheck {

    static final byte[] KNOWN = "the root key of this database 1".getBytes(StandardCharsets.US_ASCII);
    static final Map<String, String> CONTEXT = Map.of("chartwright:purpose", "root-check");
    private static final long FIRST_START = 0x63686172_746b6579L;

    private final Jdbi jdbi;
    private final Clock clock;

    RootCheck(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Opens the configured root key, or makes it when nothing was wrapped yet. */
    RootKey open(RootConfig config) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", FIRST_START);
            Optional<Kept> kept = kept(handle);
            RootKey root = kept.isPresent() ? config.open() : config.openOrMake();
            try {
                kept.ifPresentOrElse(known -> require(root, known), () -> keep(handle, root));
            } catch (RuntimeException e) {
                root.close();
                throw e;
            }
            return root;
        });
    }

    /** Whether the root key still gives back what it wrapped. */
    boolean holds(RootKey root) {
        Optional<Kept> kept = jdbi.withHandle(RootCheck::kept);
        return kept.isPresent() && MessageDigest.isEqual(KNOWN, root.unwrap(kept.get().wrapped, CONTEXT));
    }

    private void keep(Handle handle, RootKey root) {
        byte[] wrapped;
        try {
            wrapped = root.wrap(KNOWN, CONTEXT);
        } catch (SealException e) {
            throw unusable(root, e);
        }
        handle.createUpdate("insert into root_check (root, wrapped, created_at) values (:root, :wrapped, :now)")
                .bind("root", root.name())
                .bind("wrapped", wrapped)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static void require(RootKey root, Kept known) {
        if (!known.root.equals(root.name())) {
            throw new RootException("What is kept here was sealed under the root key " + known.root + ", and "
                    + root.name() + " is configured. Configure the former.");
        }
        byte[] found;
        try {
            found = root.unwrap(known.wrapped, CONTEXT);
        } catch (SealException e) {
            throw unusable(root, e);
        }
        if (!MessageDigest.isEqual(KNOWN, found)) {
            throw unusable(root, new SealException(Trouble.BROKEN));
        }
    }

    private static RootException unusable(RootKey root, SealException trouble) {
        return new RootException(switch (trouble.trouble()) {
            case BROKEN, DESTROYED -> "The root key " + root.name() + " is not the one that what is kept here was sealed"
                    + " under. Put the right one in place; nothing can be read or kept without it.";
            case KEY_UNKNOWN -> "The root key " + root.name() + " does not exist.";
            case KEY_DISABLED -> "The root key " + root.name() + " is disabled. Enable it where it is kept.";
            case KEY_DENIED -> "The keeper of the root key " + root.name() + " denies its use to this server.";
            case UNAVAILABLE -> "The keeper of the root key " + root.name() + " does not answer.";
        });
    }

    private static Optional<Kept> kept(Handle handle) {
        return handle.createQuery("select root, wrapped from root_check")
                .map((row, context) -> new Kept(row.getString("root"), row.getBytes("wrapped")))
                .findOne();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(String root, byte[] wrapped) {}
}
