package org.chartwright.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.chartwright.access.AccessKey;
import org.chartwright.access.CredentialsFile;
import org.chartwright.access.Secrets;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.KeyRoom;
import org.chartwright.server.KeySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes and lists tenants. Secrets go to the credentials file, never to the screen. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        description = "Makes and lists tenants: customers that see nothing of each other.",
        footer = "Exit code 0: done; 65: no such name can be had; 69: the database cannot be opened; 73: the credentials"
                + " file cannot be written.")
final class TenantCommand {

    private static final int CANNOT_CREATE = 73;

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a tenant with a user of the same name who may do everything of it, and writes that user's key"
                    + " as a profile of the same name to DIR/credentials.")
    int create(
            @Mixin OperatorPlace place,
            @Parameters(paramLabel = "NAME", description = "1 to 64 of a-z 0-9 . _ -") String name) {
        if (!Tenant.isName(name)) {
            System.err.println("A tenant's name is 1 to 64 of a-z 0-9 . _ - and starts with a letter or digit.");
            return AdminPlace.BAD_DATA;
        }
        try (Database database = place.open();
                KeyRoom keys = KeySettings.open(place.config(), database, Clock.systemUTC())) {
            Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
            AuditLog audit = new AuditLog(database.jdbi(), Clock.systemUTC());
            Optional<AccessKey> key = TenantRows.ofAll(database.jdbi(), handle -> {
                Optional<AccessKey> made = tenants.add(name, new Secrets(keys.seals()));
                made.ifPresent(_ -> audit.record(
                        handle, Act.of(Act.HOUSE, Actor.operator(), "iam:CreateTenant", "tenant/" + name), Outcome.DONE, ""));
                return made;
            });
            if (key.isEmpty()) {
                System.err.println("There is a tenant of that name already.");
                return AdminPlace.BAD_DATA;
            }
            Tenant tenant = tenants.find(name).orElseThrow();
            CredentialsFile file = new CredentialsFile(place.config().data().resolve("credentials"));
            file.put(tenant, key.get());
            System.out.println("Tenant " + name + ", account " + tenant.accountId()
                    + ". Its key is the profile " + name + " in " + file.path());
            return 0;
        } catch (IOException e) {
            System.err.println("The credentials file cannot be written: " + e.getMessage());
            return CANNOT_CREATE;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints name and account of each tenant.")
    int list(@Mixin OperatorPlace place) {
        try (Database database = place.open()) {
            new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom())
                    .all()
                    .forEach(tenant -> System.out.println(tenant.name() + "\t" + tenant.accountId()));
            return 0;
        }
    }
}
