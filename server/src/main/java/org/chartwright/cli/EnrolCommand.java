package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.speakers.VoicePrint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a voice print of a clinician, by which voices in later recordings are named. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = "Makes a voice print of a recording in which one clinician speaks for at least 20 seconds; for"
                + " scribe --clinician-voice. Ask the clinician first, and keep the file as you keep a password.")
final class EnrolCommand implements Callable<Integer> {

    @Parameters(paramLabel = "AUDIO", description = "A recording of the clinician alone.")
    private Path audio;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the voice print goes.")
    private Path out;

    @Override
    public Integer call() throws IOException, MediaException {
        List<SpeechPiece> said = new ArrayList<>();
        try (SpeechPieces pieces = new SpeechPieces(
                new MediaDecoder(MediaLimits.DEFAULT).open(new FileSource(audio), -1), 0, Duration.ofSeconds(12))) {
            SpeechPiece piece;
            while ((piece = pieces.next()) != null) {
                said.add(piece);
            }
        }
        VoicePrint print = VoicePrint.of(said)
                .orElseThrow(() -> new BadInputException("Less than 20 seconds of speech were heard in " + audio));
        WholeFile.write(out, print.bytes());
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-------"));
        return 0;
    }
}
