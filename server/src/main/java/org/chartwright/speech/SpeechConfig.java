package org.chartwright.speech;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which engine hears, and within what limits.
 *
 * @param engine the engine's short name: {@code pocketsphinx}, {@code vosk}, {@code onnx}, {@code server} or
 *     {@code aws-transcribe}
 * @param parallelism how many pieces are worked on at once, each in a process of its own
 * @param model the folder of the engine's model, or null for the engine's usual place
 * @param server where a transcription server listens; only the engine {@code server} uses it
 * @param cloud Amazon Transcribe; only the engine {@code aws-transcribe} uses it
 * @param limits what one worker process may use
 */
public record SpeechConfig(
        String engine,
        int parallelism,
        @Nullable Path model,
        @Nullable Server server,
        @Nullable CloudConfig cloud,
        Limits limits) {

    /** Checks ranges. */
    public SpeechConfig {
        if (engine.isBlank()) {
            throw new IllegalArgumentException("The engine has no name");
        }
        if (parallelism < 1 || parallelism > 256) {
            throw new IllegalArgumentException("Parallelism must be 1 to 256, not " + parallelism);
        }
    }

    /** The built-in engine, one process a core. */
    public static SpeechConfig defaults() {
        return new SpeechConfig(
                "pocketsphinx", Runtime.getRuntime().availableProcessors(), null, null, null, Limits.DEFAULTS);
    }

    /** The same with another engine. */
    public SpeechConfig withEngine(String name) {
        return new SpeechConfig(name, parallelism, model, server, cloud, limits);
    }

    /** The same with another number of processes. */
    public SpeechConfig withParallelism(int count) {
        return new SpeechConfig(engine, count, model, server, cloud, limits);
    }

    /** The same with another model folder. */
    public SpeechConfig withModel(@Nullable Path folder) {
        return new SpeechConfig(engine, parallelism, folder, server, cloud, limits);
    }

    /** The same with a transcription server. */
    public SpeechConfig withServer(Server where) {
        return new SpeechConfig(engine, parallelism, model, where, cloud, limits);
    }

    /** The same with Amazon Transcribe. */
    public SpeechConfig withCloud(CloudConfig where) {
        return new SpeechConfig(engine, parallelism, model, server, where, limits);
    }

    /** The same with other limits. */
    public SpeechConfig withLimits(Limits other) {
        return new SpeechConfig(engine, parallelism, model, server, cloud, other);
    }

    /**
     * What one worker process may use before it is killed.
     *
     * @param start the longest time to get ready, models read
     * @param pieceBase the time that every piece gets
     * @param pieceFactor the further time per second of speech
     * @param memoryMegabytes address space of the process
     * @param idle how long an unused process is kept
     */
    public record Limits(Duration start, Duration pieceBase, double pieceFactor, int memoryMegabytes, Duration idle) {

        /** For models of the built-in engine's size, on a slow and busy machine. */
        public static final Limits DEFAULTS =
                new Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), 20, 4096, Duration.ofMinutes(2));

        /** The longest that a piece of this length may take. */
        public Duration forPiece(Duration speech) {
            return pieceBase.plusMillis(Math.round(speech.toMillis() * pieceFactor));
        }
    }

    /**
     * A transcription server with OpenAI's interface, named by the operator and by nobody else.
     *
     * @param endpoint the address up to and including {@code /v1}
     * @param model the model's name there
     * @param key the bearer token, or empty
     * @param timeout the longest that one request may take
     * @param attempts how often a request is tried, at least 1
     */
    public record Server(URI endpoint, String model, String key, Duration timeout, int attempts) {

        /** Checks the address. */
        public Server {
            boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
            if (!web || endpoint.getHost() == null) {
                throw new IllegalArgumentException("The transcription server needs an http or https address");
            }
            if (attempts < 1) {
                throw new IllegalArgumentException("At least one attempt is needed");
            }
        }

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Server[" + endpoint.getHost() + ", model=" + model + "]";
        }
    }
}
