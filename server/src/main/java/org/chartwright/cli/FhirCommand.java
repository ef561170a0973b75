package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.fhir.smart.Scopes;
import org.chartwright.fhir.smart.SmartClients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which programs may ask for the record by FHIR. Only public keys pass through here. */
@Command(
        name = "fhir",
        mixinStandardHelpOptions = true,
        description = "Registers programs that ask for the record by FHIR (SMART backend services).",
        footer = "Exit code 0: done; 65: something given is not right; 69: the database cannot be opened.")
final class FhirCommand {

    private static final int BAD_DATA = 65;
    private static final long LARGEST_KEYS = 64 * 1024;

    /** What is done to a tenant's programs. */
    @FunctionalInterface
    private interface Act {
        int on(Database database, SmartClients clients, Tenant tenant) throws IOException;
    }

    @Command(name = "add-client", mixinStandardHelpOptions = true, description = "Registers a program and prints its id.")
    int add(
            @Mixin OperatorPlace place,
            @Option(names = "--tenant", paramLabel = "NAME", description = "Whose record it sees; default: default.", defaultValue = Tenants.DEFAULT) String tenant,
            @Option(names = "--keys", paramLabel = "FILE", required = true, description = "Its public keys, a JSON Web Key Set.") Path keys,
            @Option(names = "--scopes", paramLabel = "SCOPES", required = true, description = "The most it may do, such as \"system/Patient.rs system/DocumentReference.rs\".") String scopes,
            @Parameters(paramLabel = "NAME", description = "What people call it.") String name) {
        return on(place, tenant, (database, clients, found) -> {
            if (Files.size(keys) > LARGEST_KEYS) {
                System.err.println("The key set is too large.");
                return BAD_DATA;
            }
            String set = Files.readString(keys);
            System.out.println(OperatorPlace.recorded(
                    database, found, "fhir:AddClient",
                    () -> clients.add(found.id(), name, set, Scopes.parse(scopes))
                            .orElseThrow(() -> new IllegalArgumentException("There is a program of that name already")),
                    id -> "client/" + id));
            return 0;
        });
    }

    @Command(name = "list-clients", mixinStandardHelpOptions = true, description = "Prints id, name, state and scopes of each program.")
    int list(
            @Mixin OperatorPlace place,
            @Option(names = "--tenant", paramLabel = "NAME", description = "Whose; default: default.", defaultValue = Tenants.DEFAULT) String tenant) {
        return on(place, tenant, (_, clients, found) -> {
            clients.all(found.id()).forEach(client -> System.out.println(String.join(
                    "\t", client.id(), client.name(), client.enabled() ? "enabled" : "disabled", client.scopes().toString())));
            return 0;
        });
    }

    @Command(name = "disable-client", mixinStandardHelpOptions = true, description = "Takes a program's rights away at once.")
    int disable(
            @Mixin OperatorPlace place,
            @Option(names = "--tenant", paramLabel = "NAME", description = "Whose; default: default.", defaultValue = Tenants.DEFAULT) String tenant,
            @Parameters(paramLabel = "ID", description = "The program's id.") String id) {
        return on(place, tenant, (database, clients, found) -> OperatorPlace.recorded(
                database, found, "fhir:DisableClient", () -> {
                    if (!clients.disable(found.id(), id)) {
                        throw new IllegalArgumentException("There is no such program");
                    }
                    return 0;
                },
                _ -> "client/" + id));
    }

    private static int on(OperatorPlace place, String name, Act act) {
        try {
            return place.forTenant(name, (database, tenant) ->
                    act.on(database, new SmartClients(database.jdbi(), Clock.systemUTC(), new SecureRandom()), tenant));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + ".");
            return BAD_DATA;
        } catch (IOException _) {
            System.err.println("The key set cannot be read.");
            return BAD_DATA;
        }
    }
}
