package org.chartwright.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.chartwright.audio.AudioQuality;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.encounter.TimeSpan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How much of the time of words lies inside pieces of speech, and how much else the pieces hold. */
@Command(
        name = "pieces",
        mixinStandardHelpOptions = true,
        description = "Measures the cutting into pieces of speech: share of word time inside, and quality.")
final class PiecesEval implements Callable<Integer> {

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--longest", description = "longest piece in seconds (default: ${DEFAULT-VALUE})")
    private int longest = 12;

    @Option(names = "--folder", description = "another folder of recordings to cut, for a look")
    private Path folder;

    private final MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);

    @Override
    public Integer call() throws IOException, MediaException {
        if (folder != null) {
            look(folder);
            return 0;
        }
        Path visit = shared.resolve("audio-speech/visit");
        if (!Files.isDirectory(visit)) {
            System.err.println("There is no folder " + visit + "; name the shared data with --shared.");
            return 66;
        }
        JsonNode truth = JsonMapper.shared().readTree(Files.readString(visit.resolve("d1.json")));
        List<TimeSpan> all = words(truth, "");
        double least = Math.min(
                score(visit.resolve("d1_mono.flac"), -1, all), score(visit.resolve("d1_room.flac"), -1, all));
        least = Math.min(least, score(visit.resolve("d1_2ch.flac"), 0, words(truth, "doctor")));
        least = Math.min(least, score(visit.resolve("d1_2ch.flac"), 1, words(truth, "patient")));
        look(shared.resolve("audio-speech"));
        System.out.printf("least share of word time inside pieces: %.2f %%%n", least * 100);
        return least >= 0.995 ? 0 : 1;
    }

    private double score(Path file, int channel, List<TimeSpan> words) throws IOException, MediaException {
        List<TimeSpan> pieces = pieces(file, channel);
        long inside = 0;
        long total = 0;
        int cut = 0;
        for (TimeSpan word : words) {
            total += word.durationMillis();
            long here = pieces.stream().mapToLong(piece -> piece.overlapMillis(word)).sum();
            inside += here;
            cut += pieces.stream().noneMatch(piece -> piece.overlapMillis(word) == word.durationMillis()) ? 1 : 0;
            if (here < word.durationMillis()) {
                System.out.println("    outside by " + (word.durationMillis() - here) + " ms: " + word);
            }
        }
        System.out.printf("  %.2f %% of the word time inside, %d of %d words not whole%n", 100.0 * inside / total, cut, words.size());
        return (double) inside / total;
    }

    private List<TimeSpan> pieces(Path file, int channel) throws IOException, MediaException {
        long begin = System.nanoTime();
        List<TimeSpan> found = new ArrayList<>();
        try (SpeechPieces pieces =
                new SpeechPieces(decoder.open(new FileSource(file), channel), channel, Duration.ofSeconds(longest))) {
            SpeechPiece piece;
            while ((piece = pieces.next()) != null) {
                found.add(piece.time());
            }
            AudioQuality quality = pieces.quality();
            System.out.printf(
                    "%-60.60s %2d %7.1f s in %5d ms: %3d pieces, %4.1f %% speech, longest %d ms, level %.0f noise %.0f, clipped %.4f, to %d Hz, %s%n",
                    file.getFileName(), channel, quality.seconds(), (System.nanoTime() - begin) / 1_000_000, found.size(),
                    quality.speechRatio() * 100, found.stream().mapToLong(TimeSpan::durationMillis).max().orElse(0),
                    quality.speechLevel(), quality.noiseLevel(), quality.clippedRatio(), quality.bandwidth(), quality.warnings());
        }
        return found;
    }

    private void look(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            for (Path file : files.filter(each -> !each.toString().matches(".*\\.(txt|json|rttm|md)")).filter(Files::isRegularFile).sorted().toList()) {
                try {
                    pieces(file, -1);
                } catch (MediaException e) {
                    System.out.printf("%-60.60s %s%n", file.getFileName(), e.kind());
                }
            }
        }
    }

    private static List<TimeSpan> words(JsonNode truth, String speaker) {
        List<TimeSpan> found = new ArrayList<>();
        for (JsonNode turn : truth.get("turns")) {
            if (speaker.isEmpty() || turn.get("speaker").asString().equals(speaker)) {
                for (JsonNode word : turn.get("words")) {
                    found.add(new TimeSpan(
                            Math.round(word.get("start").asDouble() * 1000), Math.round(word.get("end").asDouble() * 1000)));
                }
            }
        }
        return found;
    }
}
