package org.chartwright.server;

import java.security.SecureRandom;
import java.time.Clock;
import org.chartwright.access.Secrets;
import org.chartwright.access.StoredCredentials;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.objects.ObjectRecord;
import org.chartwright.objects.ObjectStore;
import org.chartwright.scribing.Erasure;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.StoreObjects;

/**
 * What deletes visits for good, beside a running server or without one.
 *
 * @param erasure does it
 * @param store where documents are
 */
public record ErasureRoom(Erasure erasure, ObjectStore store) implements AutoCloseable {

    /**
     * Opens it.
     *
     * @throws ConfigException if the object store is configured wrongly
     */
    public static ErasureRoom open(ServerConfig config, Database database, KeyRoom keys, Clock clock) {
        StoredCredentials credentials =
                new StoredCredentials(database.jdbi(), clock, System::nanoTime, new Secrets(keys.seals()));
        ObjectStore store = ObjectRoom.open(
                        config, credentials, keys, new Tenants(database.jdbi(), clock, new SecureRandom()),
                        ObjectRecord.NONE, clock)
                .store();
        // By order of the operator; a job's role is not asked.
        StoreObjects objects = new StoreObjects(store, (_, _, _, _) -> true);
        return new ErasureRoom(new Scribing(database, keys, clock).erasure(objects), store);
    }

    @Override
    public void close() {
        store.close();
    }
}
