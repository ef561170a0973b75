package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.ehr.Deliveries;
import org.chartwright.ehr.Delivery;
import org.chartwright.ehr.Target;
import org.chartwright.ehr.Targets;
import org.chartwright.people.oidc.ClientKeys;
import org.chartwright.server.ConfigException;
import org.chartwright.server.EhrRoom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where signed notes go, and what became of them. */
@Command(
        name = "ehr",
        mixinStandardHelpOptions = true,
        description = "Says where a tenant's signed notes go, shows what became of them, and sends them again.",
        footer = "Exit code 0: done; 65: no such tenant, target or delivery, or not to there; 69: the database cannot be opened.")
final class EhrCommand {

    private static final int BAD_DATA = 65;

    /** Whose. */
    static final class Whose {

        @Option(names = "--tenant", paramLabel = "NAME", defaultValue = Tenants.DEFAULT,
                description = "The tenant; default ${DEFAULT-VALUE}.")
        private String name = Tenants.DEFAULT;
    }

    @Command(name = "add-target", mixinStandardHelpOptions = true,
            description = "Has notes that are signed from now on sent there.")
    int add(
            @Mixin OperatorPlace place,
            @Mixin Whose whose,
            @Option(names = "--documents", paramLabel = "FORM", defaultValue = "BOTH",
                    description = "text, pdf or both; default both.") Target.Documents documents,
            @Option(names = "--receiver", paramLabel = "APP|FACILITY", defaultValue = "",
                    description = "Whom messages are addressed to; HL7 v2 only.") String receiver,
            @Option(names = "--credentials", paramLabel = "FILE",
                    description = "A file with bearer = …, or user = … and password = …, that its owner alone can read.") @Nullable Path credentials,
            @Parameters(paramLabel = "NAME", description = "What people call it.") String name,
            @Parameters(paramLabel = "ADDRESS", description = "https://host/base for FHIR R4, mllps://host:port for HL7 v2.") String address) {
        return with(place, whose, (database, tenant) -> {
            Target target = new Target(
                    UUID.randomUUID(),
                    name,
                    address.startsWith("mllp") ? Target.Form.MDM : Target.Form.FHIR,
                    address,
                    documents,
                    receiver,
                    credentials == null ? "" : credentials.toAbsolutePath().normalize().toString());
            if (!targets(place, database).add(tenant, target)) {
                System.err.println("There is a target of that name already.");
                return BAD_DATA;
            }
            return 0;
        });
    }

    @Command(name = "targets", mixinStandardHelpOptions = true, description = "Prints name, form, address and documents of each target.")
    int list(@Mixin OperatorPlace place, @Mixin Whose whose) {
        return with(place, whose, (database, tenant) -> {
            targets(place, database).of(tenant).forEach(target -> System.out.println(String.join("\t",
                    target.name(), low(target.form()), target.address(), low(target.documents()))));
            return 0;
        });
    }

    @Command(name = "remove-target", mixinStandardHelpOptions = true,
            description = "Forgets a target, what waits for it, and what was sent there; the audit record stays.")
    int remove(@Mixin OperatorPlace place, @Mixin Whose whose, @Parameters(paramLabel = "NAME") String name) {
        return with(place, whose, (database, tenant) -> targets(place, database).remove(tenant, name) ? 0 : BAD_DATA);
    }

    @Command(name = "deliveries", mixinStandardHelpOptions = true,
            description = "Prints id, target, visit, note, version, state, attempts, when it was made and how the last attempt went.")
    int deliveries(
            @Mixin OperatorPlace place,
            @Mixin Whose whose,
            @Option(names = "--state", paramLabel = "STATE", description = "waiting, acknowledged or failed; default all.")
                    Delivery.@Nullable State state,
            @Option(names = "--most", paramLabel = "N", defaultValue = "100", description = "How many at most; default 100.") int most) {
        return with(place, whose, (database, tenant) -> {
            new Deliveries(database.jdbi(), Clock.systemUTC()).list(tenant, state, Math.clamp(most, 1, 100_000))
                    .forEach(one -> System.out.println(String.join("\t",
                            one.id().toString(), one.target(), one.visit().toString(), one.note().toString(),
                            Integer.toString(one.version()), low(one.state()), Integer.toString(one.attempts()),
                            one.made().toString(), Objects.requireNonNullElse(one.outcome(), "-"))));
            return 0;
        });
    }

    @Command(name = "make-key", mixinStandardHelpOptions = true,
            description = "Writes a new private key for ehr.smart-key-file into a file that only its owner can read.")
    int makeKey(@Parameters(paramLabel = "FILE", description = "Must not exist yet.") Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, ClientKeys.make());
            return 0;
        } catch (IOException e) {
            System.err.println("The key cannot be written: " + e.getMessage());
            return BAD_DATA;
        }
    }

    @Command(name = "resend", mixinStandardHelpOptions = true,
            description = "Has a delivery sent again, under the names it had before.")
    int resend(@Mixin OperatorPlace place, @Mixin Whose whose, @Parameters(paramLabel = "ID") UUID id) {
        return with(place, whose, (database, tenant) -> {
            Deliveries deliveries = new Deliveries(database.jdbi(), Clock.systemUTC());
            Act act = Act.of(tenant.value(), Actor.operator(), "ehr:Resend", "delivery/" + id);
            return switch (new AuditLog(database.jdbi(), Clock.systemUTC()).during(act, () -> deliveries.resend(tenant, id))) {
                case WAITING -> 0;
                case MISSING -> {
                    System.err.println("There is no such delivery.");
                    yield BAD_DATA;
                }
                case OUTDATED -> {
                    System.err.println("A later version of the note is there, or on its way.");
                    yield BAD_DATA;
                }
            };
        });
    }

    private static Targets targets(OperatorPlace place, Database database) {
        return new Targets(database.jdbi(), Clock.systemUTC(), EhrRoom.rules(place.config()));
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What is done for a tenant; gives an exit code. */
    @FunctionalInterface
    private interface Work {
        int run(Database database, TenantId tenant);
    }

    private static int with(OperatorPlace place, Whose whose, Work work) {
        try {
            return place.forTenant(whose.name, (database, tenant) -> work.run(database, tenant.id()));
        } catch (ConfigException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return BAD_DATA;
        }
    }
}
