package org.chartwright.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.wording.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code eval wording}: the synthetic visit from its plain words and times, and what a 20-minute visit costs. */
@Command(
        name = "wording",
        mixinStandardHelpOptions = true,
        description = "Makes the synthetic visit readable from its words and times; prints it, its score and the speed.")
final class EvalWording implements Callable<Integer> {

    private static final int WORDS_OF_20_MINUTES = 3_000;
    private static final int ROUNDS = 15;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter screen = spec == null ? new PrintWriter(System.out, true, StandardCharsets.UTF_8) : spec.commandLine().getOut();
        JsonNode visit = new ObjectMapper()
                .readTree(Files.readString(shared.resolve("audio-speech/visit/d1.json")))
                .path("turns");
        Wording wording = Wording.open();
        List<Turn> timed = heard(visit, true);
        wording.readable(timed).forEach(turn -> screen.println(turn.text()));
        screen.println();
        screen.println(PunctuationScore.HEADING);
        screen.println(score(visit, wording.punctuated(timed)).row("with times"));
        screen.println(score(visit, wording.punctuated(heard(visit, false))).row("without"));
        screen.printf(Locale.ROOT, "%nA visit of %,d words: %.1f ms CPU (best of %d), %.1f ms the first time%n", WORDS_OF_20_MINUTES,
                best(timed), ROUNDS, first(timed));
        screen.flush();
        return 0;
    }

    private static List<Turn> heard(JsonNode visit, boolean times) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : visit) {
            List<Word> words = new ArrayList<>();
            for (JsonNode word : turn.path("words")) {
                long start = Math.round(word.path("start").asDouble() * 1000);
                long end = Math.round(word.path("end").asDouble() * 1000);
                words.add(Word.heard(
                        word.path("w").asString(), times ? new TimeSpan(start, end) : TimeSpan.NONE, 1, 0));
            }
            turns.add(new Turn(
                    turn.path("speaker").asString().equals("doctor") ? Speaker.CLINICIAN : Speaker.PATIENT, words));
        }
        return turns;
    }

    private static PunctuationScore score(JsonNode visit, List<Turn> shown) {
        PunctuationScore score = new PunctuationScore();
        for (int i = 0; i < shown.size(); i++) {
            score.add(visit.get(i).path("text").asString(), shown.get(i).text(), true);
        }
        return score;
    }

    /** CPU time, as other work on the machine would count otherwise. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double first(List<Turn> turns) {
        long before = cpu();
        Wording.open().readable(turns);
        return (cpu() - before) / 1e6;
    }

    private static double best(List<Turn> turns) {
        List<Turn> visit = new ArrayList<>();
        for (int words = 0; words < WORDS_OF_20_MINUTES; ) {
            for (Turn turn : turns) {
                visit.add(turn);
                words += turn.words().size();
            }
        }
        Wording wording = Wording.open();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpu();
            wording.readable(visit);
            best = Math.min(best, (cpu() - before) / 1e6);
        }
        return best;
    }
}
