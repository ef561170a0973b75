package org.chartwright.cli;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.chartwright.access.Tenants;
import org.chartwright.events.Webhooks;
import org.chartwright.server.EventRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes and looks after webhooks. */
@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        description = "Says where a tenant is told of its jobs' and streams' states.",
        footer = "Exit code 0: done; 65: no such tenant or webhook, or not to there; 69: the database cannot be opened.")
final class WebhookCommand {

    private static final int BAD_DATA = 65;

    /** Whose webhooks. */
    static final class Whose {

        @Option(names = "--tenant", paramLabel = "NAME", defaultValue = Tenants.DEFAULT,
                description = "The tenant; default ${DEFAULT-VALUE}.")
        private String name = Tenants.DEFAULT;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes a webhook and prints its id and, once, the secret that its receiver checks signatures with.")
    int add(
            @Mixin OperatorPlace place,
            @Mixin Whose whose,
            @Parameters(paramLabel = "URL", description = "https://…, or a host that the settings trust.") String url) {
        return with(place, whose, (webhooks, tenant) -> {
            UUID id = webhooks.add(tenant, url);
            System.out.println(id + "\t" + EventRoom.key(place.config()).secret(id));
            return 0;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "Prints id, address, events waiting, events no longer tried, and how the last attempt went.")
    int list(@Mixin OperatorPlace place, @Mixin Whose whose) {
        return with(place, whose, (webhooks, tenant) -> {
            webhooks.of(tenant).forEach(webhook -> System.out.println(webhook.id() + "\t" + webhook.url() + "\t"
                    + webhook.waiting() + "\t" + webhook.dead() + "\t"
                    + Objects.requireNonNullElse(webhook.lastOutcome(), "-")));
            return 0;
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forgets a webhook and what waits for it.")
    int remove(@Mixin OperatorPlace place, @Mixin Whose whose, @Parameters(paramLabel = "ID") UUID id) {
        return with(place, whose, (webhooks, tenant) -> webhooks.remove(tenant, id) ? 0 : BAD_DATA);
    }

    @Command(name = "redeliver", mixinStandardHelpOptions = true,
            description = "Has events that are no longer tried sent again.")
    int redeliver(@Mixin OperatorPlace place, @Mixin Whose whose, @Parameters(paramLabel = "ID") UUID id) {
        return with(place, whose, (webhooks, tenant) -> {
            System.out.println(webhooks.redeliver(tenant, id) + " events");
            return 0;
        });
    }

    private interface Work {
        int run(Webhooks webhooks, UUID tenant);
    }

    private static int with(OperatorPlace place, Whose whose, Work work) {
        try {
            return place.forTenant(whose.name, (database, tenant) -> work.run(
                    new Webhooks(database.jdbi(), Clock.systemUTC(), EventRoom.rules(place.config())),
                    tenant.id().value()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return BAD_DATA;
        }
    }
}
