package org.chartwright.cli;

import org.chartwright.access.Policies.Holder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes, shows and deletes groups, and says who belongs to them. */
@Command(
        name = "group",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and deletes groups of users. Whoever belongs to one has its policies besides their own.",
        footer = AdminPlace.EXITS)
final class GroupCommand {

    private static final String GROUP = "The group's name.";
    private static final String USER = "The user's name.";

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a group.")
    int create(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = GROUP) String name) {
        return place.at(desk -> desk.groups().add(desk.tenant(), name));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints each group with the policies it holds.")
    int list(@Mixin AdminPlace place) {
        return place.at(desk -> desk.groups().all(desk.tenant()).forEach(name -> System.out.println(
                name + "\t" + String.join(" ", desk.policies().held(desk.tenant(), new Holder.Group(name))))));
    }

    @Command(name = "members", mixinStandardHelpOptions = true, description = "Prints who belongs to a group.")
    int members(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = GROUP) String name) {
        return place.at(desk -> desk.groups().members(desk.tenant(), name).forEach(System.out::println));
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Lets a user belong to a group.")
    int add(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = GROUP) String name,
            @Parameters(paramLabel = "USER", description = USER) String user) {
        return place.at(desk -> desk.groups().put(desk.tenant(), name, user));
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a user out of a group.")
    int remove(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = GROUP) String name,
            @Parameters(paramLabel = "USER", description = USER) String user) {
        return place.at(desk -> desk.groups().remove(desk.tenant(), name, user));
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Deletes a group to which nobody belongs, with the policies that it holds.")
    int delete(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = GROUP) String name) {
        return place.at(desk -> desk.groups().delete(desk.tenant(), name));
    }
}
