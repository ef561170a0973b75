package org.chartwright.keys;

import java.util.Map;
import java.util.UUID;

/**
 * Keys that a tenant names itself, here ({@link LocalNamedKeys}) or in a key management service ({@link AwsNamedKeys}). All
 * throw {@link SealException}: {@code KEY_UNKNOWN}, {@code KEY_DISABLED}, {@code KEY_DENIED} or {@code UNAVAILABLE}. Any
 * thread.
 */
public interface NamedKeys {

    /**
     * The ARN of a key that can be used now.
     *
     * @param id its id, its ARN, an alias or an alias' ARN
     */
    String resolve(UUID tenant, String id);

    /**
     * A key under a named one.
     *
     * @param arn as {@link #resolve} gave it
     * @param context pairs that must be the same at unwrapping
     */
    byte[] wrap(UUID tenant, String arn, Map<String, String> context, byte[] key);

    /** The key that was wrapped; {@code BROKEN} when it was not wrapped so. */
    byte[] unwrap(UUID tenant, String arn, Map<String, String> context, byte[] wrapped);
}
