package org.chartwright.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chartwright.speech.CloudConfig;
import org.chartwright.speech.SpeechConfig;
import org.jspecify.annotations.Nullable;

/** Reads what concerns the recognisers. */
final class SpeechSettings {

    private static final Duration SERVER_TIMEOUT = Duration.ofMinutes(2);
    private static final int SERVER_ATTEMPTS = 4;
    private static final Duration CLOUD_TIMEOUT = Duration.ofMinutes(15);
    private static final Duration CLOUD_PAUSE = Duration.ofSeconds(2);

    private SpeechSettings() {}

    /** The usual engine. */
    static SpeechConfig of(Settings settings) {
        return named(settings, settings.text(Setting.SPEECH_ENGINE), settings.text(Setting.SPEECH_MODEL));
    }

    /** The engines that a job may choose by its tag, the usual one not among them; {@code name} or {@code name=folder} each. */
    static Map<String, SpeechConfig> offered(Settings settings) {
        Map<String, SpeechConfig> offered = new TreeMap<>();
        for (String entry : settings.text(Setting.SPEECH_ENGINES).split(",", -1)) {
            String[] parts = entry.strip().split("=", 2);
            if (!parts[0].isEmpty() && !parts[0].equals(settings.text(Setting.SPEECH_ENGINE))) {
                offered.put(parts[0].strip(), named(settings, parts[0].strip(), parts.length == 1 ? "" : parts[1].strip()));
            }
        }
        return offered;
    }

    private static SpeechConfig named(Settings settings, String engine, String model) {
        int workers = settings.number(Setting.SPEECH_WORKERS, 0, 256);
        SpeechConfig config = SpeechConfig.defaults().withEngine(engine);
        config = workers == 0 ? config : config.withParallelism(workers);
        Optional<SpeechConfig.Server> server = server(settings);
        config = server.isPresent() ? config.withServer(server.get()) : config;
        Optional<CloudConfig> cloud = cloud(settings);
        config = cloud.isPresent() ? config.withCloud(cloud.get()) : config;
        return model.isEmpty() ? config : config.withModel(Path.of(model));
    }

    private static Optional<SpeechConfig.Server> server(Settings settings) {
        return settings.maybe(Setting.SPEECH_SERVER_ENDPOINT).map(address -> {
            try {
                String key = settings.maybe(Setting.SPEECH_SERVER_KEY_FILE).map(SpeechSettings::secret).orElse("");
                return new SpeechConfig.Server(
                        URI.create(address), settings.text(Setting.SPEECH_SERVER_MODEL), key, SERVER_TIMEOUT, SERVER_ATTEMPTS);
            } catch (IllegalArgumentException _) {
                throw new ConfigException(Setting.SPEECH_SERVER_ENDPOINT.key() + " needs an http or https address.");
            }
        });
    }

    private static Optional<CloudConfig> cloud(Settings settings) {
        return settings.maybe(Setting.SPEECH_AWS_BUCKET)
                .map(bucket -> new CloudConfig(
                        settings.text(Setting.SPEECH_AWS_REGION),
                        bucket,
                        new CloudConfig.Access(
                                settings.text(Setting.SPEECH_AWS_ACCESS_KEY),
                                settings.text(Setting.SPEECH_AWS_SECRET_KEY),
                                address(settings, Setting.SPEECH_AWS_ENDPOINT),
                                address(settings, Setting.SPEECH_AWS_BUCKET_ENDPOINT)),
                        CLOUD_TIMEOUT,
                        CLOUD_PAUSE));
    }

    private static @Nullable URI address(Settings settings, Setting setting) {
        return settings.maybe(setting).map(text -> ServerConfig.address(setting, text)).orElse(null);
    }

    private static String secret(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException _) {
            throw new ConfigException(Setting.SPEECH_SERVER_KEY_FILE.key() + " names a file that cannot be read.");
        }
    }
}
