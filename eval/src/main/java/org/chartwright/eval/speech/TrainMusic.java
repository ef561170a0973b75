package org.chartwright.eval.speech;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwright.eval.SharedFolder;
import org.chartwright.eval.SyntheticVoice;
import org.chartwright.eval.speech.MusicPieces.Piece;
import org.chartwright.speech.pocketsphinx.MusicLikeness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns to tell words that are found in music, machines and weather from words that were said. No held-back voice is used. */
@Command(
        name = "music",
        mixinStandardHelpOptions = true,
        description = "Learns to tell words found in music and machines from words that were said; needs flite, espeak-ng, festival, sox.")
public final class TrainMusic implements Callable<Integer> {

    private static final long SEED = 7_000_000;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--out", description = "where the weights go")
    private Path out = Path.of(
            System.getProperty("chartwright.home", "."), "server/src/main/resources/org/chartwright/speech/pocketsphinx/music.txt");

    @Option(names = "--sounds", description = "how many sounds without a voice are made (default: ${DEFAULT-VALUE})")
    private int sounds = 800;

    @Option(names = "--utterances", description = "how many sentences and answers are said (default: ${DEFAULT-VALUE})")
    private int utterances = 800;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        List<Piece> pieces;
        try (MusicPieces made = new MusicPieces(SEED)) {
            made.addSpeech(new ClinicalText(shared.path()).trainingTalk(), SyntheticVoice.TRAIN, utterances);
            made.addSounds(sounds);
            pieces = made.pieces();
        }
        MusicFit.table(pieces, terminal);
        long music = pieces.stream().filter(Piece::music).count();
        MusicLikeness fitted = MusicFit.fit(pieces, "fitted to " + music + " pieces of " + sounds + " made-up sounds and "
                + (pieces.size() - music) + " of " + utterances + " sentences of the corpora's training parts (CC BY 4.0), said by training voices, seed " + SEED);
        Files.writeString(out, fitted.written());
        terminal.print(fitted.written());
        return 0;
    }
}
