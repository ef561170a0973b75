package org.chartwright.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.models.Recall;
import org.chartwright.note.Draft;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.Stages;
import org.chartwright.speakers.Voices.VoiceSpan;

/**
 * A visit understood again and again while it grows. Every stage is the one that recordings go through, and recalls what it
 * computed of the part that has not changed; so the last draft is the note that a job makes of the same words. One thread.
 */
public final class GrowingVisit implements AutoCloseable {

    /** A longer turn is put into written form part by part while the visit goes on. */
    private static final int LONG_TURN = 120;

    private final ScribeRequest request;
    private final Stages stages;
    private final CaptionPlaces captions;
    private final DraftIds ids;
    private final Recall recall = new Recall();
    private final List<Word> words = new ArrayList<>();
    private final ProvisionalVoices voices;

    /** A visit of which nothing was heard yet; the session names captions and sentences. */
    public GrowingVisit(UUID session, ScribeRequest request, Stages stages) {
        this.request = request;
        this.stages = stages;
        this.captions = new CaptionPlaces(session);
        this.ids = new DraftIds(session);
        this.voices = new ProvisionalVoices(stages.voices(), request.mostSpeakers());
    }

    /** Whether voices must be told apart, for which the sound is needed. */
    public boolean needsSound() {
        return !request.byChannel();
    }

    /**
     * Adds what was heard in a stretch.
     *
     * @param shown the words as they were told
     * @param sound of the stretch, where {@link #needsSound}
     */
    public void add(HeardPiece piece, List<Word> shown, SpeechPiece sound) {
        captions.add(piece, shown);
        words.addAll(piece.words().orElse(List.of()));
        if (needsSound()) {
            voices.observe(sound);
        }
    }

    /** The draft so far. */
    public VisitDraft now() {
        return recall.during(() -> draft(voices.spans(), false));
    }

    /** The draft of the whole visit: voices are told apart in all of it, as after a recording. */
    public VisitDraft last() {
        List<VoiceSpan> spans = needsSound() && !words.isEmpty() ? voices.all() : List.of();
        return recall.during(() -> draft(spans, true));
    }

    private VisitDraft draft(List<VoiceSpan> spans, boolean isLast) {
        List<Word> ordered = new ArrayList<>(words);
        ordered.sort(Comparator.comparing(Word::time).thenComparing(Word::channel));
        List<Turn> heard = ordered.isEmpty() ? List.of() : turns(ordered, spans);
        List<Turn> turns = isLast && !heard.isEmpty() ? stages.wording().readable(heard, request.words()) : written(heard);
        if (turns.isEmpty()) {
            return draft(new Reading(List.of(), List.of(), List.of()), Draft.empty(request.note()).note(), isLast);
        }
        Reading reading = stages.reader().read(turns, request.visit(), request.note().specialty());
        Note note = stages.drafter().write(reading, request.note()).note();
        return draft(reading, note, isLast);
    }

    private VisitDraft draft(Reading reading, Note note, boolean isLast) {
        return captions.draft(reading, ids.named(captions.sections(reading, note)), note.template(), isLast);
    }

    private List<Turn> turns(List<Word> ordered, List<VoiceSpan> spans) {
        return request.byChannel()
                ? stages.turns().byChannel(ordered, request.channels())
                : stages.turns().byVoice(ordered, spans);
    }

    /** Turns in written form, each part of a turn by itself, so that a turn that is over is not written again. */
    private List<Turn> written(List<Turn> heard) {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : heard) {
            List<Word> shown = new ArrayList<>();
            for (int from = 0; from < turn.words().size(); from += LONG_TURN) {
                List<Word> part = turn.words().subList(from, Math.min(turn.words().size(), from + LONG_TURN));
                shown.addAll(Recall.of("written", List.copyOf(part), this::readable));
            }
            if (!shown.isEmpty()) {
                turns.add(new Turn(turn.speaker(), shown));
            }
        }
        return turns;
    }

    /** Who speaks makes no difference to how it is written. */
    private List<Word> readable(List<Word> part) {
        return stages.wording().readable(List.of(new Turn(Speaker.CLINICIAN, part)), request.words()).stream()
                .flatMap(turn -> turn.words().stream())
                .toList();
    }

    @Override
    public void close() {
        voices.close();
    }
}
