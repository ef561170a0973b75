package org.chartwright.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.chartwright.database.DatabaseConfig;
import org.jspecify.annotations.Nullable;

/**
 * How this server runs, checked.
 *
 * @param data the folder that holds everything it keeps
 * @param role which half of the work it does
 * @param http how it listens
 * @param region in ARNs and messages
 * @param onlyRegion the one region that callers must sign for; {@code null} for any
 * @param endpoint where clients reach it; {@code null} for where it listens
 * @param database which PostgreSQL
 * @param settings everything, for the rooms that read their own
 */
public record ServerConfig(
        Path data,
        Role role,
        Http http,
        String region,
        @Nullable String onlyRegion,
        @Nullable URI endpoint,
        DatabaseConfig database,
        Settings settings) {

    /** Which half of the work a process does. */
    public enum Role {
        /** Both. */
        ALL,
        /** Takes requests and keeps things; runs no job. */
        API,
        /** Runs jobs; takes no request. */
        WORKER
    }

    /**
     * How it listens.
     *
     * @param host the address
     * @param port 0 for any that is free
     * @param requests the most requests at a time
     * @param patience how long a stop waits for requests that are being served
     */
    public record Http(String host, int port, int requests, Duration patience) {}

    /** Checks settings and makes the configuration of them. */
    public static ServerConfig of(Settings settings) {
        Path data = Path.of(settings.text(Setting.SERVER_DATA)).toAbsolutePath().normalize();
        String region = settings.text(Setting.AWS_REGION);
        if (!region.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            throw new ConfigException(Setting.AWS_REGION.key() + " must look like us-east-1.");
        }
        Role role = role(settings.text(Setting.SERVER_ROLE));
        if (role != Role.WORKER) {
            // Refuses what must not be listened with.
            TlsFiles.of(settings);
            SignInRoom.require(settings);
            var _ = EhrRoom.zone(settings, Setting.FHIR_ZONE);
        }
        return new ServerConfig(
                data,
                role,
                new Http(
                        settings.text(Setting.SERVER_HOST),
                        settings.number(Setting.SERVER_PORT, 0, 65_535),
                        settings.number(Setting.SERVER_REQUESTS, 10, 100_000),
                        Duration.ofSeconds(settings.number(Setting.SERVER_PATIENCE, 0, 600))),
                region,
                settings.flag(Setting.AWS_ONLY_REGION) ? region : null,
                settings.maybe(Setting.AWS_ENDPOINT).map(text -> address(Setting.AWS_ENDPOINT, text)).orElse(null),
                database(settings, data),
                settings);
    }

    private static Role role(String name) {
        return switch (name) {
            case "all" -> Role.ALL;
            case "api" -> Role.API;
            case "worker" -> Role.WORKER;
            default -> throw new ConfigException(Setting.SERVER_ROLE.key() + " must be all, api or worker.");
        };
    }

    /** Where clients or browsers reach this server. */
    static URI address(Setting setting, String text) {
        if (!text.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
            throw new ConfigException(setting.key() + " must be http:// or https:// and a host, without a path.");
        }
        return URI.create(text);
    }

    private static DatabaseConfig database(Settings settings, Path data) {
        int connections = settings.number(Setting.DATABASE_CONNECTIONS, 2, 1000);
        DatabaseConfig usual = DatabaseConfig.embedded(data);
        DatabaseConfig.Outside outside = settings.maybe(Setting.DATABASE_URL)
                .map(url -> new DatabaseConfig.Outside(
                        url, settings.text(Setting.DATABASE_USER), settings.text(Setting.DATABASE_PASSWORD)))
                .orElse(null);
        return new DatabaseConfig(data, usual.programs(), outside, connections);
    }
}
