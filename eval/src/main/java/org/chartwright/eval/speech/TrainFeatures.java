package org.chartwright.eval.speech;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.chartwright.eval.SharedFolder;
import org.chartwright.eval.SyntheticVoice;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.pocketsphinx.FeatureMap;
import org.chartwright.speech.pocketsphinx.FrontEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Learns what rooms, noise and telephones do to the features of speech. Synthesisers say sentences of the corpora's
 * training parts; each is put into surroundings; a network learns to take them off again. No held-back voice is used.
 */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description = "Learns to take rooms, noise and telephones out of features; needs flite, espeak-ng, festival, sox.")
public final class TrainFeatures implements Callable<Integer> {

    private static final long SEED = 20261125;
    private static final int MOST_SAMPLES = 16_000 * 10;
    private static final List<Surroundings.Kind> KINDS = List.of(
            Surroundings.Kind.CLEAN, Surroundings.Kind.ROOM, Surroundings.Kind.ROOM, Surroundings.Kind.NOISE,
            Surroundings.Kind.TELEPHONE);

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--out", description = "where the weights go")
    private Path out = Path.of("server/src/main/resources/org/chartwright/speech/pocketsphinx/features.gz");

    @Option(names = "--utterances", description = "how many are said (default: ${DEFAULT-VALUE})")
    private int utterances = 480;

    @Option(names = "--rounds", description = "how often all of it is gone through (default: ${DEFAULT-VALUE})")
    private int rounds = 4;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, RecognitionException {
        PrintWriter terminal = spec.commandLine().getOut();
        List<FeaturePairs> pairs = new ArrayList<>();
        Random luck = new Random(SEED);
        Surroundings surroundings = new Surroundings(SEED);
        Path scratch = Files.createTempDirectory("features");
        List<List<String>> talk = new ClinicalText(shared.path()).trainingTalk();
        try (FrontEnd front = FrontEnd.open()) {
            for (int i = 0; i < utterances; i++) {
                SyntheticVoice voice = voice(luck);
                short[] said = voice.say(text(talk, luck), scratch);
                if (said.length < 16_000) {
                    continue;
                }
                double[] clean = Surroundings.doubles(java.util.Arrays.copyOf(said, Math.min(said.length, MOST_SAMPLES)));
                float[] wanted = front.said(Surroundings.levelled(clean, 12_000));
                for (Surroundings.Kind kind : KINDS) {
                    short[] heard = surroundings.levelled(surroundings.any(clean, kind));
                    pairs.add(new FeaturePairs(front.heard(heard), wanted));
                }
            }
        } finally {
            for (String name : List.of("words.txt", "words.wav")) {
                Files.deleteIfExists(scratch.resolve(name));
            }
            Files.delete(scratch);
        }
        terminal.printf("%d utterances, %d pairs%n", utterances, pairs.size());
        terminal.flush();
        String provenance = utterances + " sentences of ACI-Bench, MTS-Dialog and PriMock57, training parts (CC BY 4.0), said by"
                + " training voices of flite, espeak-ng and festival, in " + KINDS.size() + " surroundings each, seed " + SEED;
        FeatureMap map = new FeatureTraining(pairs, terminal).learn(rounds, provenance);
        try (OutputStream file = Files.newOutputStream(out)) {
            map.write(file);
        }
        return 0;
    }

    /** A training voice a little smaller or larger, so that there are more people than voices. */
    private static SyntheticVoice voice(Random luck) {
        SyntheticVoice voice = SyntheticVoice.TRAIN.get(luck.nextInt(SyntheticVoice.TRAIN.size()));
        return new SyntheticVoice(voice.engine(), voice.voice(), voice.size() * (0.92 + 0.18 * luck.nextDouble()));
    }

    private static String text(List<List<String>> talk, Random luck) {
        StringBuilder text = new StringBuilder();
        int wanted = 70 + luck.nextInt(80);
        while (text.length() < wanted) {
            text.append(String.join(" ", talk.get(luck.nextInt(talk.size())))).append(". ");
        }
        return text.substring(0, Math.min(text.length(), 170));
    }
}
