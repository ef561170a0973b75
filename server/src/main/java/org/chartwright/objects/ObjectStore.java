package org.chartwright.objects;

import java.io.IOException;
import java.io.InputStream;
import org.chartwright.access.TenantId;
import org.chartwright.keys.NamedKey;
import org.jspecify.annotations.Nullable;

/**
 * The door to stored bytes. Everything is done in the name of a tenant, and only what belongs to it is seen. Any thread.
 *
 * <p>An {@link ObjectException} says what a caller can act on: no such bucket or key, no permission, changed meanwhile, or
 * a store that does not answer for now.
 */
public interface ObjectStore extends AutoCloseable {

    /** Whether the bucket exists and is the tenant's to use. */
    boolean hasBucket(TenantId tenant, String bucket) throws ObjectException;

    /** Size and version of an object. */
    ObjectFacts head(TenantId tenant, String bucket, String key) throws ObjectException;

    /**
     * Opens an object from a place on. The caller closes it.
     *
     * @param version the version of {@link ObjectFacts} that must still be there, so that two reads fit together
     * @param offset from 0 to below the size; at the size the stream is empty
     * @throws ObjectException {@link ObjectException.Kind#CHANGED} when the object was replaced meanwhile
     */
    InputStream open(TenantId tenant, String bucket, String key, ObjectFacts version, long offset)
            throws ObjectException, IOException;

    /**
     * Writes a whole object; it appears whole or not at all, and is durable when this returns.
     *
     * @param contentType such as {@code application/json}
     * @param named the named key to seal it with besides, or null
     * @throws ObjectException {@link ObjectException.Kind#KEY_REFUSED} when that key cannot be used
     */
    void put(
            TenantId tenant, String bucket, String key, byte[] body, String contentType, @Nullable NamedKey named)
            throws ObjectException;

    /** Likewise, without a named key. */
    default void put(TenantId tenant, String bucket, String key, byte[] body, String contentType) throws ObjectException {
        put(tenant, bucket, key, body, contentType, null);
    }

    /**
     * Writes a whole object that is read as it is written; likewise whole or not at all.
     *
     * @param size of the body, in bytes
     * @throws IOException when the body ends early or cannot be read
     */
    void put(TenantId tenant, String bucket, String key, InputStream body, long size, String contentType)
            throws ObjectException, IOException;

    /**
     * Sees to it that a bucket is there.
     *
     * @throws ObjectException {@link ObjectException.Kind#NO_BUCKET} when it is not and others make buckets there
     */
    void makeBucket(TenantId tenant, String bucket) throws ObjectException;

    /** Removes an object; no complaint when there is none, nor such a bucket. */
    void delete(TenantId tenant, String bucket, String key) throws ObjectException;

    @Override
    void close();
}
