package org.chartwright.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.chartwright.keys.KeyRows.Wrapped;
import org.chartwright.keys.SealException.Trouble;
import org.chartwright.keys.root.RootKey;

/**
 * Scope keys under tenant keys under the root, wrapped in the database, unwrapped for moments here: a tenant's for at most
 * five minutes, a scope's for half a minute, a thousand of either at most. A process that unwraps them can of course not
 * promise that no copy stays in its memory. Any thread.
 */
final class KeyTree implements ScopeKeys {

    private static final int KEY_BYTES = 32;
    private static final int MOST = 1000;
    private static final int TRIES = 3;

    private final KeyRows rows;
    private final RootKey root;
    private final Clock clock;
    private final SecureRandom luck;
    private final Remembered<TenantVersion, Aead> tenants;
    private final Remembered<Scope, Aead> scopes;

    KeyTree(KeyRows rows, RootKey root, Clock clock, LongSupplier nanoTime, SecureRandom luck) {
        this.rows = rows;
        this.root = root;
        this.clock = clock;
        this.luck = luck;
        this.tenants = new Remembered<>(MOST, Duration.ofMinutes(5), nanoTime);
        this.scopes = new Remembered<>(MOST, Duration.ofSeconds(30), nanoTime);
    }

    private record TenantVersion(UUID tenant, int version) {}

    private record Scope(UUID tenant, UUID id) {}

    @Override
    public byte[] wrap(UUID tenant, UUID scope, byte[] key, byte[] bound) {
        Aead aead = scopes.get(new Scope(tenant, scope), asked -> openOrMake(asked.tenant, asked.id));
        try {
            return aead.encrypt(key, bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    @Override
    public byte[] unwrap(UUID tenant, UUID scope, byte[] wrapped, byte[] bound) {
        Aead aead = scopes.get(
                new Scope(tenant, scope),
                asked -> open(
                        asked,
                        rows.scope(asked.tenant, asked.id).orElseThrow(() -> new SealException(Trouble.DESTROYED))));
        return decrypt(aead, wrapped, bound);
    }

    /** Forgets a scope's key here and now; elsewhere it is forgotten within half a minute. */
    void forget(UUID tenant, UUID scope) {
        scopes.forget(new Scope(tenant, scope));
    }

    /** Forgets all keys here and now. */
    void forgetAll() {
        scopes.forgetAll();
        tenants.forgetAll();
    }

    private Aead openOrMake(UUID tenant, UUID scope) {
        for (int i = 0; i < TRIES; i++) {
            var found = rows.scope(tenant, scope);
            if (found.isPresent()) {
                return open(new Scope(tenant, scope), found.get());
            }
            int version = rows.newestTenantKey(tenant).orElseGet(() -> makeTenantKey(tenant));
            byte[] key = random();
            // When a rotation took that version away meanwhile, nothing is written and we look again.
            rows.addScope(tenant, scope, version, wrapScope(tenant, scope, version, key), clock.instant());
        }
        throw new SealException(Trouble.UNAVAILABLE);
    }

    private Aead open(Scope scope, Wrapped row) {
        if (row.key() == null) {
            throw new SealException(Trouble.DESTROYED);
        }
        return aead(decrypt(
                tenantKey(scope.tenant, row.version()), row.key(), scopeBound(scope.tenant, scope.id)));
    }

    /** A scope's key wrapped under that version of its tenant's. */
    byte[] wrapScope(UUID tenant, UUID scope, int version, byte[] key) {
        try {
            return tenantKey(tenant, version).encrypt(key, scopeBound(tenant, scope));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** A scope's key in the clear, for wrapping it anew. */
    byte[] unwrapScope(UUID tenant, UUID scope, int version, byte[] wrapped) {
        return decrypt(tenantKey(tenant, version), wrapped, scopeBound(tenant, scope));
    }

    /** Makes a tenant's next key; several processes that do so at once make one. */
    int makeTenantKey(UUID tenant) {
        int version = rows.newestTenantKey(tenant).orElse(0) + 1;
        byte[] wrapped = root.wrap(random(), RootKey.context(tenant, version));
        rows.addTenantKey(tenant, version, root.name(), wrapped, clock.instant());
        return version;
    }

    private Aead tenantKey(UUID tenant, int version) {
        return tenants.get(new TenantVersion(tenant, version), asked -> {
            byte[] wrapped = rows.tenantKey(asked.tenant, asked.version)
                    .orElseThrow(() -> new SealException(Trouble.DESTROYED));
            return aead(root.unwrap(wrapped, RootKey.context(asked.tenant, asked.version)));
        });
    }

    private byte[] random() {
        byte[] key = new byte[KEY_BYTES];
        luck.nextBytes(key);
        return key;
    }

    private static byte[] scopeBound(UUID tenant, UUID scope) {
        return ("scope 1 " + tenant + " " + scope).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] decrypt(Aead aead, byte[] wrapped, byte[] bound) {
        try {
            return aead.decrypt(wrapped, bound);
        } catch (GeneralSecurityException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    private static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }
}
