package org.chartwright.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.custody.Custody;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.SealException;
import org.chartwright.keys.root.RootException;
import org.chartwright.server.ErasureRoom;
import org.chartwright.server.KeySettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Whose consents, rules and holds a command is about. */
final class CustodyPlace {

    @Option(names = "--tenant", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "The tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = Tenants.DEFAULT;

    @Mixin
    private OperatorPlace place = new OperatorPlace();

    /**
     * What is worked with.
     *
     * @param database of the server
     * @param custody on it
     * @param keys likewise
     */
    record Desk(Database database, Custody custody, KeyRoom keys) {}

    /** What is to be done. */
    interface Work {
        /** Does it. */
        void run(Desk desk, UUID tenant) throws IOException;
    }

    /** Does it, and says what went wrong. */
    int at(Work work) {
        try {
            return place.forTenant(tenant, (database, found) -> {
                Clock clock = Clock.systemUTC();
                try (KeyRoom keys = KeySettings.open(place.config(), database, clock)) {
                    work.run(new Desk(database, Custody.of(database.jdbi(), keys.seals(), clock), keys), found.id().value());
                }
                return 0;
            });
        } catch (IllegalArgumentException | SealException | RootException | IOException e) {
            System.err.println(Objects.requireNonNullElse(e.getMessage(), "It cannot be done now."));
            return AdminPlace.BAD_DATA;
        }
    }

    /** What is to be changed. */
    interface Change {
        /** Changes it. */
        void make(Custody custody, UUID tenant);
    }

    /** Likewise where something is changed or shown, as an act of the operator's: each change is recorded in its transaction. */
    int change(String action, Change change) {
        return at((desk, tenant) -> new AuditLog(desk.database().jdbi(), Clock.systemUTC())
                .during(Act.of(tenant, Actor.operator(), action, ""), () -> {
                    change.make(desk.custody(), tenant);
                    return 0;
                }));
    }

    /** Likewise where what somebody said is shown: that is recorded first. */
    int show(String action, String object, Work work) {
        return at((desk, tenant) -> {
            new AuditLog(desk.database().jdbi(), Clock.systemUTC())
                    .record(Act.of(tenant, Actor.operator(), action, object), Outcome.DONE, "");
            work.run(desk, tenant);
        });
    }

    /** What deletes, with the server's object store. */
    ErasureRoom erasure(Desk desk) {
        return ErasureRoom.open(place.config(), desk.database(), desk.keys(), Clock.systemUTC());
    }
}
