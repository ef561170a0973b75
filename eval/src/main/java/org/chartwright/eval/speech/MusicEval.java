package org.chartwright.eval.speech;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chartwright.eval.SharedFolder;
import org.chartwright.eval.SyntheticVoice;
import org.chartwright.eval.speech.MusicPieces.Piece;
import org.chartwright.speech.pocketsphinx.MusicLikeness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many pieces of speech are refused as music, and how much music gives words, on sounds and voices not fitted to. */
@Command(
        name = "music",
        mixinStandardHelpOptions = true,
        description = "Counts pieces of speech that are refused as music and pieces of music that are heard as words, with sounds"
                + " and voices that the judge was not fitted to; needs flite, espeak-ng, sox.")
public final class MusicEval implements Callable<Integer> {

    private static final long SEED = 8_000_000;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--sounds", description = "how many sounds without a voice are made (default: ${DEFAULT-VALUE})")
    private int sounds = 300;

    @Option(names = "--utterances", description = "how many sentences and answers are said (default: ${DEFAULT-VALUE})")
    private int utterances = 300;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        List<SyntheticVoice> voices = SyntheticVoice.HELD_BACK.stream().filter(voice -> !voice.engine().equals("festival")).toList();
        List<Piece> pieces;
        try (MusicPieces made = new MusicPieces(SEED)) {
            made.addSpeech(new ClinicalText(shared.path()).heldBackTalk(), voices, utterances);
            made.addSounds(sounds);
            pieces = made.pieces();
        }
        MusicLikeness judge = MusicLikeness.shipped();
        List<Piece> speech = pieces.stream().filter(one -> !one.music()).toList();
        List<Piece> music = pieces.stream().filter(Piece::music).toList();
        terminal.printf("%d sentences and answers, %d pieces of speech with words: %d refused%n",
                utterances, speech.size(), speech.stream().filter(one -> judge.isMusic(one.looks())).count());
        terminal.printf("%d sounds without a voice, %d pieces with words: %d not refused%n",
                sounds, music.size(), music.stream().filter(one -> !judge.isMusic(one.looks())).count());
        Map<String, Long> passed = music.stream()
                .filter(one -> !judge.isMusic(one.looks()))
                .collect(Collectors.groupingBy(Piece::maker, TreeMap::new, Collectors.counting()));
        passed.forEach((maker, count) -> terminal.printf("  %s %d%n", maker, count));
        return 0;
    }
}
