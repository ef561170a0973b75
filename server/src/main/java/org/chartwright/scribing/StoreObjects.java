package org.chartwright.scribing;

import java.io.IOException;
import java.io.InputStream;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaSource;
import org.chartwright.keys.NamedKey;
import org.chartwright.objects.ObjectException;
import org.chartwright.objects.ObjectFacts;
import org.chartwright.objects.ObjectStore;
import org.jspecify.annotations.Nullable;

/** Jobs' objects in the object store. The store stays the caller's to close. */
public final class StoreObjects implements JobObjects {

    private final ObjectStore store;
    private final JobRights rights;

    /** In that store, each job with those rights. */
    public StoreObjects(ObjectStore store, JobRights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public JobObjects as(Job job) {
        return new JobObjects() {
            @Override
            public MediaSource open(TenantId tenant, String bucket, String key)
                    throws IOException, ObjectRefusedException {
                require(job, "s3:GetObject", bucket, key);
                return StoreObjects.this.open(tenant, bucket, key);
            }

            @Override
            public void put(TenantId tenant, String bucket, String key, byte[] content, String type)
                    throws IOException, ObjectRefusedException {
                require(job, "s3:PutObject", bucket, key);
                JobRequest.OutputKey named = job.request().outputKey();
                StoreObjects.this.put(tenant, bucket, key, content, type, named == null ? null : named.of(job));
            }

            @Override
            public void delete(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
                StoreObjects.this.delete(tenant, bucket, key);
            }
        };
    }

    private void require(Job job, String action, String bucket, String key) throws ObjectRefusedException {
        if (!rights.allow(job, action, bucket, key)) {
            throw new ObjectRefusedException("The role of the job is no longer allowed " + action + " in the bucket that you"
                    + " provided. Check DataAccessRoleArn and its policies and try your request again.");
        }
    }

    @Override
    public MediaSource open(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        ObjectFacts facts;
        try {
            facts = store.head(tenant, bucket, key);
        } catch (ObjectException e) {
            throw refusal(e);
        }
        return new MediaSource() {
            @Override
            public long size() {
                return facts.size();
            }

            @Override
            public InputStream open(long offset) throws IOException {
                try {
                    return store.open(tenant, bucket, key, facts, offset);
                } catch (ObjectException e) {
                    // It was there a moment ago; another attempt will find out what it is now.
                    throw new IOException("The object cannot be read: " + e.kind(), e);
                }
            }
        };
    }

    @Override
    public void put(TenantId tenant, String bucket, String key, byte[] content, String type)
            throws IOException, ObjectRefusedException {
        put(tenant, bucket, key, content, type, null);
    }

    private void put(
            TenantId tenant, String bucket, String key, byte[] content, String type, @Nullable NamedKey named)
            throws IOException, ObjectRefusedException {
        try {
            store.put(tenant, bucket, key, content, type, named);
        } catch (ObjectException e) {
            throw refusal(e);
        }
    }

    @Override
    public void delete(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        try {
            store.delete(tenant, bucket, key);
        } catch (ObjectException e) {
            throw refusal(e);
        }
    }

    private static ObjectRefusedException refusal(ObjectException refused) throws IOException {
        return switch (refused.kind()) {
            case NO_KEY, BAD_NAME -> new ObjectRefusedException(
                    "The URI that you provided doesn't point to an S3 object. Make sure that the object exists and try your"
                            + " request again.");
            case NO_BUCKET, DENIED -> new ObjectRefusedException(
                    "The S3 bucket that you provided can't be accessed. Make sure that it exists and that you have"
                            + " permission, and try your request again.");
            case KEY_REFUSED -> new ObjectRefusedException(
                    "The KMS key that you provided can't be used. Make sure that it exists, is enabled and may be used, and"
                            + " try your request again.");
            case CHANGED, UNAVAILABLE -> throw new IOException("The object store: " + refused.kind(), refused);
        };
    }
}
