package org.chartwright.eval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.MediaSource;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.Progress;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.ScribeResult;
import org.chartwright.scribing.Stages;
import org.chartwright.speech.Hints;
import org.chartwright.speech.Recognizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows that memory does not grow with a recording's length beyond its words: the real decoder, cutter, voices, readers and
 * writers over hours of synthetic speech-like sound. The engine is replaced by one that gives words at a talker's pace, because
 * it lives in other processes and would take hours.
 */
@Command(
        name = "length",
        mixinStandardHelpOptions = true,
        description = "Scribes recordings of growing length and prints the peak of live memory and the CPU time.")
final class LengthEval implements Callable<Integer> {

    @Option(names = "--speech", required = true, description = "A 16 kHz mono WAV of speech, repeated to each length.")
    Path speech;

    @Option(names = "--minutes", split = ",", description = "Which lengths (default: ${DEFAULT-VALUE}).")
    List<Integer> minutes = List.of(15, 60, 120);

    @Override
    public Integer call() throws Exception {
        byte[] wav = Files.readAllBytes(speech);
        byte[] sound = Arrays.copyOfRange(wav, 44, wav.length - wav.length % 2);
        System.out.println("minutes  words  turns  peak live heap  after           CPU of this process");
        for (int length : minutes) {
            measure(sound, length);
        }
        return 0;
    }

    private static void measure(byte[] sound, int minutes) throws Exception {
        System.gc();
        long cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        Talker talker = new Talker();
        Scribe scribe = new Scribe(Stages.of(new MediaDecoder(MediaLimits.DEFAULT), talker));
        long[] peak = {0};
        long[] next = {0};
        ScribeResult result = scribe.scribe(
                repeated(sound, minutes),
                ScribeRequest.oneMicrophone(NoteRequest.DEFAULT, new UUID(1, minutes)),
                (stage, heard) -> {
                    if (heard.toMillis() >= next[0] || stage != Progress.Stage.HEARING) {
                        next[0] = heard.toMillis() + 120_000;
                        peak[0] = Math.max(peak[0], live());
                    }
                });
        long used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() - cpu;
        int words = result.turns().stream().mapToInt(turn -> turn.words().size()).sum();
        System.out.printf(Locale.ROOT, "%7d %6d %6d  %8.1f MB     %8.1f MB     %8.1f s (%.2f %% of real time)%n", minutes,
                words, result.turns().size(), peak[0] / 1e6, live() / 1e6, used / 1e3, used / 600.0 / minutes);
    }

    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static MediaSource repeated(byte[] sound, int minutes) {
        int times = (int) Math.ceilDiv(minutes * 60L * 32_000, sound.length);
        byte[] header = header((long) times * sound.length);
        return new MediaSource() {
            @Override
            public long size() {
                return header.length + (long) times * sound.length;
            }

            @Override
            public InputStream open(long offset) throws IOException {
                List<InputStream> parts = new ArrayList<>(List.of(new ByteArrayInputStream(header)));
                for (int i = 0; i < times; i++) {
                    parts.add(new ByteArrayInputStream(sound));
                }
                InputStream whole = new SequenceInputStream(Collections.enumeration(parts));
                whole.skipNBytes(offset);
                return whole;
            }
        };
    }

    private static byte[] header(long bytes) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (36 + bytes))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(AudioStream.sampleRate())
                .putInt(2 * AudioStream.sampleRate())
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) bytes)
                .array();
    }

    /** Says two and a half words a second, whatever it hears. */
    private static final class Talker implements Recognizer {

        private static final List<String> SAYS = List.of(
                "i", "have", "had", "pain", "in", "my", "left", "knee", "for", "two", "weeks", "and", "it", "hurts");

        @Override
        public String engine() {
            return "talker";
        }

        @Override
        public Duration longestPiece() {
            return Duration.ofSeconds(20);
        }

        @Override
        public int parallelism() {
            return 2;
        }

        @Override
        public List<Word> recognize(SpeechPiece piece, Hints hints) {
            List<Word> words = new ArrayList<>();
            for (long time = piece.time().startMillis(); time + 400 <= piece.time().endMillis(); time += 400) {
                words.add(Word.heard(
                        SAYS.get((int) (time / 400 % SAYS.size())), new TimeSpan(time, time + 300), 0.9, piece.channel()));
            }
            return words;
        }

        @Override
        public void close() {}
    }
}
