package org.chartwright.keys.root;

import java.util.Map;
import java.util.UUID;
import org.chartwright.keys.SealException;

/**
 * The key at the top: it wraps tenants' keys and nothing else, and never leaves its keeper. Any thread; calls may take as
 * long as the keeper's network does, and are bounded by the provider.
 */
public interface RootKey extends AutoCloseable {

    /** Which key of which keeper, such as {@code local} or {@code aws-kms:arn:…}; kept beside what it wraps. */
    String name();

    /**
     * A key under this one.
     *
     * @param context pairs that must be the same at unwrapping
     * @throws SealException {@code UNAVAILABLE}, {@code KEY_DISABLED}, {@code KEY_DENIED} or {@code KEY_UNKNOWN}
     */
    byte[] wrap(byte[] key, Map<String, String> context);

    /**
     * The key that was wrapped.
     *
     * @throws SealException likewise, and {@code BROKEN} when this key did not wrap it with these pairs
     */
    byte[] unwrap(byte[] wrapped, Map<String, String> context);

    @Override
    default void close() {}

    /** What a tenant's key is bound to. */
    static Map<String, String> context(UUID tenant, int version) {
        return Map.of("chartwright:tenant", tenant.toString(), "chartwright:version", String.valueOf(version));
    }
}
