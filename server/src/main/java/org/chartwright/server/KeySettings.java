package org.chartwright.server;

import java.nio.file.Path;
import java.time.Clock;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.keys.root.RootException;

/** Reads what concerns keys, and opens them. */
public final class KeySettings {

    private KeySettings() {}

    /**
     * Opens the keys of a server.
     *
     * @throws ConfigException if the root key is lost, wrong, or not to be reached
     */
    public static KeyRoom open(ServerConfig config, Database database, Clock clock) {
        try {
            return KeyRoom.open(database, root(config), clock);
        } catch (RootException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    private static RootConfig root(ServerConfig config) {
        return switch (config.settings().text(Setting.KEYS_ROOT)) {
            case "local" -> new RootConfig.Local(config.settings()
                    .maybe(Setting.KEYS_FILE)
                    .map(Path::of)
                    .orElse(config.data().resolve("root-key")));
            default -> throw new ConfigException(Setting.KEYS_ROOT.key() + " must be local.");
        };
    }
}
