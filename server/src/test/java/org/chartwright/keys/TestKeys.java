package org.chartwright.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.chartwright.database.Database;
import org.chartwright.keys.root.RootConfig;

/** The keys of a test's database, their root in a file below target. */
public final class TestKeys {

    private TestKeys() {}

    /** Opens them; nothing is left open when they are not closed. */
    public static KeyRoom of(Database database) {
        return KeyRoom.open(database, new RootConfig.Local(file(database)), Clock.systemUTC());
    }

    /** A root key's place, the same one for the same database. */
    private static Path file(Database database) {
        String name = database.jdbi().withHandle(handle ->
                handle.createQuery("select current_database()").mapTo(String.class).one());
        Path folder = Path.of("target", "test-root-keys-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(name);
    }
}
