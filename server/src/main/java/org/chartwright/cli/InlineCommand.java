package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Policies that belong to one user, role or group. */
@Command(
        name = "inline",
        mixinStandardHelpOptions = true,
        description = "Keeps, shows and deletes policies that belong to one user, role or group and go with it.",
        footer = AdminPlace.EXITS)
final class InlineCommand {

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Gives somebody a policy of their own, in place of an older one of that name.")
    int put(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Parameters(paramLabel = "FILE", description = "The policy, JSON.") Path file,
            @ArgGroup(multiplicity = "1") PolicyCommand.To to) {
        return place.at(desk -> desk.inline().put(desk.tenant(), to.holder(), name, Files.readString(file)));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the names of somebody's own policies.")
    int list(@Mixin AdminPlace place, @ArgGroup(multiplicity = "1") PolicyCommand.To to) {
        return place.at(desk -> desk.inline().all(desk.tenant(), to.holder()).forEach(System.out::println));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints one of somebody's own policies.")
    int show(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @ArgGroup(multiplicity = "1") PolicyCommand.To to) {
        return place.at(desk -> System.out.println(desk.inline()
                .document(desk.tenant(), to.holder(), name)
                .orElseThrow(() -> new IOException("There is no policy " + name + " of their own."))));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes one of somebody's own policies.")
    int delete(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @ArgGroup(multiplicity = "1") PolicyCommand.To to) {
        return place.at(desk -> desk.inline().delete(desk.tenant(), to.holder(), name));
    }
}
