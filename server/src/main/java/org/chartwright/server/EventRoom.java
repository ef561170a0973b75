package org.chartwright.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.database.Database;
import org.chartwright.events.HttpPost;
import org.chartwright.events.Sender;
import org.chartwright.events.TargetRules;
import org.chartwright.events.WebhookKey;

/** Opens what tells others of jobs and streams, as configured. */
public final class EventRoom {

    private EventRoom() {}

    static Sender sender(ServerConfig config, Database database, Clock clock) {
        return new Sender(database.jdbi(), clock, new HttpPost(rules(config)), key(config), config.region());
    }

    /** Where events may go. */
    public static TargetRules rules(ServerConfig config) {
        return trusting(config.settings(), Setting.EVENTS_TRUSTED_HOSTS);
    }

    /** The public internet, and the hosts that the setting names. */
    static TargetRules trusting(Settings settings, Setting hosts) {
        return new TargetRules(Stream.of(settings.text(hosts).split(",", -1))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** What webhooks' secrets are derived from. */
    public static WebhookKey key(ServerConfig config) {
        try {
            return WebhookKey.open(config.data().resolve("webhook.key"), new SecureRandom());
        } catch (IOException e) {
            throw new ConfigException("The key of the webhooks cannot be used. " + e.getMessage());
        }
    }
}
