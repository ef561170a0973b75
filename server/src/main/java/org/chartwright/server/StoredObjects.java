package org.chartwright.server;

import java.io.IOException;
import java.io.InputStream;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaSource;
import org.chartwright.objects.ObjectException;
import org.chartwright.objects.ObjectFacts;
import org.chartwright.objects.ObjectStore;
import org.chartwright.scribing.JobObjects;
import org.chartwright.scribing.OutputEncryption;
import org.jspecify.annotations.Nullable;

/** The object store as jobs read and write it. Safe for any number of threads. */
record StoredObjects(ObjectStore objects) implements JobObjects {

    @Override
    public MediaSource open(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        try {
            return new StoredMedia(objects, tenant, bucket, key, objects.head(tenant, bucket, key));
        } catch (ObjectException e) {
            throw refusedOr(e);
        }
    }

    @Override
    public void put(
            TenantId tenant,
            String bucket,
            String key,
            byte[] content,
            String type,
            @Nullable OutputEncryption encryption)
            throws IOException, ObjectRefusedException {
        try {
            objects.put(tenant, bucket, key, content, type);
        } catch (ObjectException e) {
            throw refusedOr(e);
        }
    }

    @Override
    public void delete(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        try {
            objects.delete(tenant, bucket, key);
        } catch (ObjectException e) {
            throw refusedOr(e);
        }
    }

    /** What another attempt may mend is an {@code IOException}; the rest is the user's to mend. */
    private static IOException refusedOr(ObjectException e) throws ObjectRefusedException {
        return switch (e.kind()) {
            case NO_BUCKET, NO_KEY, DENIED, BAD_NAME -> throw new ObjectRefusedException(String.valueOf(e.getMessage()));
            case CHANGED, UNAVAILABLE -> new IOException(e.getMessage(), e);
        };
    }

    /** One version of one recording. */
    private record StoredMedia(
            ObjectStore objects, TenantId tenant, String bucket, String key, ObjectFacts facts) implements MediaSource {

        @Override
        public long size() {
            return facts.size();
        }

        @Override
        public InputStream open(long offset) throws IOException {
            try {
                return objects.open(tenant, bucket, key, facts, offset);
            } catch (ObjectException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        /** Without the key: keys may name people. */
        @Override
        public String toString() {
            return "StoredMedia[" + facts.size() + " bytes]";
        }
    }
}
