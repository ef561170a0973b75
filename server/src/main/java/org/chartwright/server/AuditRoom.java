package org.chartwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.chartwright.audit.AuditCopy;
import org.chartwright.audit.Checkpoints;
import org.chartwright.audit.FileCopy;
import org.chartwright.audit.SigningKey;
import org.chartwright.database.Database;

/** Opens what signs and copies the audit record, as configured. */
public final class AuditRoom {

    private AuditRoom() {}

    /**
     * Signs and copies when it is told to.
     *
     * @throws ConfigException if the key cannot be had, or others can read it
     */
    public static Checkpoints open(ServerConfig config, Database database, Clock clock) {
        AuditCopy copy = config.settings()
                .maybe(Setting.AUDIT_COPY)
                .<AuditCopy>map(file -> new FileCopy(Path.of(file)))
                .orElse(AuditCopy.NONE);
        try {
            return new Checkpoints(database.jdbi(), clock, SigningKey.open(keys(config)), copy);
        } catch (IOException e) {
            throw new ConfigException("The key that signs the audit record cannot be used. " + e.getMessage());
        }
    }

    /** The folder of the signing key and of the public one. */
    public static Path keys(ServerConfig config) {
        return config.settings().maybe(Setting.AUDIT_KEYS).map(Path::of).orElse(config.data().resolve("audit"));
    }
}
