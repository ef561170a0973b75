package org.chartwright.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Checkpoint;
import org.chartwright.audit.Checkpoints;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;
import org.chartwright.audit.SigningKey;
import org.chartwright.audit.Verification;
import org.chartwright.aws.CloudTrailRecord;
import org.chartwright.database.Database;
import org.chartwright.fhir.AuditEvents;
import org.chartwright.server.AuditRoom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks, exports and fixes the audit record. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Checks, exports and fixes the record of who did what.",
        footer = "Exit code 0: done, the record is sound; 3: it was altered; 65: no such file, tenant or key; 69: the"
                + " database cannot be opened.")
final class AuditCommand {

    private static final int ALTERED = 3;
    private static final int BAD_DATA = 65;

    /** The forms of an export. */
    enum Format {
        /** As it was hashed and signed; the only form that can be verified. */
        JSONL,
        /** FHIR AuditEvents of IHE's Basic Audit Log Patterns, one a line. */
        FHIR,
        /** As CloudTrail writes API calls, one a line. */
        CLOUDTRAIL
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Says whether an exported or copied record is what was written, and where it is not. Needs no"
                    + " server and no secret.")
    int verify(
            @Option(names = "--log", required = true, paramLabel = "FILE", description = "The record, as exported or copied.")
                    Path log,
            @Option(names = "--key", required = true, paramLabel = "FILE", description = "The signers' public.pem.") Path key,
            @Option(names = "--heads", paramLabel = "FILE",
                    description = "Checkpoints that were kept elsewhere (audit heads); without them a cut tail goes unseen.")
                    @Nullable Path heads)
            throws IOException {
        if (!Files.isReadable(log) || !Files.isReadable(key) || (heads != null && !Files.isReadable(heads))) {
            System.err.println("A file that was named cannot be read.");
            return BAD_DATA;
        }
        Verification verification = new Verification(SigningKey.publicKey(key));
        if (heads != null) {
            try (Stream<String> lines = Files.lines(heads)) {
                verification.expect(lines);
            }
        }
        Verification.Result result;
        try (Stream<String> lines = Files.lines(log)) {
            result = verification.read(lines);
        }
        result.findings().values().forEach(finding -> System.out.println("ALTERED: " + finding.what() + ": line "
                + finding.line() + ", chain " + finding.chain() + ", entries " + finding.from() + " to " + finding.to()));
        System.out.println(result.entries() + " entries, " + result.checkpoints() + " checkpoints, " + result.unsigned()
                + " entries past the last checkpoint of their chain: " + (result.sound() ? "sound" : "ALTERED"));
        return result.sound() ? 0 : ALTERED;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Signs where the record stands and writes it to a file. The export is recorded itself.")
    int export(
            @Mixin OperatorPlace place,
            @Option(names = "--tenant", paramLabel = "NAME", description = "Only this tenant's; default all chains.")
                    @Nullable String tenant,
            @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "jsonl",
                    description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.") Format format,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
                    Path out) {
        return with(place, (database, checkpoints) -> {
            List<UUID> chains;
            if (tenant == null) {
                chains = AuditExport.chains(database.jdbi());
            } else {
                Tenant found = new Tenants(database.jdbi(), Clock.systemUTC(), new java.security.SecureRandom()).find(tenant).orElse(null);
                if (found == null) {
                    System.err.println("There is no tenant of that name.");
                    return BAD_DATA;
                }
                chains = List.of(found.id().value());
            }
            AuditLog log = new AuditLog(database.jdbi(), Clock.systemUTC());
            Stream.concat(Stream.of(Act.HOUSE), chains.stream()).distinct().forEach(chain -> log.record(
                    Act.of(chain, Actor.operator(), "audit:Export", format.name()), Outcome.DONE, ""));
            checkpoints.seal();
            long lines = write(out, database, chains, form(format, place.config().region()));
            System.out.println(lines + " lines in " + out);
            return 0;
        });
    }

    @Command(
            name = "heads",
            mixinStandardHelpOptions = true,
            description = "Signs where the record stands and prints the newest checkpoint of each chain, to be kept elsewhere.")
    int heads(@Mixin OperatorPlace place) {
        return with(place, (database, checkpoints) -> {
            checkpoints.seal();
            AuditExport.heads(database.jdbi()).forEach(System.out::println);
            return 0;
        });
    }

    private interface Work {
        int run(Database database, Checkpoints checkpoints) throws IOException;
    }

    private static int with(OperatorPlace place, Work work) {
        try (Database database = place.open();
                Checkpoints checkpoints = AuditRoom.open(place.config(), database, Clock.systemUTC())) {
            return work.run(database, checkpoints);
        } catch (IOException e) {
            System.err.println(Objects.requireNonNullElse(e.getMessage(), "The file cannot be written."));
            return BAD_DATA;
        }
    }

    private static long write(Path out, Database database, List<UUID> chains, UnaryOperator<String> form) throws IOException {
        Files.createFile(out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        long[] count = {0};
        try (BufferedWriter writer = Files.newBufferedWriter(out, StandardOpenOption.WRITE)) {
            for (UUID chain : chains) {
                AuditExport.each(database.jdbi(), chain, line -> {
                    String shown = form.apply(line);
                    if (!shown.isEmpty()) {
                        put(writer, shown);
                        count[0]++;
                    }
                });
            }
        }
        return count[0];
    }

    /** What becomes of a line; nothing of checkpoints, and of what is no call, where only calls are shown. */
    private static UnaryOperator<String> form(Format format, String region) {
        return switch (format) {
            case JSONL -> line -> line;
            case FHIR -> line -> Checkpoint.isMeantBy(line) ? "" : AuditEvents.json(Entry.parse(line));
            case CLOUDTRAIL -> line ->
                    Checkpoint.isMeantBy(line) ? "" : CloudTrailRecord.json(Entry.parse(line), region).orElse("");
        };
    }

    private static void put(BufferedWriter writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
