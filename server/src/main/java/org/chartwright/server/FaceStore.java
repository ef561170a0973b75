package org.chartwright.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.chartwright.access.TenantId;
import org.chartwright.aws.operations.Store;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.objects.ObjectException;
import org.chartwright.objects.ObjectFacts;
import org.chartwright.objects.ObjectStore;
import org.chartwright.scribing.ObjectRef;

/** The object store as the HealthScribe face asks of it. Safe for any number of threads. */
record FaceStore(ObjectStore objects) implements Store {

    @Override
    public Sight look(TenantId tenant, ObjectRef object) {
        try {
            objects.head(tenant, object.bucket(), object.key());
            return Sight.READABLE;
        } catch (ObjectException e) {
            return switch (e.kind()) {
                case NO_KEY, BAD_NAME -> Sight.NO_OBJECT;
                case NO_BUCKET, DENIED -> Sight.NO_ACCESS;
                case CHANGED, UNAVAILABLE -> throw away();
            };
        }
    }

    @Override
    public boolean canWrite(TenantId tenant, String bucket) {
        try {
            return objects.hasBucket(tenant, bucket);
        } catch (ObjectException e) {
            return switch (e.kind()) {
                case NO_KEY, BAD_NAME, NO_BUCKET, DENIED -> false;
                case CHANGED, UNAVAILABLE -> throw away();
            };
        }
    }

    @Override
    public Optional<byte[]> read(TenantId tenant, ObjectRef object, int most) {
        try {
            ObjectFacts facts = objects.head(tenant, object.bucket(), object.key());
            if (facts.size() > most) {
                return Optional.empty();
            }
            try (InputStream bytes = objects.open(tenant, object.bucket(), object.key(), facts, 0)) {
                return Optional.of(bytes.readNBytes(most));
            }
        } catch (ObjectException | IOException _) {
            return Optional.empty();
        }
    }

    private static AwsFault away() {
        return new AwsFault(FaultCode.SERVICE_UNAVAILABLE, "The object store doesn't answer. Try again later.");
    }
}
