package org.chartwright.server;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.keys.AwsNamedKeys;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.KmsCalls;
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
            return KeyRoom.open(database, root(config), named(config, database), clock);
        } catch (RootException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    private static RootConfig root(ServerConfig config) {
        Settings settings = config.settings();
        return switch (settings.text(Setting.KEYS_ROOT)) {
            case "local" -> new RootConfig.Local(rootFile(config));
            case "aws-kms" -> new RootConfig.AwsKms(kms(settings), required(settings, Setting.KEYS_KMS_KEY));
            case "vault" -> new RootConfig.Transit(
                    address(settings, Setting.KEYS_VAULT_ADDRESS),
                    required(settings, Setting.KEYS_VAULT_MOUNT),
                    required(settings, Setting.KEYS_VAULT_KEY),
                    Path.of(required(settings, Setting.KEYS_VAULT_TOKEN_FILE)),
                    settings.maybe(Setting.KEYS_VAULT_NAMESPACE));
            default -> throw new ConfigException(Setting.KEYS_ROOT.key() + " must be local, aws-kms or vault.");
        };
    }

    /** Where a local root key is. */
    public static Path rootFile(ServerConfig config) {
        return config.settings().maybe(Setting.KEYS_FILE).map(Path::of).orElse(config.data().resolve("root-key"));
    }

    private static KeyRoom.NamedKeyChoice named(ServerConfig config, Database database) {
        Settings settings = config.settings();
        Map<String, Set<String>> rights = ObjectRoom.rights(Setting.KEYS_KMS_RIGHTS, settings.text(Setting.KEYS_KMS_RIGHTS));
        if (rights.isEmpty()) {
            return new KeyRoom.NamedKeyChoice(config.region(), null);
        }
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        Map<UUID, Set<String>> byTenant = new HashMap<>();
        rights.forEach((name, keys) -> byTenant.put(
                tenants.find(name)
                        .orElseThrow(() -> new ConfigException(
                                Setting.KEYS_KMS_RIGHTS.key() + " names a tenant that does not exist: " + name))
                        .id()
                        .value(),
                keys));
        return new KeyRoom.NamedKeyChoice(config.region(), new AwsNamedKeys(new KmsCalls(kms(settings)), byTenant));
    }

    private static KmsCalls.Settings kms(Settings settings) {
        return new KmsCalls.Settings(
                settings.maybe(Setting.KEYS_KMS_ENDPOINT).map(_ -> address(settings, Setting.KEYS_KMS_ENDPOINT)).orElse(null),
                settings.text(Setting.KEYS_KMS_REGION),
                settings.text(Setting.KEYS_KMS_ACCESS_KEY),
                settings.text(Setting.KEYS_KMS_SECRET_KEY));
    }

    private static URI address(Settings settings, Setting setting) {
        String text = required(settings, setting);
        if (!text.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
            throw new ConfigException(setting.key() + " must be http:// or https:// and a host, without a path.");
        }
        return URI.create(text);
    }

    private static String required(Settings settings, Setting setting) {
        return settings.maybe(setting).orElseThrow(() -> new ConfigException(setting.key() + " must be set."));
    }
}
