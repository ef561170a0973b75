package org.chartwright.speech.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerContract;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SoundMaker;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime itself with a small network of our own, whose words are hisses of three heights. */
final class OnnxTest extends RecognizerContract {

    private static final SpeechConfig ONNX = SpeechConfig.defaults().withEngine("onnx").withParallelism(1);
    private static final int RATE = 16_000;

    @TempDir
    private static Path model;

    private static Recognizer engine;

    @BeforeAll
    static void open() throws Exception {
        SmallNetwork.write(model, new String[] {"▁Take", "▁lisin", "opril."}, new int[][] {{52, 56}, {61, 65}, {70, 74}});
        engine = Recognizers.open(ONNX.withModel(model));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Override
    protected Recognizer recognizer() {
        return engine;
    }

    @Override
    protected Recognizer another() {
        try {
            return Recognizers.open(ONNX.withModel(model));
        } catch (RecognitionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected short[] somethingSaid() {
        short[] sound = SoundMaker.silence(3);
        hiss(sound, 0.5, 0.9, 52, 56);
        hiss(sound, 1.4, 1.7, 61, 65);
        hiss(sound, 1.7, 2.1, 70, 74);
        return sound;
    }

    @Test
    void tokensBecomeWordsAtTheirTimes() throws Exception {
        List<Word> words = words(10_000, 1, somethingSaid());
        assertThat(words).extracting(Word::text).containsExactly("take", "lisinopril");
        assertThat(words.getFirst().time().startMillis()).isCloseTo(10_500, within(120L));
        assertThat(words.getFirst().time().endMillis()).isCloseTo(10_900, within(120L));
        assertThat(words.getLast().time().startMillis()).isCloseTo(11_400, within(120L));
        assertThat(words.getLast().time().endMillis()).isCloseTo(12_100, within(120L));
        assertThat(words).allSatisfy(word -> assertThat(word.confidence()).isBetween(0.5, 1.0));
    }

    @Test
    void bandsOfAPieceGetMeanNoughtAndDeviationOne() {
        float[] energies = new MelFeatures(true).of(SoundMaker.noise(1, 0.1, 4));
        int frames = MelFeatures.frames(RATE);
        float[] band = Arrays.copyOfRange(energies, 7 * frames, 8 * frames);
        double mean = 0;
        double squares = 0;
        for (float value : band) {
            mean += value / frames;
            squares += value * value / (frames - 1);
        }
        assertThat(mean).isCloseTo(0, within(1e-4));
        assertThat(squares).isCloseTo(1, within(1e-3));
    }

    @Test
    void aToneIsLoudestInItsOwnBand() {
        // 1,000 Hz is mel 15 of Slaney's scale, and 8,000 Hz is mel 45.245: 81 steps of 0.5586 make it band 26's middle.
        float[] energies = new MelFeatures(false).of(SoundMaker.tones(1, 0.3, 1000));
        int frames = MelFeatures.frames(RATE);
        int loudest = 0;
        for (int band = 1; band < MelFeatures.BANDS; band++) {
            loudest = energies[band * frames + 50] > energies[loudest * frames + 50] ? band : loudest;
        }
        assertThat(loudest).isEqualTo(26);
    }

    @Test
    void withoutAModelItSaysWhereToGetOne(@TempDir Path empty) throws Exception {
        assertThatThrownBy(() -> Recognizers.open(ONNX)).hasMessageContaining("speech.model=");
        assertThatThrownBy(() -> Recognizers.open(ONNX.withModel(empty))).hasMessageContaining("model.int8.onnx");
        Files.writeString(empty.resolve("model.onnx"), "x");
        assertThatThrownBy(() -> Recognizers.open(ONNX.withModel(empty))).hasMessageContaining("tokens.txt");
    }

    @Test
    void aBrokenModelFailsInItsWorkerAndIsNamed(@TempDir Path broken) throws Exception {
        Files.writeString(broken.resolve("model.onnx"), "not a model");
        assertThat(failure(broken, "▁a 0\n<blk> 1\n")).contains("could not read the model", broken.toString());
        assertThat(failure(broken, "▁a 0\n")).contains("no token <blk>");
        assertThat(failure(broken, "▁a 0\n▁b 7\n")).contains("Line 2");
        Files.copy(model.resolve("model.onnx"), Files.createDirectory(broken.resolve("other")).resolve("model.onnx"));
        assertThat(failure(broken.resolve("other"), "▁a 0\n<blk> 1\n")).contains("has 2 tokens and the model 4");
    }

    private static String failure(Path folder, String tokens) throws Exception {
        Files.writeString(folder.resolve("tokens.txt"), tokens);
        try (Recognizer recognizer = Recognizers.open(ONNX.withModel(folder))) {
            recognizer.recognize(new SpeechPiece(0, 0, new short[RATE]), Hints.NONE);
            throw new AssertionError("It was read");
        } catch (RecognitionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Noise between two mel bands only: many tones of random phase. */
    private static void hiss(short[] sound, double from, double to, int lowBand, int highBand) {
        Random luck = new Random(lowBand);
        double low = hertz(lowBand + 1);
        double high = hertz(highBand + 1);
        for (double frequency = low; frequency <= high; frequency += 13) {
            double phase = luck.nextDouble() * 2 * Math.PI;
            for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
                sound[i] += (short) (150 * Math.sin(2 * Math.PI * frequency * i / RATE + phase));
            }
        }
    }

    /** The middle of a band, counted from 1, above 1,000 Hz on Slaney's scale. */
    private static double hertz(int band) {
        double highest = 15 + Math.log(8) * 27 / Math.log(6.4);
        return 1000 * Math.pow(6.4, (highest * band / (MelFeatures.BANDS + 1) - 15) / 27);
    }
}
