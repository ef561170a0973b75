package org.chartwright.eval;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A person that Debian's speech synthesisers can play: an engine, one of its voices, and a change of size. To play a
 * recording at another speed moves pitch and formants together, as a longer or shorter throat does.
 *
 * @param engine {@code flite}, {@code espeak-ng}, {@code festival}, or {@code espeak-ng-monotonous}
 * @param voice the engine's name for it
 * @param size the factor on speed, pitch and formants
 */
public record SyntheticVoice(String engine, String voice, double size) {

    private static final String SPEECH_RATE = "16000";

    private static final String MONOTONOUS = "espeak-ng-monotonous";

    /** Who plays in the training mixtures. */
    public static final List<SyntheticVoice> TRAIN = people(
            List.of("awb", "kal16"),
            List.of("m1", "m3", "f1", "f3", "Andy", "Annie", "klatt", "Lee", "john", "belinda", "grandpa", "max", "Gene"),
            List.of("kal_diphone"));

    /** Who plays in the held-back ones: nobody of the others. */
    public static final List<SyntheticVoice> HELD_BACK = people(
            List.of("rms", "slt"),
            List.of("m2", "m4", "f2", "f4", "Alex", "linda", "klatt4", "Mario", "paul", "steph", "travis", "anika"),
            List.of("ked_diphone"));

    private static List<SyntheticVoice> people(List<String> flite, List<String> espeak, List<String> festival) {
        List<SyntheticVoice> people = new ArrayList<>();
        for (double size : new double[] {1.0, 0.9, 1.12}) {
            flite.forEach(voice -> people.add(new SyntheticVoice("flite", voice, size)));
            festival.forEach(voice -> people.add(new SyntheticVoice("festival", voice, size)));
        }
        espeak.forEach(voice -> people.add(new SyntheticVoice("espeak-ng", voice, 1)));
        return people;
    }

    /** The same person without any melody; only espeak-ng's can. */
    public SyntheticVoice monotonous() {
        return new SyntheticVoice(MONOTONOUS, voice, size);
    }

    /** A name without spaces. */
    String label() {
        return engine + "-" + voice + (size == 1 ? "" : String.format(Locale.ROOT, "x%.2f", size));
    }

    /** Two of the same base sound like one person with a cold; they are not put into one recording. */
    boolean alike(SyntheticVoice other) {
        return voice.equals(other.voice);
    }

    /** Speaks: 16 kHz mono samples without silence at the ends. */
    public short[] say(String text, Path folder) throws IOException, InterruptedException {
        Path words = folder.resolve("words.txt");
        Path wave = folder.resolve("words.wav");
        Files.writeString(words, text + "\n");
        Files.deleteIfExists(wave);
        switch (engine) {
            case "flite" -> run(List.of("flite", "-voice", voice, "-f", words.toString(), "-o", wave.toString()));
            case "espeak-ng" ->
                run(List.of("espeak-ng", "-v", "en-us+" + voice, "-s", "165", "-f", words.toString(), "-w", wave + ""));
            case MONOTONOUS -> {
                Files.writeString(words, "<speak><prosody range=\"0%\">" + text.replaceAll("[<>&]", " ") + "</prosody></speak>\n");
                run(List.of("espeak-ng", "-m", "-v", "en-us+" + voice, "-s", "165", "-f", words.toString(), "-w", wave + ""));
            }
            default -> run(List.of("text2wave", "-eval", "(voice_" + voice + ")", "-o", wave + "", words.toString()));
        }
        // Without dither, which is another each time.
        byte[] raw = run(List.of(
                "sox", "-D", wave.toString(), "-r", SPEECH_RATE, "-c", "1", "-e", "signed", "-b", "16", "-t", "raw", "-",
                "gain", "-n", "-6", "speed", Double.toString(size)));
        return trimmed(samples(raw));
    }

    public static short[] samples(byte[] raw) {
        short[] samples = new short[raw.length / 2];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    public static byte[] bytes(short[] samples) {
        ByteBuffer buffer = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asShortBuffer().put(samples);
        return buffer.array();
    }

    public static byte[] run(List<String> command) throws IOException, InterruptedException {
        return run(command, new byte[0]);
    }

    /** What a tool writes when it is given that input; an error when it fails. */
    public static byte[] run(List<String> command, byte[] input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread feeder = Thread.ofVirtual().start(() -> {
            try (var out = process.getOutputStream()) {
                out.write(input);
            } catch (IOException e) {
                process.destroy();
            }
        });
        byte[] output = process.getInputStream().readAllBytes();
        feeder.join();
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed; is it installed?");
        }
        return output;
    }

    private static short[] trimmed(short[] samples) {
        int from = 0;
        int to = samples.length;
        while (from < to && Math.abs(samples[from]) < 200) {
            from++;
        }
        while (to > from && Math.abs(samples[to - 1]) < 200) {
            to--;
        }
        return java.util.Arrays.copyOfRange(samples, from, to);
    }
}
