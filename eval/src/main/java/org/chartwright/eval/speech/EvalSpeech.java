package org.chartwright.eval.speech;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartwright.audio.MediaException;
import org.chartwright.eval.SharedFolder;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Word error, medical words, speakers, CPU and memory of each engine on each set of recordings. */
@Command(
        name = "speech",
        mixinStandardHelpOptions = true,
        description = "Measures recognisers on the recordings in audio-speech; needs python3 with numpy for the scorer.")
public final class EvalSpeech implements Callable<Integer> {

    private static final Map<String, List<String>> SETS = sets();

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--engines", split = ",", description = "which engines", defaultValue = "pocketsphinx-plain,pocketsphinx")
    private List<String> engines = List.of();

    @Option(names = "--model", description = "the model folder, for vosk")
    private Path model = Path.of("");

    @Option(names = "--sets", split = ",", description = "which sets: visit, channels, room, dictation, read,"
            + " telephone, acted; with +room, +hall, +noise20, +noise10, +telephone, +opus or +mp3 they are made worse")
    private List<String> chosen = usual();

    @Option(names = "--mixtures", paramLabel = "DIR",
            description = "also the mixtures in that folder, made by eval diarization --make")
    private Path mixtures;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

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

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        Path audio = shared.resolve("audio-speech");
        if (!Files.isDirectory(audio)) {
            spec.commandLine().getErr().println("There is no folder " + audio + "; name the shared data with --shared.");
            return 66;
        }
        terminal.println("set            engine               words    WER %  medical recall %  DER %  cpWER %  CPU s/s   ratio  peak MiB");
        for (String set : chosen) {
            String[] parts = set.split("\\+", 2);
            List<Recording> recordings = new ArrayList<>();
            for (String name : SETS.getOrDefault(parts[0], List.of(parts[0]))) {
                recordings.add(Recording.shared(audio, name));
            }
            measure(terminal, set, recordings, parts.length == 1 ? null : Variant.named(parts[1]));
        }
        if (mixtures != null) {
            measure(terminal, "mixtures", Recording.mixtures(mixtures), null);
        }
        return 0;
    }

    private void measure(PrintWriter terminal, String set, List<Recording> recordings, @Nullable Variant variant)
            throws IOException, MediaException, InterruptedException {
        double bare = Double.NaN;
        for (String engine : engines) {
            SpeechConfig config = SpeechConfig.defaults().withParallelism(1).withEngine(engine);
            if (engine.equals("vosk")) {
                config = config.withModel(model);
            }
            try (Recognizer recognizer = Recognizers.open(config)) {
                WorkerCost.warm(recognizer);
                SetRun.Result result = new SetRun(recognizer, shared.path(), variant).over(recordings);
                bare = engine.equals("pocketsphinx-plain") ? result.cpuPerSecond() : bare;
                terminal.printf("%-14s %-20s %5d   %6.1f  %16.1f  %5.1f  %7.1f   %6.3f  %6.2f  %8d%n",
                        set, engine, result.score().words(), 100 * result.score().errorRate(),
                        100 * result.score().recall(), 100 * result.diarizationError(),
                        100 * result.attributedWordError(), result.cpuPerSecond(), result.cpuPerSecond() / bare,
                        result.peakMebibytes());
                terminal.flush();
            } catch (RecognitionException e) {
                terminal.printf("%-14s %-20s %s%n", set, engine, e.getMessage());
            }
        }
    }
}
