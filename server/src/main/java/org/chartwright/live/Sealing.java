package org.chartwright.live;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.keys.KeyRoom;
import org.chartwright.live.log.Seal;

/** Gives each session its seal. Safe for any number of threads. */
@FunctionalInterface
public interface Sealing {

    /** The seal of that session; the same whenever it is asked for. */
    Seal of(TenantId tenant, UUID session) throws IOException;

    /** Makes all that was sealed for that session unreadable. */
    default void end(TenantId tenant, UUID session) {}

    /** By the keys of that room, for sessions that lie below that folder. */
    static Sealing with(KeyRoom keys, Path folder, SecureRandom luck) {
        return new Sealing() {
            @Override
            public Seal of(TenantId tenant, UUID session) throws IOException {
                return RecordSeal.open(folder, tenant, session, keys.seals(), luck);
            }

            @Override
            public void end(TenantId tenant, UUID session) {
                keys.destroy(tenant.value(), session);
            }
        };
    }
}
