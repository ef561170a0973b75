package org.chartwright.eval.speech;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is heard where nobody speaks: it should be nothing. */
@Command(
        name = "silence",
        mixinStandardHelpOptions = true,
        description = "Hears recordings of music, machines, weather and silence and counts the words found in them.")
public final class SilenceEval implements Callable<Integer> {

    @Option(names = "--files", description = "how many (default: ${DEFAULT-VALUE})")
    private int files = 100;

    @Option(names = "--engine", description = "which engine (default: ${DEFAULT-VALUE})")
    private String engine = "pocketsphinx";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, MediaException, RecognitionException, InterruptedException {
        PrintWriter terminal = spec.commandLine().getOut();
        int all = 0;
        int loud = 0;
        try (Recognizer recognizer = Recognizers.open(SpeechConfig.defaults().withParallelism(1).withEngine(engine))) {
            for (int i = 0; i < files; i++) {
                int words = words(recognizer, Wordless.sound(i));
                if (words > 0) {
                    loud++;
                    all += words;
                    terminal.printf("%3d %-16s %d words%n", i, Wordless.kind(i), words);
                    terminal.flush();
                }
            }
        }
        terminal.printf("%d recordings, %d words in %d of them%n", files, all, loud);
        return all == 0 ? 0 : 1;
    }

    /** How many words are heard in that sound. */
    static int words(Recognizer recognizer, short[] sound)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        int words = 0;
        Duration longest = recognizer.longestPiece();
        try (SpeechPieces pieces = new SpeechPieces(new HeldSound(sound), 0, longest)) {
            SpeechPiece piece;
            while ((piece = pieces.next()) != null) {
                words += recognizer.recognize(piece, Hints.NONE).size();
            }
        }
        return words;
    }
}
