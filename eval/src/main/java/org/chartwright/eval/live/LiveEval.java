package org.chartwright.eval.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.LiveSpeech;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.encounter.Word;
import org.chartwright.eval.SharedFolder;
import org.chartwright.eval.speech.WordScore;
import org.chartwright.speech.Hints;
import org.chartwright.speech.LiveRecognizer;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Words heard live beside the same heard as a recording, and how long they take: one stream at the pace of speech, on a core
 * of its own.
 */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = "Word error live and as a recording, and the delay of captions; needs python3 with numpy for the scorer.")
public final class LiveEval implements Callable<Integer> {

    private static final Pattern SPEAKER = Pattern.compile("(?m)^\\w+:");
    private static final int CHUNK = 1600;
    private static final int STEP = 3200;
    private static final Duration LONGEST = Duration.ofSeconds(8);

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--clips", split = ",", description = "which recordings", defaultValue =
            "aws_mta1,jfk,librivox_0870,librivox_0880,lj050,lj_0020,sb_spk1_1,cheetah_en,canvas_sil1,canvas_vitals1")
    private List<String> clips = List.of();

    @Option(names = "--each", description = "tell the delay of each stretch")
    private boolean each;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
    private final List<Double> guesses = new ArrayList<>();
    private final List<Double> finals = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        Path audio = shared.resolve("audio-speech");
        if (!Files.isDirectory(audio)) {
            spec.commandLine().getErr().println("There is no folder " + audio + "; name the shared data with --shared.");
            return 66;
        }
        Map<String, String> references = new LinkedHashMap<>();
        Map<String, String> live = new LinkedHashMap<>();
        Map<String, String> recorded = new LinkedHashMap<>();
        try (LiveRecognizer recognizer =
                LiveRecognizer.of(Recognizers.open(SpeechConfig.defaults().withParallelism(1)))) {
            recognizer.recognize(new SpeechPiece(0, 0, new short[AudioStream.sampleRate()]), Hints.NONE);
            for (String clip : clips) {
                short[] sound = sound(audio.resolve(clip + ".flac"));
                references.put(clip, reference(audio, clip));
                recorded.put(clip, text(recorded(recognizer, audio.resolve(clip + ".flac"))));
                live.put(clip, text(live(recognizer, sound)));
            }
        }
        terminal.printf("word error: live %.1f %%, as a recording %.1f %%%n",
                100 * WordScore.of(shared.path(), references, live).errorRate(),
                100 * WordScore.of(shared.path(), references, recorded).errorRate());
        terminal.printf("delay of a guess after the oldest sound that is new in it: p50 %.2f s, p95 %.2f s (%d guesses)%n",
                percentile(guesses, 50), percentile(guesses, 95), guesses.size());
        terminal.printf("delay of final words after the pause that ends them: p50 %.2f s, p95 %.2f s (%d stretches)%n",
                percentile(finals, 50), percentile(finals, 95), finals.size());
        return 0;
    }

    private short[] sound(Path file) throws IOException, MediaException {
        short[] all = {};
        try (AudioStream stream = decoder.open(new FileSource(file), -1)) {
            short[] buffer = new short[1 << 16];
            int count;
            while ((count = stream.read(buffer, 0, buffer.length)) >= 0) {
                int before = all.length;
                all = Arrays.copyOf(all, before + count);
                System.arraycopy(buffer, 0, all, before, count);
            }
        }
        return all;
    }

    private List<Word> recorded(LiveRecognizer recognizer, Path file)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        List<Word> words = new ArrayList<>();
        try (SpeechPieces pieces =
                new SpeechPieces(decoder.open(new FileSource(file), -1), 0, recognizer.longestPiece())) {
            SpeechPiece piece = pieces.next();
            while (piece != null) {
                words.addAll(recognizer.recognize(piece, Hints.NONE));
                piece = pieces.next();
            }
        }
        return words;
    }

    /** The processor's time that this thread and the recogniser had: on a core of their own they take as long. */
    private static long busyNanos() {
        long ours = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return ours + ProcessHandle.current().descendants()
                .mapToLong(process -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }

    /**
     * Plays the recording against a clock that stands still while nothing is computed: sound arrives at its own time, and
     * whoever is busy takes it later. So a slow machine is told as it is, a busy one as if it were not, and a test of hours
     * takes no hours.
     */
    private List<Word> live(LiveRecognizer recognizer, short[] sound)
            throws RecognitionException, InterruptedException {
        LiveSpeech speech = new LiveSpeech(0, 0, LONGEST);
        List<Word> words = new ArrayList<>();
        LiveRecognizer.Utterance open = null;
        short[] waiting = {};
        long from = 0;
        double now = 0;
        for (int at = 0; at <= sound.length; at += CHUNK) {
            int count = Math.min(CHUNK, sound.length - at);
            double arrival = (at + count) / 16_000.0;
            now = Math.max(now, arrival);
            List<LiveSpeech.Event> events = new ArrayList<>(speech.add(sound, at, count));
            if (at + CHUNK > sound.length) {
                events.addAll(speech.end());
            }
            for (LiveSpeech.Event event : events) {
                switch (event) {
                    case LiveSpeech.Event.Growing growing -> {
                        if (growing.begins()) {
                            waiting = new short[0];
                        }
                        from = waiting.length == 0 ? growing.more().startMillis() : from;
                        int before = waiting.length;
                        waiting = Arrays.copyOf(waiting, before + growing.more().samples().length);
                        System.arraycopy(
                                growing.more().samples(), 0, waiting, before, growing.more().samples().length);
                    }
                    case LiveSpeech.Event.Ended ended -> {
                        long start = busyNanos();
                        LiveRecognizer.Utterance last = open == null ? recognizer.listen(Hints.NONE) : open;
                        words.addAll(last.end(ended.whole()));
                        last.close();
                        open = null;
                        waiting = new short[0];
                        now += (busyNanos() - start) / 1e9;
                        finals.add(now - arrival);
                        if (each) {
                            spec.commandLine().getOut().printf("a stretch of %.1f s: %.2f s after it (%.2f s to hear it)%n",
                                    ended.whole().time().durationMillis() / 1000.0, now - arrival,
                                    (busyNanos() - start) / 1e9);
                        }
                    }
                    case LiveSpeech.Event.Withdrawn _ -> {
                        if (open != null) {
                            open.close();
                        }
                        open = null;
                        waiting = new short[0];
                    }
                }
            }
            if (waiting.length >= STEP) {
                long start = busyNanos();
                open = open == null ? recognizer.listen(Hints.NONE) : open;
                open.along(new SpeechPiece(from, 0, waiting));
                now += (busyNanos() - start) / 1e9;
                // Counted from its oldest sound: a word may have ended just there.
                guesses.add(now - from / 1000.0);
                waiting = new short[0];
            }
        }
        if (open != null) {
            open.close();
        }
        return words;
    }

    private static String reference(Path audio, String name) throws IOException {
        String file = name.startsWith("visit/") ? name.substring(0, name.indexOf('_')) : name;
        return SPEAKER.matcher(Files.readString(audio.resolve(file + ".txt"))).replaceAll("");
    }

    private static String text(List<Word> words) {
        return words.stream()
                .sorted(Comparator.comparing(Word::time))
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
