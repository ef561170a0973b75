package org.chartwright.eval.live;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.eval.SharedFolder;
import org.chartwright.eval.notes.Visits;
import org.chartwright.live.GrowingVisit;
import org.chartwright.live.HeardPiece;
import org.chartwright.note.DialogueText;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.scribing.Stages;
import org.chartwright.speech.LiveRecognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an update of the draft costs in visits that follow one another without end, and whether it costs more when the visit is longer. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = "CPU of each update of a draft while a long visit goes on, beside the note written anew each time.")
public final class DraftEval implements Callable<Integer> {

    private static final int BLOCK = 100;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--turns", description = "how long the visit is", defaultValue = "600")
    private int turns;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public Integer call() throws Exception {
        List<Turn> said = new ArrayList<>();
        for (Visits.Visit visit : Visits.aci(shared.path(), "train")) {
            said.addAll(DialogueText.parse(visit.dialogue()));
        }
        ScribeRequest request = new ScribeRequest(
                Map.of(0, Role.CLINICIAN, 1, Role.PATIENT), 2, WordRules.NONE, NoteRequest.DEFAULT, UUID.randomUUID());
        try (LiveRecognizer ears = LiveRecognizer.of(Recognizers.open(SpeechConfig.defaults()))) {
            Stages stages = Stages.of(new MediaDecoder(MediaLimits.DEFAULT), ears);
            grow(said, request, stages, false); // warms up
            grow(said, request, stages, true);
        }
        return 0;
    }

    private void grow(List<Turn> said, ScribeRequest request, Stages stages, boolean told) {
        List<Word> words = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        long now = 0;
        try (GrowingVisit visit = new GrowingVisit(request.visit(), request, stages)) {
            for (int i = 0; i < turns; i++) {
                Turn turn = said.get(i);
                int channel = turn.speaker().role() == Role.CLINICIAN ? 0 : 1;
                List<Word> heard = new ArrayList<>();
                long start = now;
                for (Word word : turn.words()) {
                    heard.add(Word.heard(word.text().toLowerCase(Locale.ROOT), new TimeSpan(now, now + 250), 0.9, channel));
                    now += 300;
                }
                words.addAll(heard);
                visit.add(
                        new HeardPiece(channel, start, now, Optional.of(heard)), heard,
                        new SpeechPiece(start, channel, new short[0]));
                now += 600;
                long before = threads.getCurrentThreadCpuTime();
                visit.now();
                costs.add((threads.getCurrentThreadCpuTime() - before) / 1e6);
                if (told && (i + 1) % BLOCK == 0) {
                    tell(i + 1, words.size(), costs, anew(words, request, stages));
                    costs.clear();
                }
            }
        }
    }

    private double anew(List<Word> words, ScribeRequest request, Stages stages) {
        long before = threads.getCurrentThreadCpuTime();
        List<Turn> read = stages.wording().readable(stages.turns().byChannel(words, request.channels()), request.words());
        stages.drafter().draft(stages.reader().read(read, request.visit()), request.note());
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private void tell(int turn, int words, List<Double> costs, double anew) {
        List<Double> sorted = costs.stream().sorted().toList();
        spec.commandLine().getOut().printf(
                "after %4d turns, %6d words: an update takes %.1f ms of CPU at the median, %.1f ms at p95; written anew %.1f ms%n",
                turn, words, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), anew);
    }
}
