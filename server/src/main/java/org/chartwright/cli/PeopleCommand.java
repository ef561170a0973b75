package org.chartwright.cli;

import java.security.SecureRandom;
import java.time.Clock;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.people.Invitations;
import org.chartwright.people.People;
import org.chartwright.people.Person;
import org.chartwright.server.KeySettings;
import org.chartwright.server.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says who may work with the record in a browser. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Invites people to the workspace and disables their accounts.",
        footer = "Exit code 0: done; 65: something given is not right; 69: the database or its keys cannot be opened.")
final class PeopleCommand {

    private static final int BAD_DATA = 65;

    /** What is done among a tenant's people. */
    @FunctionalInterface
    private interface Act {
        int on(Database database, KeyRoom keys, Tenant tenant);
    }

    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = "Makes an account, or lets its person choose anew, and prints a one-time token that is good for a day.")
    int invite(
            @Mixin OperatorPlace place,
            @Option(names = "--tenant", paramLabel = "NAME", description = "Whose record they work with; default: default.", defaultValue = Tenants.DEFAULT) String tenant,
            @Option(names = "--name", paramLabel = "NAME", required = true, description = "What the person is called.") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = "${COMPLETION-CANDIDATES}") Person.Role role,
            @Parameters(paramLabel = "ACCOUNT", description = "1 to 64 of a-z 0-9 . _ -") String account) {
        if (!place.config().settings().flag(Setting.PEOPLE_LOCAL)) {
            System.err.println("This server has no accounts of its own (" + Setting.PEOPLE_LOCAL.key()
                    + " is false): people sign in by the identity provider and need no invitation.");
            return BAD_DATA;
        }
        return on(place, tenant, (database, keys, found) -> {
            Invitations invitations = new Invitations(database.jdbi(), keys.seals(), Clock.systemUTC(), new SecureRandom());
            String token = OperatorPlace.recorded(
                    database, found, "people:InvitePerson", () -> invitations.invite(found.id(), account, name, role),
                    _ -> "person/" + account);
            System.out.println("This token is shown once. Its person chooses a password at /app/invitation of this server:");
            System.out.println(token);
            return 0;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints account, name, role and state of each person.")
    int list(
            @Mixin OperatorPlace place,
            @Option(names = "--tenant", paramLabel = "NAME", description = "Whose; default: default.", defaultValue = Tenants.DEFAULT) String tenant) {
        return on(place, tenant, (database, keys, found) -> {
            new People(database.jdbi()).all(found.id()).forEach(person -> System.out.println(String.join(
                    "\t", person.account(), person.name(), person.role().name(), person.enabled() ? "enabled" : "disabled")));
            return 0;
        });
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Lets somebody in no more; their sessions end at once.")
    int disable(
            @Mixin OperatorPlace place,
            @Option(names = "--tenant", paramLabel = "NAME", description = "Whose; default: default.", defaultValue = Tenants.DEFAULT) String tenant,
            @Parameters(paramLabel = "ACCOUNT", description = "The account.") String account) {
        return on(place, tenant, (database, keys, found) -> {
            return OperatorPlace.recorded(
                    database, found, "people:DisablePerson", () -> {
                        if (!new People(database.jdbi()).disable(found.id(), account)) {
                            throw new IllegalArgumentException("There is no such account");
                        }
                        return 0;
                    },
                    _ -> "person/" + account);
        });
    }

    private static int on(OperatorPlace place, String name, Act act) {
        try {
            return place.forTenant(name, (database, tenant) -> {
                try (KeyRoom keys = KeySettings.open(place.config(), database, Clock.systemUTC())) {
                    return act.on(database, keys, tenant);
                }
            });
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + ".");
            return BAD_DATA;
        }
    }
}
