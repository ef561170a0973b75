package org.chartwright.cli;

import java.time.Clock;
import java.util.UUID;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.LocalNamedKeys;
import org.chartwright.keys.SealException;
import org.chartwright.keys.root.LocalRoot;
import org.chartwright.server.KeySettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Keys that tenants name, and the rotation of all others. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes, disables and rotates keys; docs/operations/keys.md tells of backup and loss.",
        footer = AdminPlace.EXITS)
final class KeysCommand {

    private static final String ALIAS = "ALIAS";
    private static final Actor BY = Actor.operator();

    @Option(names = "--tenant", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "The tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = Tenants.DEFAULT;

    @Mixin
    private OperatorPlace place = new OperatorPlace();

    private interface Work {
        void run(KeyRoom keys, UUID tenant);
    }

    /** What changes one key is recorded by the keys themselves, in its own transaction. */
    private int change(Work work) {
        return at("", work);
    }

    /** What only looks, or may stop half-way and be begun again, is recorded before it is done. */
    private int at(String action, Work work) {
        try {
            return place.forTenant(tenant, (database, found) -> {
                Clock clock = Clock.systemUTC();
                try (KeyRoom keys = KeySettings.open(place.config(), database, clock)) {
                    if (!action.isEmpty()) {
                        new AuditLog(database.jdbi(), clock)
                                .record(Act.of(found.id().value(), BY, "kms:" + action, "*"), Outcome.DONE, "");
                    }
                    work.run(keys, found.id().value());
                }
                return 0;
            });
        } catch (IllegalArgumentException | SealException e) {
            System.err.println(e.getMessage());
            return AdminPlace.BAD_DATA;
        }
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a key and prints its ARN.")
    int create(@Parameters(paramLabel = ALIAS, description = "alias/ and a name") String alias) {
        return change((keys, id) -> System.out.println(keys.local()
                .create(BY, id, alias)
                .orElseThrow(() -> new IllegalArgumentException("There is a key of that alias already."))));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the tenant's keys.")
    int list() {
        return at("ListKeys", (keys, id) -> {
            for (LocalNamedKeys.Description key : keys.local().list(id)) {
                System.out.println(String.join("\t", key.arn(), String.join(",", key.aliases()), key.state(),
                        "version " + key.versions(), key.deletion().map(when -> "deleted at " + when).orElse("")).strip());
            }
        });
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Lets nothing be sealed or opened with a key.")
    int disable(@Parameters(paramLabel = ALIAS, description = "alias, id or ARN") String key) {
        return change((keys, id) -> keys.local().disable(BY, id, key));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a key be used again.")
    int enable(@Parameters(paramLabel = ALIAS, description = "alias, id or ARN") String key) {
        return change((keys, id) -> keys.local().enable(BY, id, key));
    }

    @Command(
            name = "schedule-delete",
            mixinStandardHelpOptions = true,
            description = "Deletes a key after 7 to 30 days, in which enable takes it back.")
    int scheduleDelete(
            @Parameters(paramLabel = ALIAS, description = "alias, id or ARN") String key,
            @Option(names = "--days", defaultValue = "30", description = "How long it waits (default: 30).") int days) {
        return change((keys, id) ->
                System.out.println("It will be deleted at " + keys.local().scheduleDeletion(BY, id, key, days) + "."));
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Gives a named key new material, or without an alias every tenant a new key.")
    int rotate(@Parameters(paramLabel = ALIAS, arity = "0..1", description = "alias, id or ARN") @Nullable String key) {
        if (key != null) {
            return change((keys, id) ->
                    System.out.println("It has version " + keys.local().rotate(BY, id, key) + " now."));
        }
        return at("RotateTenantKeys", (keys, id) -> {
            int scopes = keys.rotation().tenants().stream().mapToInt(keys.rotation()::tenant).sum();
            System.out.println(scopes + " keys were wrapped anew; nothing that they seal was touched.");
        });
    }

    @Command(
            name = "rotate-root",
            mixinStandardHelpOptions = true,
            description = "Makes a new local root key and wraps all tenants' keys under it. Copy the file afterwards.")
    int rotateRoot() {
        int checked = at("CheckRootKey", (keys, id) -> {});
        if (checked != 0) {
            return checked;
        }
        LocalRoot.rotate(KeySettings.rootFile(place.config()));
        int done = at("RotateRootKey", (keys, id) ->
                System.out.println(keys.rotation().root() + " tenants' keys were wrapped anew."));
        if (done == 0) {
            System.out.println("The older root keys stay in " + KeySettings.rootFile(place.config())
                    + " until every server that runs was started again. Copy that file now.");
        }
        return done;
    }
}
