package org.chartwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chartwright.audio.MediaException;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.note.NoteWriter;
import org.chartwright.note.visit.PaperJson;
import org.chartwright.note.visit.VisitPapers;
import org.chartwright.scribing.Progress;
import org.chartwright.scribing.Publisher;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.ScribeResult;
import org.chartwright.speech.RecognitionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns a recording into HealthScribe's two documents and a note for people, without a server. */
@Command(
        name = "scribe",
        mixinStandardHelpOptions = true,
        description = "Turns a recording into transcript.json, summary.json, note.md, after-visit-summary.md and .json, orders.json,"
                + " report.json (what was left out) and audio-quality.json; no server needed.")
final class ScribeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final AudioOptions options = new AudioOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder for the files.")
    private Path out;

    @Mixin
    private final NoteChoices choices = new NoteChoices();

    @Override
    public Integer call() throws IOException, MediaException, RecognitionException, InterruptedException {
        ScribeRequest request = options.request(choices.request());
        ScribeResult result = options.withPipeline(stages -> new Scribe(stages)
                .understand(options.hear(stages, request, spec.commandLine().getErr()), request, Progress.NONE));
        String name = String.valueOf(options.audio.getFileName()).replaceFirst("\\.[^.]*$", "");
        Publisher.Documents documents = new HealthScribePublisher().write(name, request.visit(), result);
        WholeFile.write(out.resolve("transcript.json"), documents.transcript());
        WholeFile.write(out.resolve("summary.json"), documents.summary());
        String note = NotePrint.of(name, documents.transcript(), documents.summary());
        WholeFile.write(out.resolve("note.md"), note.getBytes(StandardCharsets.UTF_8));
        VisitPapers papers = new NoteWriter().papers(result.reading(), request.note());
        WholeFile.write(out.resolve("after-visit-summary.json"), PaperJson.bytes(PaperJson.summary(papers.summary())));
        WholeFile.write(
                out.resolve("after-visit-summary.md"),
                PaperJson.markdown(papers.summary()).getBytes(StandardCharsets.UTF_8));
        WholeFile.write(out.resolve("orders.json"), PaperJson.bytes(PaperJson.orders(papers.orders(), result.reading())));
        WholeFile.write(out.resolve("report.json"), PaperJson.bytes(
                PaperJson.report(result.draft().report(), papers.dropped(), result.reading())));
        WholeFile.write(out.resolve("audio-quality.json"), result.sound().json());
        AudioOptions.warn(result.sound(), spec.commandLine().getErr());
        return 0;
    }
}
