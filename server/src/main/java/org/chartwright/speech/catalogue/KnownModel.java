package org.chartwright.speech.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A model that somebody publishes, as a ZIP archive of one folder.
 *
 * @param name its name, also that of its folder
 * @param engine the engine that reads it
 * @param megabytes about how much is fetched
 * @param licence as its publisher states it
 * @param source where it is fetched from
 * @param sha256 the archive's digest in hexadecimal digits; empty where the publisher gives none
 */
public record KnownModel(
        String name, String engine, int megabytes, String licence, URI source, Optional<String> sha256) {

    /** All that are known; not one of them was tried where this was written. */
    public static final List<KnownModel> ALL = List.of(
            vosk("vosk-model-small-en-us-0.15", 40),
            vosk("vosk-model-en-us-0.22-lgraph", 128),
            vosk("vosk-model-en-us-0.22", 1800));

    private static KnownModel vosk(String name, int megabytes) {
        URI source = URI.create("https://alphacephei.com/vosk/models/" + name + ".zip");
        return new KnownModel(name, "vosk", megabytes, "Apache-2.0", source, Optional.empty());
    }

    /** The one of that name. */
    public static Optional<KnownModel> named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
