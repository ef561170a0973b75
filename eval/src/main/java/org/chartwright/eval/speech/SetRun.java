package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.speakers.TurnMaker;
import org.chartwright.speakers.VoicePrints;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.jspecify.annotations.Nullable;

/** One engine hears one set of recordings, as the product does: cut, recognised, voices told apart. */
final class SetRun {

    private static final int MOST_SPEAKERS = 4;

    private final MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
    private final TurnMaker turns = new TurnMaker();
    private final Recognizer recognizer;
    private final Path shared;
    private final @Nullable Variant variant;
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, String> heard = new LinkedHashMap<>();
    private final SpeakerScore speakers = new SpeakerScore();

    SetRun(Recognizer recognizer, Path shared, @Nullable Variant variant) {
        this.recognizer = recognizer;
        this.shared = shared;
        this.variant = variant;
    }

    /**
     * What came of it.
     *
     * @param cpuPerSecond of the worker processes for each second of each channel
     * @param peakMebibytes of memory of the worker processes
     * @param score words
     * @param diarizationError who spoke when; not a number where that is not known
     * @param attributedWordError who said what; not a number where that is not known
     */
    record Result(
            double cpuPerSecond, long peakMebibytes, WordScore score, double diarizationError, double attributedWordError) {}

    /** Hears all of them. */
    Result over(List<Recording> recordings)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        Duration before = WorkerCost.cpu();
        double seconds = 0;
        for (Recording recording : recordings) {
            seconds += hear(recording);
        }
        double cpu = WorkerCost.cpu().minus(before).toMillis() / 1000.0;
        return new Result(
                cpu / seconds, WorkerCost.peakMebibytes(), WordScore.of(shared, references, heard),
                speakers.diarizationError(shared), speakers.attributedWordError(shared));
    }

    private double hear(Recording recording)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        if (variant == null) {
            return hear(recording, recording.file());
        }
        Path made = Files.createTempFile("variant", ".flac");
        try {
            variant.make(recording.file(), made);
            return hear(recording, made);
        } finally {
            Files.delete(made);
        }
    }

    /** The seconds of sound, all channels together. */
    private double hear(Recording recording, Path file)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        FileSource source = new FileSource(file);
        List<Word> words = new ArrayList<>();
        VoicePrints voices = new VoicePrints();
        int channels = decoder.probe(source).channels();
        double seconds = 0;
        for (int channel = 0; channel < channels; channel++) {
            try (SpeechPieces pieces =
                    new SpeechPieces(decoder.open(source, channel), channel, recognizer.longestPiece())) {
                SpeechPiece piece;
                while ((piece = pieces.next()) != null) {
                    if (channels == 1) {
                        voices.observe(piece);
                    }
                    words.addAll(recognizer.recognize(piece, Hints.NONE));
                }
                seconds += pieces.read().toMillis() / 1000.0;
            }
        }
        words.sort(Comparator.comparing(Word::time));
        heard.put(recording.id(), words.stream().map(Word::text).collect(Collectors.joining(" ")));
        references.put(recording.id(), recording.text());
        if (!recording.turns().isEmpty()) {
            List<VoiceSpan> spans = channels == 1 && !words.isEmpty() ? voices.tellApart(MOST_SPEAKERS) : List.of();
            List<Turn> taken = words.isEmpty()
                    ? List.of()
                    : channels == 1
                            ? turns.byVoice(words, spans)
                            : turns.byChannel(words, Map.of(0, Role.CLINICIAN, 1, Role.PATIENT));
            speakers.add(recording.id(), recording.turns(), spans, taken);
        }
        return seconds;
    }
}
