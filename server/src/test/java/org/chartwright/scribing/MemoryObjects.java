package org.chartwright.scribing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaSource;

/** An object store in memory; a bucket that is named {@code locked} refuses summaries. */
final class MemoryObjects implements JobObjects {

    final Map<String, String> objects = new ConcurrentHashMap<>();
    volatile int failures;

    static String place(TenantId tenant, String bucket, String key) {
        return tenant + "/" + bucket + "/" + key;
    }

    @Override
    public MediaSource open(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        fail();
        String content = objects.get(place(tenant, bucket, key));
        if (content == null) {
            throw new ObjectRefusedException("The URI that you provided doesn't point to an S3 object.");
        }
        return Scripted.recording(content);
    }

    @Override
    public void put(TenantId tenant, String bucket, String key, byte[] content, String type)
            throws IOException, ObjectRefusedException {
        fail();
        if (bucket.equals("locked") && key.endsWith("summary.json")) {
            throw new ObjectRefusedException("The output bucket cannot be written.");
        }
        objects.put(place(tenant, bucket, key), new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public void delete(TenantId tenant, String bucket, String key) {
        objects.remove(place(tenant, bucket, key));
    }

    private void fail() throws IOException {
        if (failures > 0) {
            failures--;
            throw new IOException("The store is away");
        }
    }
}
