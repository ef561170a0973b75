package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chartwright.access.Arns;
import org.chartwright.access.Policies.Holder;
import org.chartwright.access.RoleBook.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, shows and deletes roles. */
@Command(
        name = "role",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and deletes roles: rights that this server's services, users or sessions act with.",
        footer = AdminPlace.EXITS)
final class RoleCommand {

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Makes a role, or gives one another trust policy, which says who may act as it.")
    int put(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--trust", required = true, paramLabel = "FILE", description = "The trust policy, JSON.") Path trust,
            @Option(names = "--longest-hours", paramLabel = "N", defaultValue = "1",
                    description = "The longest session, 1 to 12 hours (default: ${DEFAULT-VALUE}).") int hours) {
        return place.at(desk -> {
            desk.roles().put(desk.tenant(), name, Files.readString(trust), Duration.ofHours(hours));
            System.out.println(Arns.role(desk.tenant().accountId(), name));
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints each role with the policies it holds.")
    int list(@Mixin AdminPlace place) {
        return place.at(desk -> desk.roles().all(desk.tenant()).forEach(role -> System.out.println(role.name() + "\t"
                + String.join(" ", desk.policies().held(desk.tenant(), new Holder.Role(role.name()))))));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a role's trust policy.")
    int show(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return place.at(desk -> System.out.println(desk.roles().all(desk.tenant()).stream()
                .filter(role -> role.name().equals(name))
                .map(Role::trust)
                .findFirst()
                .orElseThrow(() -> new IOException("There is no role " + name + "."))));
    }

    @Command(
            name = "end-sessions",
            mixinStandardHelpOptions = true,
            description = "Makes all temporary keys of a role useless within 5 seconds.")
    int endSessions(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return place.at(desk ->
                System.out.println(desk.sessions().end(desk.tenant().id(), true, name) + " sessions ended"));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a role with its sessions.")
    int delete(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return place.at(desk -> desk.roles().delete(desk.tenant(), name));
    }
}
