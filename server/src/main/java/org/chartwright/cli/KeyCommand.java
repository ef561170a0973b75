package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.chartwright.access.AccessKey;
import org.chartwright.access.CredentialsFile;
import org.chartwright.access.Users.KeyFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, rotates, disables and deletes access keys. A secret is told once. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes, lists, rotates, disables and deletes access keys.",
        footer = {
            "A secret is told once: on the screen, or with --out as a profile of an AWS credentials file that only its owner",
            "can read. " + AdminPlace.EXITS
        })
final class KeyCommand {

    private static final String OUT = "Writes the key here, as the profile of the user's name, instead of on the screen.";

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes another key for a user.")
    int create(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "USER", description = "Whose.") String user,
            @Option(names = "--out", paramLabel = "FILE", description = OUT) @Nullable Path out) {
        return place.at(desk -> tell(desk, user, desk.users().addKey(desk.tenant(), user), out));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Prints each key: user, id, state, when made, when and for what last used.")
    int list(@Mixin AdminPlace place) {
        return place.at(desk -> desk.users().keys(desk.tenant()).forEach(key -> System.out.println(String.join(
                "\t",
                key.user(),
                key.id(),
                key.enabled() ? "enabled" : "disabled",
                key.created().toString(),
                key.lastUsed() == null ? "never" : key.lastUsed() + " " + key.lastService()))));
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Makes a new key beside an old one. Disable the old one when nothing uses it any more, then delete it.")
    int rotate(
            @Mixin AdminPlace place,
            @Parameters(paramLabel = "ID", description = "The old key.") String id,
            @Option(names = "--out", paramLabel = "FILE", description = OUT) @Nullable Path out) {
        return place.at(desk -> {
            String user = desk.users().keys(desk.tenant()).stream()
                    .filter(key -> key.id().equals(id))
                    .map(KeyFacts::user)
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no key " + id + "."));
            tell(desk, user, desk.users().addKey(desk.tenant(), user), out);
        });
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Makes a key useless within 5 seconds.")
    int disable(@Mixin AdminPlace place, @Parameters(paramLabel = "ID", description = "Which.") String id) {
        return place.at(desk -> desk.users().enable(desk.tenant(), id, false));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Makes a disabled key useful again.")
    int enable(@Mixin AdminPlace place, @Parameters(paramLabel = "ID", description = "Which.") String id) {
        return place.at(desk -> desk.users().enable(desk.tenant(), id, true));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a key for good.")
    int delete(@Mixin AdminPlace place, @Parameters(paramLabel = "ID", description = "Which.") String id) {
        return place.at(desk -> desk.users().deleteKey(desk.tenant(), id));
    }

    private static void tell(AdminPlace.Desk desk, String user, AccessKey key, @Nullable Path out) throws IOException {
        if (out == null) {
            System.out.println("aws_access_key_id = " + key.id());
            System.out.println("aws_secret_access_key = " + key.secret());
        } else {
            CredentialsFile file = new CredentialsFile(out.toAbsolutePath());
            file.put(user, desk.tenant().accountId(), key);
            System.out.println("The key " + key.id() + " is the profile " + user + " in " + file.path());
        }
    }
}
