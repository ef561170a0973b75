package org.chartwright.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.speakers.VoicePrints;
import org.chartwright.speakers.Voices.VoiceSpan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes mixtures of voices, tells the voices of recordings apart, and scores the result. */
@Command(
        name = "diarization",
        mixinStandardHelpOptions = true,
        description = "Who spoke when: makes mixtures with --make, or scores recordings.")
final class Diarization implements Callable<Integer> {

    private static final Duration LONGEST_PIECE = Duration.ofSeconds(12);

    private final MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--make", description = "Make the training and held-back mixtures in this folder.")
    private Path make;

    @Option(names = "--most", description = "The largest number of voices to find (default: ${DEFAULT-VALUE}).")
    private int most = 6;

    @Option(names = "--out", description = "Where the spans go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target/diarization.rttm");

    @Option(names = "--reference", description = "The true spans, as RTTM.")
    private Path reference;

    @Option(
            names = "--words",
            paramLabel = "JSONL",
            description = "The true words of mixtures: also print cpWER, which counts words given to the wrong speaker.")
    private Path words;

    @Parameters(paramLabel = "RECORDING", description = "Recordings, or folders of them with a reference.rttm.")
    private List<Path> recordings = List.of();

    @Override
    public Integer call() throws Exception {
        PrintStream screen = System.out;
        if (make != null) {
            int[] speakers = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 1, 1, 1, 4, 4, 5, 6, 2, 2, 2, 2, 2};
            new VisitMixtures(shared.path(), make.resolve("train"), false, screen).make(SyntheticVoice.TRAIN, speakers);
            new VisitMixtures(shared.path(), make.resolve("heldback"), true, screen).make(SyntheticVoice.HELD_BACK, speakers);
            return 0;
        }
        List<Path> files = new ArrayList<>();
        for (Path path : recordings) {
            if (Files.isDirectory(path)) {
                reference = path.resolve("reference.rttm");
                try (var list = Files.list(path)) {
                    list.filter(file -> file.toString().endsWith(".flac")).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        AttributedWords attributed = words == null ? null : new AttributedWords(words);
        String[] lines = new String[files.size()];
        String[] said = new String[files.size()];
        double[] seconds = new double[files.size()];
        long start = processorTime();
        IntStream.range(0, files.size()).forEach(i -> {
            List<VoiceSpan> spans = spans(files.get(i), seconds, i);
            String id = files.get(i).getFileName().toString().replaceFirst("\\.[^.]*$", "");
            lines[i] = rttm(id, spans);
            said[i] = attributed == null ? "" : attributed.line(id, spans);
        });
        double taken = (processorTime() - start) / 1e9;
        double total = Arrays.stream(seconds).sum();
        if (out.getParent() != null) {
            Files.createDirectories(out.getParent());
        }
        Files.writeString(out, String.join("", lines));
        screen.printf(Locale.ROOT, "%.0f s of sound, %.1f s of CPU (decoder apart): %.4f%n", total, taken, taken / total);
        int code = reference == null ? 0 : score(screen);
        return code != 0 || words == null ? code : cpwer(String.join("", said));
    }

    private int cpwer(String said) throws IOException, InterruptedException {
        Path heard = out.resolveSibling("diarization.jsonl");
        Files.writeString(heard, said);
        return new ProcessBuilder(
                        "python3", shared.resolve("tools/score_diarization.py") + "", "cpwer", "--ref", words + "", "--hyp",
                        heard + "")
                .inheritIO()
                .start()
                .waitFor();
    }

    private List<VoiceSpan> spans(Path file, double[] seconds, int index) {
        VoicePrints voices = new VoicePrints();
        try (SpeechPieces pieces = new SpeechPieces(decoder.open(new FileSource(file), -1), 0, LONGEST_PIECE)) {
            for (SpeechPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
                voices.observe(piece);
            }
            seconds[index] = pieces.read().toMillis() / 1000.0;
        } catch (IOException | MediaException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
        return voices.tellApart(most);
    }

    private static String rttm(String id, List<VoiceSpan> spans) {
        StringBuilder text = new StringBuilder();
        for (VoiceSpan span : spans) {
            text.append(String.format(
                    Locale.ROOT,
                    "SPEAKER %s 1 %.3f %.3f <NA> <NA> S%d <NA> <NA>%n",
                    id,
                    span.time().startMillis() / 1000.0,
                    span.time().durationMillis() / 1000.0,
                    span.voice()));
        }
        return text.toString();
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private int score(PrintStream screen) throws IOException, InterruptedException {
        for (String collar : new String[] {"0.25", "0"}) {
            List<String> command = new ArrayList<>(List.of("python3", shared.resolve("tools/score_diarization.py") + ""));
            command.addAll(List.of("der", "--ref", reference + "", "--hyp", out + "", "--collar", collar));
            if (collar.equals("0.25")) {
                command.add("--per-file");
            }
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                return code;
            }
        }
        screen.flush();
        return 0;
    }
}
