package org.chartwright.eval.speech;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Word error, recall of medical words, CPU and memory of each engine on each set of recordings. */
@Command(
        name = "speech",
        mixinStandardHelpOptions = true,
        description = "Measures recognisers on the recordings in audio-speech; needs python3 with numpy for the scorer.")
public final class EvalSpeech implements Callable<Integer> {

    private static final Map<String, List<String>> SETS = sets();
    private static final Pattern SPEAKER = Pattern.compile("(?m)^\\w+:");

    @Option(names = "--shared", description = "the shared data's folder", defaultValue = "../shared")
    private Path shared = Path.of("../shared");

    @Option(names = "--engines", split = ",", description = "which engines", defaultValue = "pocketsphinx-plain,pocketsphinx")
    private List<String> engines = List.of();

    @Option(names = "--model", description = "the model folder, for vosk")
    private Path model = Path.of("");

    @Option(names = "--sets", split = ",", description = "which sets: visit, channels, room, dictation, read,"
            + " telephone, acted; with +room, +hall, +noise20, +noise10, +telephone, +opus or +mp3 they are made worse")
    private List<String> chosen = usual();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);

    private static Map<String, List<String>> sets() {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        sets.put("visit", List.of("visit/d1_mono"));
        sets.put("channels", List.of("visit/d1_2ch"));
        sets.put("room", List.of("visit/d1_room"));
        sets.put("dictation", List.of("aws_mta1"));
        sets.put("read", List.of(
                "jfk", "librivox_0870", "librivox_0880", "lj050", "lj_0020", "sb_spk1_1", "cheetah_en", "fw_stereo_L"));
        sets.put("telephone", List.of("pya_sample"));
        sets.put("acted", List.of("canvas_sil1", "canvas_vitals1"));
        return sets;
    }

    private static List<String> usual() {
        List<String> usual = new ArrayList<>(SETS.keySet());
        for (Variant variant : Variant.values()) {
            usual.add("read+" + variant.label());
        }
        return usual;
    }

    /** What one engine did on one set. */
    private record Result(double cpuPerSecond, WordScore score) {}

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        Path audio = shared.resolve("audio-speech");
        if (!Files.isDirectory(audio)) {
            spec.commandLine().getErr().println("There is no folder " + audio + "; name the shared data with --shared.");
            return 66;
        }
        terminal.println("set            engine               words    WER %  medical recall %  CPU s/s   ratio  peak MiB");
        for (String set : chosen) {
            String[] parts = set.split("\\+", 2);
            List<String> names = SETS.getOrDefault(parts[0], List.of(parts[0]));
            Variant variant = parts.length == 1 ? null : Variant.named(parts[1]);
            double bare = Double.NaN;
            for (String engine : engines) {
                SpeechConfig config = SpeechConfig.defaults().withParallelism(1).withEngine(engine);
                if (engine.equals("vosk")) {
                    config = config.withModel(model);
                }
                try (Recognizer recognizer = Recognizers.open(config)) {
                    WorkerCost.warm(recognizer);
                    Result result = measured(recognizer, audio, names, variant);
                    bare = engine.equals("pocketsphinx-plain") ? result.cpuPerSecond() : bare;
                    terminal.printf("%-14s %-20s %5d   %6.1f  %16.1f   %6.3f  %6.2f  %8d%n",
                            set, engine, result.score().words(), 100 * result.score().errorRate(),
                            100 * result.score().recall(), result.cpuPerSecond(), result.cpuPerSecond() / bare,
                            WorkerCost.peakMebibytes());
                    terminal.flush();
                } catch (RecognitionException e) {
                    terminal.printf("%-14s %-20s %s%n", set, engine, e.getMessage());
                }
            }
        }
        return 0;
    }

    private Result measured(Recognizer recognizer, Path audio, List<String> names, @Nullable Variant variant)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        Map<String, String> references = new LinkedHashMap<>();
        Map<String, String> heard = new LinkedHashMap<>();
        Duration before = WorkerCost.cpu();
        double seconds = 0;
        for (String name : names) {
            List<Word> words = new ArrayList<>();
            seconds += hear(recognizer, audio.resolve(name + ".flac"), variant, words);
            words.sort(Comparator.comparing(Word::time));
            heard.put(name, words.stream().map(Word::text).collect(Collectors.joining(" ")));
            references.put(name, reference(audio, name));
        }
        double cpu = WorkerCost.cpu().minus(before).toMillis() / 1000.0;
        return new Result(cpu / seconds, WordScore.of(shared, references, heard));
    }

    private static String reference(Path audio, String name) throws IOException {
        String file = name.startsWith("visit/") ? name.substring(0, name.indexOf('_')) : name;
        return SPEAKER.matcher(Files.readString(audio.resolve(file + ".txt"))).replaceAll("");
    }

    private double hear(Recognizer recognizer, Path file, @Nullable Variant variant, List<Word> words)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        if (variant == null) {
            return hear(recognizer, file, words);
        }
        Path made = Files.createTempFile("variant", ".flac");
        try {
            variant.make(file, made);
            return hear(recognizer, made, words);
        } finally {
            Files.delete(made);
        }
    }

    /** The seconds of sound, all channels together. */
    private double hear(Recognizer recognizer, Path file, List<Word> words)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        FileSource source = new FileSource(file);
        double seconds = 0;
        int channels = decoder.probe(source).channels();
        for (int channel = 0; channel < channels; channel++) {
            try (SpeechPieces pieces =
                    new SpeechPieces(decoder.open(source, channel), channel, recognizer.longestPiece())) {
                SpeechPiece piece = pieces.next();
                while (piece != null) {
                    words.addAll(recognizer.recognize(piece, Hints.NONE));
                    piece = pieces.next();
                }
                seconds += pieces.read().toMillis() / 1000.0;
            }
        }
        return seconds;
    }
}
