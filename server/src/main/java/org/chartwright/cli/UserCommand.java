package org.chartwright.cli;

import org.chartwright.access.Arns;
import org.chartwright.access.Policies.Holder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes, lists and deletes users. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and deletes users. A new one may do nothing until it holds a policy.",
        footer = AdminPlace.EXITS)
final class UserCommand {

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a user without keys and policies.")
    int create(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return place.at(desk -> {
            desk.users().add(desk.tenant(), name);
            System.out.println(Arns.user(desk.tenant().accountId(), name));
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints each user with the policies it holds.")
    int list(@Mixin AdminPlace place) {
        return place.at(desk -> desk.users().all(desk.tenant()).forEach(name -> System.out.println(
                name + "\t" + String.join(" ", desk.policies().held(desk.tenant(), new Holder.User(name))))));
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Deletes a user with its keys and sessions; whoever uses them is refused within 5 seconds.")
    int delete(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return place.at(desk -> desk.users().delete(desk.tenant(), name));
    }
}
