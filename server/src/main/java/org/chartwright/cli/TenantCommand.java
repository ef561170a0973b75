package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.chartwright.access.AccessKey;
import org.chartwright.access.CredentialsFile;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import org.chartwright.database.DatabaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes and lists tenants, beside a running server or without one. Secrets go to the credentials file, never to the screen. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        description = "Makes and lists tenants: customers that see nothing of each other.",
        footer = "Exit code 0: done; 65: no such name can be had; 69: the database cannot be opened; 73: the credentials"
                + " file cannot be written.")
final class TenantCommand {

    private static final int BAD_DATA = 65;
    private static final int UNAVAILABLE = 69;
    private static final int CANNOT_CREATE = 73;

    /** Where the server keeps everything. */
    static final class Place {

        @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder (default: ${DEFAULT-VALUE}).")
        private Path data = Path.of("data");

        Database open() {
            return Database.openOrJoin(DatabaseConfig.embedded(data.toAbsolutePath()));
        }

        CredentialsFile credentials() {
            return new CredentialsFile(data.toAbsolutePath().resolve("credentials"));
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes a tenant and writes its access key as a profile of the same name to DIR/credentials.")
    int add(
            @Mixin Place place,
            @Parameters(paramLabel = "NAME", description = "1 to 64 of a-z 0-9 . _ -") String name) {
        if (!Tenant.isName(name)) {
            System.err.println("A tenant's name is 1 to 64 of a-z 0-9 . _ - and starts with a letter or digit.");
            return BAD_DATA;
        }
        try (Database database = place.open()) {
            Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
            Optional<AccessKey> key = tenants.add(name);
            if (key.isEmpty()) {
                System.err.println("There is a tenant of that name already.");
                return BAD_DATA;
            }
            Tenant tenant = tenants.find(name).orElseThrow();
            place.credentials().put(tenant, key.get());
            System.out.println("Tenant " + name + ", account " + tenant.accountId()
                    + ". Its key is the profile " + name + " in " + place.credentials().path());
            return 0;
        } catch (DatabaseException e) {
            System.err.println(e.getMessage());
            return UNAVAILABLE;
        } catch (IOException e) {
            System.err.println("The credentials file cannot be written: " + e.getMessage());
            return CANNOT_CREATE;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints name and account of each tenant.")
    int list(@Mixin Place place) {
        try (Database database = place.open()) {
            new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom())
                    .all()
                    .forEach(tenant -> System.out.println(tenant.name() + "\t" + tenant.accountId()));
            return 0;
        } catch (DatabaseException e) {
            System.err.println(e.getMessage());
            return UNAVAILABLE;
        }
    }
}
