package org.chartwright.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The engine of streams, which is the usual one unless another is named. */
    static SpeechConfig ofStreams(Settings settings) {
        return settings.maybe(Setting.LIVE_ENGINE).map(entry -> entry(settings, entry)).orElseGet(() -> of(settings));
    }

    /** The engines that a job may choose by its tag, the usual one not among them. */
    static Map<String, SpeechConfig> offered(Settings settings) {
        return Stream.of(settings.text(Setting.SPEECH_ENGINES).split(",", -1))
                .filter(entry -> !entry.isBlank())
                .map(entry -> entry(settings, entry))
                .filter(config -> !config.engine().equals(settings.text(Setting.SPEECH_ENGINE)))
                .collect(Collectors.toMap(SpeechConfig::engine, config -> config, (_, last) -> last, TreeMap::new));
    }

    /** {@code name} or {@code name=folder}. */
    private static SpeechConfig entry(Settings settings, String entry) {
        String[] parts = entry.split("=", 2);
        return named(settings, parts[0].strip(), parts.length == 1 ? "" : parts[1].strip());
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
                String key = settings.secret(Setting.SPEECH_SERVER_KEY_FILE).orElse("");
                return new SpeechConfig.Server(
                        URI.create(address), settings.text(Setting.SPEECH_SERVER_MODEL), key, SERVER_TIMEOUT, SERVER_ATTEMPTS);
            } catch (IllegalArgumentException _) {
                throw new ConfigException(Setting.SPEECH_SERVER_ENDPOINT.key() + " needs an http or https address.");
            }
        });
    }

    private static Optional<CloudConfig> cloud(Settings settings) {
        String key = settings.text(Setting.SPEECH_AWS_ACCESS_KEY);
        String secret = settings.secret(Setting.SPEECH_AWS_SECRET_FILE).orElse("");
        if (key.isEmpty() != secret.isEmpty()) {
            throw new ConfigException(Setting.SPEECH_AWS_ACCESS_KEY.key() + " needs " + Setting.SPEECH_AWS_SECRET_FILE.key()
                    + ", and the other way round.");
        }
        return settings.maybe(Setting.SPEECH_AWS_BUCKET)
                .map(bucket -> new CloudConfig(
                        settings.text(Setting.SPEECH_AWS_REGION),
                        bucket,
                        new CloudConfig.Access(
                                key,
                                secret,
                                address(settings, Setting.SPEECH_AWS_ENDPOINT),
                                address(settings, Setting.SPEECH_AWS_BUCKET_ENDPOINT)),
                        CLOUD_TIMEOUT,
                        CLOUD_PAUSE));
    }

    private static @Nullable URI address(Settings settings, Setting setting) {
        return settings.maybe(setting).map(text -> ServerConfig.address(setting, text)).orElse(null);
    }
}
