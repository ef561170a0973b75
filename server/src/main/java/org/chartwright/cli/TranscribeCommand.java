package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwright.audio.MediaException;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.Heard;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.SoundReport;
import org.chartwright.scribing.Stages;
import org.chartwright.speech.RecognitionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;

/** Writes the words of a recording as they were heard: lower case, numbers spelled, each with its speaker. */
@Command(
        name = "transcribe",
        mixinStandardHelpOptions = true,
        description = "Writes the words of a recording as heard, with times, confidence, speaker and channel.")
final class TranscribeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final AudioOptions options = new AudioOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the JSON.")
    private Path out;

    @Override
    public Integer call() throws IOException, MediaException, RecognitionException, InterruptedException {
        ScribeRequest request = options.request(NoteRequest.DEFAULT);
        List<Turn> turns = options.withPipeline(stages -> turns(stages, request));
        List<ShownWord> words = new ArrayList<>();
        for (Turn turn : turns) {
            for (Word word : turn.words()) {
                words.add(ShownWord.of(word, turn.speaker().label()));
            }
        }
        words.sort(Comparator.comparingDouble(ShownWord::start));
        WholeFile.write(out, new ObjectMapper().writeValueAsBytes(new Words(words)));
        return 0;
    }

    private List<Turn> turns(Stages stages, ScribeRequest request)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        Heard heard = options.hear(stages, request, spec.commandLine().getErr());
        AudioOptions.warn(SoundReport.of(heard), spec.commandLine().getErr());
        if (heard.words().isEmpty()) {
            return List.of();
        }
        return request.byChannel()
                ? stages.turns().byChannel(heard.words(), request.channels())
                : stages.turns().byVoice(heard.words(), heard.voices());
    }

    private record Words(List<ShownWord> words) {}

    private record ShownWord(String text, double start, double end, double confidence, String speaker, int channel) {

        static ShownWord of(Word word, String speaker) {
            return new ShownWord(
                    word.text(),
                    word.time().startMillis() / 1000.0,
                    word.time().endMillis() / 1000.0,
                    Math.round(word.confidence() * 1000) / 1000.0,
                    speaker,
                    word.channel());
        }

        @Override
        public String toString() {
            return "ShownWord[" + start + "]";
        }
    }
}
