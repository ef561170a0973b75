package org.chartwright.scribing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartwright.audio.AudioQuality;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaSource;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.note.Draft;
import org.chartwright.note.visit.VisitPapers;
import org.chartwright.scribing.Progress.Stage;
import org.chartwright.scribing.Progress.Step;
import org.chartwright.speakers.Voices;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.chartwright.specialties.Guide;
import org.chartwright.specialties.Specialty;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;

/**
 * The pipeline: a recording becomes a transcript and a note. Keeps nothing between recordings and needs no database; any
 * number of threads. Memory does not grow with the recording beyond its words and the features of its voices.
 */
public final class Scribe {

    private static final Pattern ACRONYM = Pattern.compile("\\b[A-Z]{2,5}\\b");

    private final Stages stages;

    /** A pipeline of those stages, which stay the caller's to close. */
    public Scribe(Stages stages) {
        this.stages = stages;
    }

    /** The name of the engine that hears. */
    String engine() {
        return stages.recognizer().engine();
    }

    /** Does it all; see {@link #hear} for what can go wrong. */
    public ScribeResult scribe(MediaSource media, ScribeRequest request, Progress progress)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        return understand(hear(media, request, progress), request, progress);
    }

    /**
     * The long half: measures the recording, then listens to the whole of it once for each channel. Measuring decodes once
     * more, which costs about a hundredth of the recognition and saves all of it when the recording is refused.
     *
     * @throws MediaException when the recording is not what it should be; another attempt will not help
     * @throws IOException when it cannot be read now
     * @throws RecognitionException when the engine could not do it
     */
    public Heard hear(MediaSource media, ScribeRequest request, Progress progress)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        Hints hints = hints(request.words().vocabulary(), request.note().specialty());
        try (var _ = progress.begin(Step.DECODE)) {
            var _ = stages.sound().measure(media);
        }
        if (request.byChannel()) {
            return hearChannels(media, request, hints, progress);
        }
        Voices voices = stages.voices().get();
        if (request.clinician() != null) {
            voices.expect(request.clinician());
        }
        Listening listening = new Listening(stages, hints, progress);
        List<Word> words = listening.listen(media, -1, piece -> {
            try (var _ = progress.begin(Step.SPEAKERS)) {
                voices.observe(piece);
            }
        });
        try (var _ = progress.begin(Step.SPEAKERS)) {
            List<VoiceSpan> spans = words.isEmpty() ? List.of() : voices.tellApart(request.mostSpeakers());
            return new Heard(listening.length(), words, spans, List.of(listening.quality()));
        }
    }

    private Heard hearChannels(MediaSource media, ScribeRequest request, Hints hints, Progress progress)
            throws IOException, MediaException, RecognitionException, InterruptedException {
        int channels = stages.sound().probe(media).channels();
        if (channels != request.channels().size()) {
            throw new MediaException(
                    MediaException.Kind.BAD_CHANNELS,
                    "The recording has " + channels + (channels == 1 ? " channel" : " channels") + ", but "
                            + request.channels().size() + " were named.");
        }
        List<Word> words = new ArrayList<>();
        List<AudioQuality> sound = new ArrayList<>();
        Duration length = Duration.ZERO;
        for (int channel : request.channels().keySet()) {
            Listening listening = new Listening(stages, hints, progress);
            words.addAll(listening.listen(media, channel, piece -> {}));
            sound.add(listening.quality());
            length = listening.length().compareTo(length) > 0 ? listening.length() : length;
        }
        words.sort(Comparator.comparing(Word::time).thenComparing(Word::channel));
        return new Heard(length, words, List.of(), sound);
    }

    /** The short half: needs no sound. Where nothing was heard, nothing is written. */
    public ScribeResult understand(Heard heard, ScribeRequest request, Progress progress) {
        progress.reached(Stage.WORDING, heard.length());
        List<Turn> turns = heard.words().isEmpty() ? List.of() : turns(heard, request, progress);
        if (turns.isEmpty()) {
            Reading nothing = new Reading(List.of(), List.of(), List.of());
            return new ScribeResult(heard.length(), turns, nothing, Draft.empty(request.note()), SoundReport.of(heard));
        }
        progress.reached(Stage.READING, heard.length());
        Reading reading;
        try (var _ = progress.begin(Step.UNDERSTAND)) {
            reading = stages.reader().read(turns, request.visit(), request.note().specialty());
        }
        progress.reached(Stage.DRAFTING, heard.length());
        try (var _ = progress.begin(Step.NOTE)) {
            return new ScribeResult(
                    heard.length(), turns, reading, stages.drafter().write(reading, request.note()), SoundReport.of(heard));
        }
    }

    /** What a visit leaves behind beside its note. */
    public VisitPapers papers(ScribeResult result, ScribeRequest request) {
        return stages.drafter().papers(result.reading(), request.note());
    }

    private List<Turn> turns(Heard heard, ScribeRequest request, Progress progress) {
        List<Turn> turns;
        try (var _ = progress.begin(Step.SPEAKERS)) {
            turns = request.byChannel()
                    ? stages.turns().byChannel(heard.words(), request.channels())
                    : stages.turns().byVoice(heard.words(), heard.voices());
        }
        try (var _ = progress.begin(Step.WORDING)) {
            return stages.wording().readable(turns, request.words());
        }
    }

    /** Phrases as an engine wants them, the user's own before the specialty's; letters of an acronym are said one by one. */
    public static Hints hints(List<VocabularyEntry> vocabulary, Specialty specialty) {
        Stream<Hints.Phrase> own = vocabulary.stream()
                .map(entry -> new Hints.Phrase(spoken(entry.phrase()), entry.soundsLike(), entry.ipa()));
        Stream<Hints.Phrase> expected =
                Guide.of(specialty).hints().stream().map(phrase -> new Hints.Phrase(spoken(lettered(phrase)), "", ""));
        return new Hints(Stream.concat(own, expected)
                .filter(phrase -> !phrase.text().isEmpty())
                .toList());
    }

    /** {@code MRI brain} → {@code M.R.I. brain}. */
    private static String lettered(String phrase) {
        return ACRONYM.matcher(phrase).replaceAll(found -> String.join(".", found.group().split("")) + ".");
    }

    /** {@code Los-Angeles} → {@code los angeles}; {@code A.B.C.-s} → {@code a b c s}. */
    static String spoken(String phrase) {
        return phrase.toLowerCase(Locale.ROOT).replaceAll("[.\\-\\s]+", " ").strip();
    }
}
