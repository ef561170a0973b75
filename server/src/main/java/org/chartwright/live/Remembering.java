package org.chartwright.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audio.AudioQuality;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.live.log.SessionLog;
import org.chartwright.scribing.Heard;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.Stages;
import org.chartwright.scribing.StreamedVisits;
import org.chartwright.speakers.Voices;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;

/** Reads back what was heard of a session, and listens to its voices, for the job that follows its end. Any thread. */
public final class Remembering implements StreamedVisits {

    private static final int SAMPLES_PER_MILLI = 16;

    private final Path folder;
    private final Sealing sealing;
    private final Stages stages;

    /** Of the sessions in that folder. */
    public Remembering(Path folder, Sealing sealing, Stages stages) {
        this.folder = folder;
        this.sealing = sealing;
        this.stages = stages;
    }

    @Override
    public Heard hear(TenantId tenant, UUID session, ScribeRequest request)
            throws IOException, RecognitionException, InterruptedException {
        int channels = request.byChannel() ? request.channels().size() : 1;
        Hints hints = Scribe.hints(request.words().vocabulary(), request.note().specialty());
        Voices voices = stages.voices().get();
        if (request.clinician() != null) {
            voices.expect(request.clinician());
        }
        List<Word> words = new ArrayList<>();
        try (SessionLog log = SessionLog.read(
                SessionFolder.log(folder, tenant, session), sealing.of(tenant, session), channels)) {
            List<HeardPiece> pieces = new ArrayList<>();
            for (byte[] note : log.notes()) {
                pieces.add(HeardPiece.unpacked(note));
            }
            pieces.sort(Comparator.comparing(HeardPiece::startMillis).thenComparing(HeardPiece::channel));
            for (HeardPiece piece : pieces) {
                SpeechPiece sound = sound(log, piece);
                if (!request.byChannel()) {
                    voices.observe(sound);
                }
                Optional<List<Word>> heard = piece.words();
                words.addAll(heard.isPresent() ? heard.get() : stages.recognizer().recognize(sound, hints));
            }
            words.sort(Comparator.comparing(Word::time).thenComparing(Word::channel));
            Duration length = Duration.ofMillis(log.frames() / SAMPLES_PER_MILLI);
            boolean alone = request.byChannel() || words.isEmpty();
            List<AudioQuality> sound = new ArrayList<>();
            for (int channel = 0; channel < channels; channel++) {
                sound.add(LoggedSound.quality(log, channel));
            }
            return new Heard(length, words, alone ? List.of() : voices.tellApart(request.mostSpeakers()), sound);
        }
    }

    private static SpeechPiece sound(SessionLog log, HeardPiece piece) throws IOException {
        int count = (int) ((piece.endMillis() - piece.startMillis()) * SAMPLES_PER_MILLI);
        return new SpeechPiece(
                piece.startMillis(),
                piece.channel(),
                log.samples(piece.channel(), piece.startMillis() * SAMPLES_PER_MILLI, count));
    }
}
