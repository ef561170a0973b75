package org.chartwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.live.VisitDraft.DraftSection;
import org.chartwright.live.VisitDraft.Place;
import org.chartwright.live.VisitDraft.Sentence;
import org.chartwright.live.VisitDraft.Understood;
import org.chartwright.note.DialogueText;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.scribing.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft that grows, beside the note that is written once. */
final class GrowingVisitTest {

    private static final UUID SESSION = UUID.fromString("4d1c7a52-0f1e-4b57-9a53-0a7f6e1f2b3c");
    private static final Stages STAGES = Stages.of(new MediaDecoder(MediaLimits.DEFAULT), new ScriptedEars());
    private static final ScribeRequest REQUEST = new ScribeRequest(
            Map.of(0, Role.CLINICIAN, 1, Role.PATIENT), 2, WordRules.NONE, NoteRequest.DEFAULT, SESSION);

    /** A dialogue as a recogniser hears it: no marks, no capitals, a channel each. */
    private static List<HeardPiece> heard(String specialty) throws Exception {
        List<HeardPiece> pieces = new ArrayList<>();
        long now = 0;
        for (Turn turn : DialogueText.parse(Files.readString(Path.of("../samples/specialties/" + specialty + ".txt"))
                .replaceAll("(?m)^#.*$", ""))) {
            int channel = turn.speaker().role() == Role.CLINICIAN ? 0 : 1;
            List<Word> words = new ArrayList<>();
            long start = now;
            for (Word word : turn.words()) {
                words.add(Word.heard(word.text().toLowerCase(Locale.ROOT), new TimeSpan(now, now + 250), 0.9, channel));
                now += 300;
            }
            pieces.add(new HeardPiece(channel, start, now, Optional.of(words)));
            now += 600;
        }
        return pieces;
    }

    private static void add(GrowingVisit visit, HeardPiece piece) {
        List<Word> shown = Listening.of(new ScriptedEars(), STAGES.wording(), WordRules.NONE)
                .caption(SESSION, piece, true)
                .words();
        visit.add(piece, shown, new SpeechPiece(piece.startMillis(), piece.channel(), new short[0]));
    }

    private static Note batch(List<HeardPiece> pieces) {
        List<Word> words = pieces.stream().flatMap(piece -> piece.words().orElseThrow().stream()).toList();
        List<Turn> turns = STAGES.wording().readable(STAGES.turns().byChannel(words, REQUEST.channels()), WordRules.NONE);
        return STAGES.drafter().draft(STAGES.reader().read(turns, SESSION), NoteRequest.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cardiology", "dermatology"})
    void atTheEndTheDraftIsTheNoteOfTheSameWords(String specialty) throws Exception {
        List<HeardPiece> pieces = heard(specialty);
        try (GrowingVisit visit = new GrowingVisit(SESSION, REQUEST, STAGES)) {
            for (HeardPiece piece : pieces) {
                add(visit, piece);
                VisitDraft now = visit.now();
                assertThat(now.isLast()).isFalse();
                evidenceIsTold(now);
            }
            VisitDraft last = visit.last();
            Note note = batch(pieces);
            assertThat(last.sections().stream().map(DraftSection::name))
                    .containsExactlyElementsOf(note.sections().stream().map(Note.NoteSection::name).toList());
            for (int i = 0; i < note.sections().size(); i++) {
                assertThat(last.sections().get(i).sentences()).extracting(Sentence::text)
                        .containsExactlyElementsOf(note.sections().get(i).statements().stream()
                                .map(statement -> statement.text())
                                .toList());
            }
            assertThat(last.sections().stream().mapToInt(section -> section.sentences().size()).sum()).isPositive();
        }
    }

    private static void evidenceIsTold(VisitDraft draft) {
        for (Understood caption : draft.understood()) {
            int at = 0;
            for (VisitDraft.Part part : caption.parts()) {
                assertThat(part.from()).isEqualTo(at);
                at = part.to();
            }
        }
        Set<UUID> known = new HashSet<>();
        draft.understood().forEach(one -> known.add(one.caption()));
        for (DraftSection section : draft.sections()) {
            for (Sentence sentence : section.sentences()) {
                assertThat(sentence.evidence()).isNotEmpty().allSatisfy(place -> {
                    assertThat(known).contains(place.caption());
                    assertThat(place.to()).isGreaterThan(place.from());
                });
            }
        }
    }

    @Test
    void aSentenceThatStaysKeepsItsName() throws Exception {
        List<HeardPiece> pieces = heard("cardiology");
        try (GrowingVisit visit = new GrowingVisit(SESSION, REQUEST, STAGES)) {
            VisitDraft before = visit.now();
            for (HeardPiece piece : pieces) {
                add(visit, piece);
                VisitDraft now = visit.now();
                for (DraftSection section : before.sections()) {
                    for (Sentence old : section.sentences()) {
                        now.sections().stream()
                                .filter(same -> same.name().equals(section.name()))
                                .flatMap(same -> same.sentences().stream())
                                .filter(sentence -> sentence.text().equals(old.text()))
                                .findFirst()
                                .ifPresent(sentence -> assertThat(sentence.id()).isEqualTo(old.id()));
                    }
                }
                before = now;
            }
            List<UUID> ids = before.sections().stream().flatMap(section -> section.sentences().stream()).map(Sentence::id).toList();
            assertThat(ids).doesNotHaveDuplicates();
            List<Place> evidence = before.sections().stream()
                    .flatMap(section -> section.sentences().stream())
                    .flatMap(sentence -> sentence.evidence().stream())
                    .toList();
            assertThat(evidence).isNotEmpty();
        }
    }
}
