package org.chartwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chartwright.audit.AuditCopy;
import org.chartwright.audit.Checkpoint;
import org.chartwright.audit.Checkpoints;
import org.chartwright.audit.Entry;
import org.chartwright.audit.FileCopy;
import org.chartwright.audit.SigningKey;
import org.chartwright.aws.CloudTrailRecord;
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
        AuditCopy copy = copy(config);
        try {
            return new Checkpoints(database.jdbi(), clock, SigningKey.open(keys(config)), copy);
        } catch (IOException e) {
            throw new ConfigException("The key that signs the audit record cannot be used. " + e.getMessage());
        }
    }

    private static AuditCopy copy(ServerConfig config) {
        Optional<AuditCopy> whole = config.settings().maybe(Setting.AUDIT_COPY).map(file -> new FileCopy(Path.of(file)));
        Optional<AuditCopy> calls =
                config.settings().maybe(Setting.AUDIT_CLOUDTRAIL).map(file -> calls(Path.of(file), config.region()));
        if (whole.isPresent() && calls.isPresent()) {
            return (chain, from, to, lines) -> {
                whole.get().add(chain, from, to, lines);
                calls.get().add(chain, from, to, lines);
            };
        }
        return whole.or(() -> calls).orElse(AuditCopy.NONE);
    }

    private static AuditCopy calls(Path file, String region) {
        FileCopy copy = new FileCopy(file);
        return (chain, from, to, lines) -> {
            List<String> records = lines.stream()
                    .filter(line -> !Checkpoint.isMeantBy(line))
                    .flatMap(line -> CloudTrailRecord.json(Entry.parse(line), region).stream())
                    .toList();
            if (!records.isEmpty()) {
                copy.add(chain, from, to, records);
            }
        };
    }

    /** The folder of the signing key and of the public one. */
    public static Path keys(ServerConfig config) {
        return config.settings().maybe(Setting.AUDIT_KEYS).map(Path::of).orElse(config.data().resolve("audit"));
    }
}
