package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartwright.access.CommonPolicies;
import org.chartwright.access.Policies.Holder;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps, shows, gives and takes policies. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Keeps, shows and deletes policies, and gives them to users, roles and groups.",
        subcommands = InlineCommand.class,
        footer = AdminPlace.EXITS)
final class PolicyCommand {

    private static final String NAME = "Its name, or the ARN of one that every tenant has.";

    /** A user, a role or a group. */
    static final class To {

        @Option(names = "--user", required = true, paramLabel = "NAME", description = "The user.")
        private @Nullable String user;

        @Option(names = "--role", required = true, paramLabel = "NAME", description = "The role.")
        private @Nullable String role;

        @Option(names = "--group", required = true, paramLabel = "NAME", description = "The group.")
        private @Nullable String group;

        Holder holder() {
            if (user != null) {
                return new Holder.User(user);
            }
            return role == null ? new Holder.Group(String.valueOf(group)) : new Holder.Role(role);
        }
    }

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Keeps a policy under a name, in place of an older one.")
    int put(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Parameters(paramLabel = "FILE", description = "The policy, JSON.") Path file) {
        return place.at(desk -> desk.policies().put(desk.tenant(), name, Files.readString(file)));
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = "Says what is wrong with a policy, and where.")
    int check(
            @Parameters(paramLabel = "FILE", description = "The policy, JSON.") Path file,
            @Option(names = "--trust", description = "It is a role's trust policy.") boolean trust) {
        try {
            PolicyReader.read(
                    Files.readString(file), trust ? PolicyReader.Kind.TRUST : PolicyReader.Kind.PERMISSIONS);
            System.out.println("It is well-formed.");
            return 0;
        } catch (PolicyException | IOException e) {
            System.err.println(e.getMessage());
            return AdminPlace.BAD_DATA;
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Prints the tenant's own policies, and the ARNs of those that every tenant has.")
    int list(@Mixin AdminPlace place) {
        return place.at(desk -> {
            desk.policies().all(desk.tenant()).forEach(System.out::println);
            for (CommonPolicies common : CommonPolicies.values()) {
                System.out.println(common.arn());
            }
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a policy.")
    int show(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return place.at(desk -> System.out.println(desk.policies()
                .document(desk.tenant(), name)
                .orElseThrow(() -> new IOException("There is no policy " + name + "."))));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a policy that nobody holds.")
    int delete(@Mixin AdminPlace place, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return place.at(desk -> desk.policies().delete(desk.tenant(), name));
    }

    @Command(name = "attach", mixinStandardHelpOptions = true, description = "Gives a policy to a user, role or group.")
    int attach(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @ArgGroup(multiplicity = "1") To to) {
        return place.at(desk -> desk.policies().attach(desk.tenant(), to.holder(), name));
    }

    @Command(name = "detach", mixinStandardHelpOptions = true, description = "Takes a policy from a user, role or group.")
    int detach(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @ArgGroup(multiplicity = "1") To to) {
        return place.at(desk -> desk.policies().detach(desk.tenant(), to.holder(), name));
    }

    @Command(
            name = "bound",
            mixinStandardHelpOptions = true,
            description = "Sets the most that a user or role may be allowed whatever it holds: its permissions boundary.")
    int bound(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "NAME", arity = "0..1", description = NAME + " Without one the bound is taken away.")
                    @Nullable String name,
            @ArgGroup(multiplicity = "1") To to) {
        return place.at(desk -> desk.policies().bound(desk.tenant(), to.holder(), name));
    }
}
