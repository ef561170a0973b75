package org.chartwright.live;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.keys.Seals;
import org.chartwright.live.log.Seal;

/** Gives each session its seal. Safe for any number of threads. */
@FunctionalInterface
public interface Sealing {

    /** The seal of that session; the same whenever it is asked for. */
    Seal of(TenantId tenant, UUID session) throws IOException;

    /** By the keys of that room, for sessions that lie below that folder. */
    static Sealing with(Seals seals, Path folder, SecureRandom luck) {
        return RecordSeal.of(folder, seals, luck);
    }
}
