package org.chartwright.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.chartwright.access.TenantId;
import org.chartwright.aws.operations.Store;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.keys.NamedKeys;
import org.chartwright.keys.SealException;
import org.chartwright.objects.ObjectException;
import org.chartwright.objects.ObjectFacts;
import org.chartwright.objects.ObjectStore;
import org.chartwright.scribing.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * The object store as the HealthScribe face asks of it. Safe for any number of threads.
 *
 * @param objects of all tenants
 * @param named keys, or null where the object store has its own
 */
record FaceStore(ObjectStore objects, @Nullable NamedKeys named) implements Store {

    @Override
    public Sight look(TenantId tenant, ObjectRef object) {
        try {
            objects.head(tenant, object.bucket(), object.key());
            return Sight.READABLE;
        } catch (ObjectException e) {
            return switch (e.kind()) {
                case NO_KEY, BAD_NAME -> Sight.NO_OBJECT;
                case NO_BUCKET, DENIED, KEY_REFUSED -> Sight.NO_ACCESS;
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
                case NO_KEY, BAD_NAME, NO_BUCKET, DENIED, KEY_REFUSED -> false;
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

    @Override
    public Optional<String> namedKey(TenantId tenant, String id) {
        if (named == null) {
            return Optional.of(id); // the object store elsewhere asks its own keeper
        }
        try {
            return Optional.of(named.resolve(tenant.value(), id));
        } catch (SealException e) {
            return switch (e.trouble()) {
                case KEY_UNKNOWN, KEY_DISABLED, KEY_DENIED, DESTROYED, BROKEN -> Optional.empty();
                case UNAVAILABLE -> throw new AwsFault(
                        FaultCode.SERVICE_UNAVAILABLE, "The keeper of the keys doesn't answer. Try again later.");
            };
        }
    }

    private static AwsFault away() {
        return new AwsFault(FaultCode.SERVICE_UNAVAILABLE, "The object store doesn't answer. Try again later.");
    }
}
