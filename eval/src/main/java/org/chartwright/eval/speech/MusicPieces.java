package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.eval.SyntheticVoice;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.pocketsphinx.MusicEar;

/**
 * Makes pieces in which words are found, of sounds without a voice and of speech, to fit the recogniser's ear for music to
 * and to judge it by. All is cut and heard by the product's own code. The same seed gives the same pieces.
 */
final class MusicPieces implements AutoCloseable {

    /** A piece in which words were found. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Piece(double[] looks, boolean music, String maker) {}

    private static final double SECONDS = 12;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int LONGEST_TEXT = 150;

    private final MusicEar ear = MusicEar.open();
    private final long seed;
    private final List<Piece> pieces = new ArrayList<>();

    MusicPieces(long seed) throws RecognitionException {
        this.seed = seed;
    }

    /** All that were made so far. */
    List<Piece> pieces() {
        return pieces;
    }

    /** So many sounds, half of kinds that {@link Wordless} has and half drawn by lot. */
    void addSounds(int count) throws IOException, MediaException, RecognitionException {
        MadeSounds.Maker[] makers = MadeSounds.Maker.values();
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                Wordless.Kind kind = Wordless.kind(i / 2);
                add(Wordless.sound(kind, seed + i, SECONDS), true, kind.name());
            } else {
                // Bands and soloists are the more, as they deceive the most.
                MadeSounds.Maker maker = i % 4 == 1 ? makers[i / 4 % 2] : makers[i / 4 % makers.length];
                add(MadeSounds.sound(maker, seed + i, SECONDS), true, maker.name());
            }
        }
    }

    /** So many sentences and short answers by these voices, some without any melody, near, in rooms, in noise and by telephone. */
    void addSpeech(List<List<String>> talk, List<SyntheticVoice> voices, int count)
            throws IOException, InterruptedException, MediaException, RecognitionException {
        Random luck = new Random(seed);
        Surroundings surroundings = new Surroundings(seed);
        Path scratch = Files.createTempDirectory("music");
        try {
            for (int i = 0; i < count; i++) {
                SyntheticVoice voice = voices.get(luck.nextInt(voices.size()));
                if (i % 5 == 0 && voice.engine().equals("espeak-ng")) {
                    voice = voice.monotonous();
                }
                double[] said = Surroundings.doubles(voice.say(text(talk, luck, i % 2 == 0), scratch));
                Surroundings.Kind kind = Surroundings.Kind.values()[i % Surroundings.Kind.values().length];
                if (said.length > 0) {
                    add(padded(surroundings.levelled(surroundings.any(said, kind))), false, voice.voice());
                }
            }
        } finally {
            Files.deleteIfExists(scratch.resolve("words.txt"));
            Files.deleteIfExists(scratch.resolve("words.wav"));
            Files.delete(scratch);
        }
    }

    private static String text(List<List<String>> talk, Random luck, boolean shortAnswer) {
        List<String> sentence = talk.get(luck.nextInt(talk.size()));
        String text = String.join(" ", shortAnswer ? sentence.subList(0, Math.min(sentence.size(), 1 + luck.nextInt(4))) : sentence);
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** With half a second of quiet at both ends, where the cutter looks for the room's noise. */
    private static short[] padded(short[] said) {
        short[] padded = new short[said.length + SoundSketch.RATE];
        System.arraycopy(said, 0, padded, SoundSketch.RATE / 2, said.length);
        return padded;
    }

    private void add(short[] sound, boolean music, String maker) throws IOException, MediaException, RecognitionException {
        try (SpeechPieces cut = new SpeechPieces(new HeldSound(sound), 0, LONGEST)) {
            SpeechPiece piece;
            while ((piece = cut.next()) != null) {
                Optional<double[]> looks = ear.looks(piece);
                looks.ifPresent(found -> pieces.add(new Piece(found, music, maker)));
            }
        }
    }

    @Override
    public void close() {
        ear.close();
    }
}
