package org.chartwright.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.server.ServerConfig;
import org.chartwright.server.Setting;
import org.chartwright.server.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which server an operator's command is about; it may be running or not. */
final class OperatorPlace {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "The server's data folder; default ./data.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "The server's settings file, if it has one.")
    private @Nullable Path file;

    ServerConfig config() {
        Settings settings = file == null ? Settings.usual() : Settings.read(file);
        return ServerConfig.of(data == null ? settings : settings.with(Setting.SERVER_DATA, data.toString()));
    }

    Database open() {
        return Database.openOrJoin(config().database());
    }

    /** What is done for one tenant; gives an exit code. */
    @FunctionalInterface
    interface TenantWork<E extends Exception> {
        /** Does it. */
        int on(Database database, Tenant tenant) throws E;
    }

    /**
     * Does something for a tenant and records it, in one transaction: what throws is neither done nor recorded.
     *
     * @param object what it was done to, from what came of it
     */
    static <T> T recorded(Database database, Tenant tenant, String action, Supplier<T> work, Function<T, String> object) {
        UUID id = tenant.id().value();
        return TenantRows.of(database.jdbi(), id, handle -> {
            T made = work.get();
            new AuditLog(database.jdbi(), Clock.systemUTC())
                    .record(handle, Act.of(id, Actor.operator(), action, object.apply(made)), Outcome.DONE, "");
            return made;
        });
    }

    /** Does it for the tenant of that name, and says so where there is none. */
    <E extends Exception> int forTenant(String name, TenantWork<E> work) throws E {
        try (Database database = open()) {
            Optional<Tenant> found = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom()).find(name);
            if (found.isEmpty()) {
                System.err.println("There is no tenant of that name.");
                return AdminPlace.BAD_DATA;
            }
            return work.on(database, found.get());
        }
    }
}
