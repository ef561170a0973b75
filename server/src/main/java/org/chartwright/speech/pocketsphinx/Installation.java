package org.chartwright.speech.pocketsphinx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;

/**
 * Where the US English model lies.
 *
 * @param acoustics the folder of the acoustic model
 * @param dictionary the pronouncing dictionary
 * @param language the generic language model
 */
record Installation(Path acoustics, Path dictionary, Path language) {

    private static final List<Path> USUAL = List.of(
            Path.of("/usr/share/pocketsphinx/model/en-us"), Path.of("/usr/local/share/pocketsphinx/model/en-us"));

    /** Finds the model in that folder, or in the usual ones. */
    static Installation find(@Nullable Path named) throws RecognitionException {
        for (Path folder : named == null ? USUAL : List.of(named)) {
            Installation found = new Installation(
                    folder.resolve("en-us"), folder.resolve("cmudict-en-us.dict"), folder.resolve("en-us.lm.bin"));
            if (Files.isRegularFile(found.acoustics().resolve("mdef"))
                    && Files.isReadable(found.dictionary())
                    && Files.isReadable(found.language())) {
                return found;
            }
        }
        throw new RecognitionException("PocketSphinx's US English model was not found in "
                + (named == null ? "its usual place; install it with \"apt-get install pocketsphinx-en-us\"" : named));
    }

    /** The words of the dictionary; a fresh set that the caller may change. */
    Set<String> words() throws RecognitionException {
        try (Stream<String> lines = Files.lines(dictionary, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException | UncheckedIOException e) {
            throw new RecognitionException("PocketSphinx's dictionary could not be read", e);
        }
    }
}
