package org.chartwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import org.chartwright.encounter.Role;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.Heard;
import org.chartwright.scribing.Progress;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.SoundReport;
import org.chartwright.scribing.Stages;
import org.chartwright.speakers.VoicePrint;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that hear a file have in common. */
final class AudioOptions {

    private static final Duration REPORT_EVERY = Duration.ofSeconds(20);

    @Parameters(paramLabel = "AUDIO", description = "WAV, FLAC, MP3, MP4/M4A, Ogg, WebM or AMR, one or two channels.")
    Path audio;

    @Option(
            names = "--channels",
            split = ",",
            paramLabel = "ROLE",
            description = "Who speaks on channels 0 and 1, such as clinician,patient; without it the channels are mixed"
                    + " and voices told apart.")
    List<Role> channels = List.of();

    @Option(names = "--speakers", description = "The most voices to tell apart (default: ${DEFAULT-VALUE}).")
    int speakers = 4;

    @Option(
            names = "--clinician-voice",
            paramLabel = "FILE",
            description = "The clinician's voice print, made by the command enrol.")
    @Nullable
    Path clinicianVoice;

    @Option(names = "--engine", description = "The speech engine (default: ${DEFAULT-VALUE}).")
    String engine = "pocketsphinx";

    @Option(names = "--model", paramLabel = "DIR", description = "The folder of the engine's model, where it needs one.")
    @Nullable
    Path model;

    /** Runs the work with an open pipeline. */
    <T> T withPipeline(Work<T> work)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        SpeechConfig config = SpeechConfig.defaults().withEngine(engine).withModel(model);
        try (Recognizer recognizer = Recognizers.open(config)) {
            return work.with(Stages.of(new MediaDecoder(MediaLimits.DEFAULT), recognizer));
        }
    }

    /** Hears the file and says on {@code err} how far it has come. */
    Heard hear(Stages stages, ScribeRequest request, PrintWriter err)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        Duration[] reported = {Duration.ZERO};
        Progress progress = (stage, soFar) -> {
            if (soFar.minus(reported[0]).compareTo(REPORT_EVERY) >= 0) {
                reported[0] = soFar;
                err.printf(Locale.ROOT, "  heard %d:%02d%n", soFar.toMinutes(), soFar.toSecondsPart());
                err.flush();
            }
        };
        return new Scribe(stages).hear(new FileSource(audio), request, progress);
    }

    /** Says what was wrong with the sound and what to do about it. */
    static void warn(SoundReport sound, PrintWriter err) {
        sound.warnings().forEach(warning -> err.println("  warning: " + warning));
        err.flush();
    }

    /** The request for this file; the visit is named by the file's content, so the same file gives the same bytes. */
    ScribeRequest request(NoteRequest note) throws IOException {
        if (!Files.isReadable(audio) || Files.isDirectory(audio)) {
            throw new BadInputException(audio + " cannot be read");
        }
        return new ScribeRequest(roles(), speakers, ScribeRequest.WordRules.NONE, note, visit(), clinician());
    }

    private @Nullable VoicePrint clinician() throws IOException {
        if (clinicianVoice == null) {
            return null;
        }
        try {
            return VoicePrint.of(Files.readAllBytes(clinicianVoice));
        } catch (IOException _) {
            throw new BadInputException(clinicianVoice + " is no voice print");
        }
    }

    private Map<Integer, Role> roles() {
        if (!channels.isEmpty() && channels.size() != 2) {
            throw new BadInputException("--channels takes two roles, such as clinician,patient");
        }
        Map<Integer, Role> roles = new HashMap<>();
        for (Role role : channels) {
            roles.put(roles.size(), role);
        }
        return roles;
    }

    private UUID visit() throws IOException {
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(audio), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return UUID.nameUUIDFromBytes(((DigestInputStream) bytes).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Something done with an open pipeline. */
    @FunctionalInterface
    interface Work<T> {

        /** Does it. */
        T with(Stages stages) throws IOException, MediaException, RecognitionException, InterruptedException;
    }
}
