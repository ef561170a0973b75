package org.chartwright.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Real seals over keys that live in memory: for tests that need no database. */
public final class TestSeals implements ScopeKeys {

    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final SecureRandom luck = new SecureRandom();

    /** Seals that nobody else can open. */
    public static Seals make() {
        return make(new TestNamedKeys());
    }

    /** Likewise, with named keys. */
    public static Seals make(NamedKeys named) {
        return new TestSeals().seals(named);
    }

    Seals seals(NamedKeys named) {
        return new Seals(new DataKeys(this, named, luck));
    }

    void destroy(UUID tenant, UUID scope) {
        keys.put(tenant + " " + scope, new byte[0]);
    }

    @Override
    public byte[] wrap(UUID tenant, UUID scope, byte[] key, byte[] bound) {
        byte[] made = new byte[32];
        luck.nextBytes(made);
        byte[] kept = keys.computeIfAbsent(tenant + " " + scope, _ -> made);
        try {
            return new AesGcmJce(alive(kept)).encrypt(key, bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] unwrap(UUID tenant, UUID scope, byte[] wrapped, byte[] bound) {
        try {
            return new AesGcmJce(alive(keys.getOrDefault(tenant + " " + scope, new byte[0]))).decrypt(wrapped, bound);
        } catch (GeneralSecurityException e) {
            throw new SealException(SealException.Trouble.BROKEN, e);
        }
    }

    private static byte[] alive(byte[] key) {
        if (key.length == 0) {
            throw new SealException(SealException.Trouble.DESTROYED);
        }
        return key;
    }

    /** Text as bytes. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
