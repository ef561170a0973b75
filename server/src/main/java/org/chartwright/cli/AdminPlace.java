package org.chartwright.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.chartwright.access.AccessException;
import org.chartwright.access.AdminRecord;
import org.chartwright.access.Groups;
import org.chartwright.access.InlinePolicies;
import org.chartwright.access.Policies;
import org.chartwright.access.RoleBook;
import org.chartwright.access.Secrets;
import org.chartwright.access.Sessions;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.access.Users;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.server.KeySettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which tenant of which server an administrator's command is about. */
final class AdminPlace {

    static final int BAD_DATA = 65;
    static final String EXITS = "Exit code 0: done; 65: it cannot be done, said why; 69: the database cannot be opened.";

    @Mixin
    private OperatorPlace place = new OperatorPlace();

    @Option(names = "--tenant", paramLabel = "NAME", description = "The tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = Tenants.DEFAULT;

    /**
     * What is administered.
     *
     * @param tenant whose
     * @param users its users and their keys
     * @param groups of its users
     * @param policies its policies
     * @param inline policies that belong to one holder
     * @param roles its roles
     * @param sessions its temporary keys
     */
    record Desk(
            Tenant tenant,
            Users users,
            Groups groups,
            Policies policies,
            InlinePolicies inline,
            RoleBook roles,
            Sessions sessions) {}

    /** What is to be done at the desk. */
    interface Work {
        /** Does it. */
        void run(Desk desk) throws AccessException, PolicyException, IOException;
    }

    /** Does it, and says what cannot be done. */
    int at(Work work) {
        try (Database database = place.open()) {
            Clock clock = Clock.systemUTC();
            SecureRandom luck = new SecureRandom();
            AdminRecord record = new AdminRecord(new AuditLog(database.jdbi(), clock), Actor.operator());
            Tenant found = new Tenants(database.jdbi(), clock, luck).find(tenant).orElse(null);
            if (found == null) {
                System.err.println("There is no tenant " + tenant + ". Make it with: admin tenant create " + tenant);
                return BAD_DATA;
            }
            try (KeyRoom keys = KeySettings.open(place.config(), database, clock)) {
                Secrets secrets = new Secrets(keys.seals());
                work.run(new Desk(
                        found,
                        new Users(database.jdbi(), clock, luck, record, secrets),
                        new Groups(database.jdbi(), clock, luck, record),
                        new Policies(database.jdbi(), clock, record),
                        new InlinePolicies(database.jdbi(), clock, record),
                        new RoleBook(database.jdbi(), clock, luck, record),
                        new Sessions(database.jdbi(), clock, luck, secrets)));
            }
            return 0;
        } catch (AccessException | PolicyException | IOException e) {
            System.err.println(Objects.requireNonNullElse(e.getMessage(), "A file cannot be read or written."));
            return BAD_DATA;
        }
    }
}
