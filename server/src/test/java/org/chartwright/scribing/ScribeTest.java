package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.note.NoteRequest;
import org.chartwright.specialties.Specialty;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.junit.jupiter.api.Test;

final class ScribeTest {

    private static final UUID VISIT = new UUID(7, 8);
    private static final ScribeRequest PLAIN = ScribeRequest.oneMicrophone(NoteRequest.DEFAULT, VISIT);

    @Test
    void whatEachStepTakesIsKnown() throws Exception {
        StageTimes times = new StageTimes(Clock.systemUTC());
        new Scribe(new Scripted().stages()).scribe(
                Scripted.recording("what brings you in\nmy knee hurts\n"), PLAIN, times);
        assertThat(times.spent()).extracting(StageTimes.Spent::step).containsExactlyInAnyOrder(
                Progress.Step.DECODE, Progress.Step.RECOGNISE, Progress.Step.SPEAKERS, Progress.Step.WORDING,
                Progress.Step.UNDERSTAND, Progress.Step.NOTE);
        assertThat(times.spent()).allSatisfy(one -> {
            assertThat(one.to()).isAfterOrEqualTo(one.from());
            assertThat(one.busy()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    @Test
    void aRecordingBecomesTurnsSegmentsAndANoteAlwaysTheSame() throws Exception {
        Scribe scribe = new Scribe(new Scripted().stages());
        ScribeResult first = scribe.scribe(
                Scripted.recording("what brings you in\nmy knee hurts\n"), PLAIN, Progress.NONE);
        ScribeResult second = scribe.scribe(
                Scripted.recording("what brings you in\nmy knee hurts\n"), PLAIN, Progress.NONE);
        assertThat(first.turns()).extracting(Turn::text).containsExactly("what brings you in", "my knee hurts");
        assertThat(first.reading().segments()).isNotEmpty();
        assertThat(first).isEqualTo(second);
        assertThat(first.toString()).doesNotContain("knee");
    }

    @Test
    void silenceGivesNoWordsNoSegmentsAndEveryEmptySection() throws Exception {
        ScribeResult result = new Scribe(new Scripted().stages()).scribe(Scripted.recording("\n\n"), PLAIN, Progress.NONE);
        assertThat(result.turns()).isEmpty();
        assertThat(result.reading().segments()).isEmpty();
        assertThat(result.note().sections()).hasSize(10).allMatch(section -> section.statements().isEmpty());
    }

    @Test
    void whatIsTooLongIsRefusedBeforeAnyOfItIsHeard() {
        Scripted scripted = new Scripted();
        assertThatThrownBy(() -> new Scribe(scripted.stages())
                        .hear(Scripted.recording("LONG story\nvery\n"), PLAIN, Progress.NONE))
                .isInstanceOfSatisfying(MediaException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(MediaException.Kind.TOO_LONG));
        assertThat(scripted.calls).hasValue(0);
    }

    @Test
    void wordsKeepTheirOrderAndOnlyAsManyPiecesAsTheEngineTakesAreInHand() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("word").append(i).append('\n');
        }
        Scripted slowAtFirst = new Scripted() {
            @Override
            List<Word> hear(String line, SpeechPiece piece) throws RecognitionException, InterruptedException {
                Thread.sleep(line.hashCode() % 3 == 0 ? 3 : 0);
                return super.hear(line, piece);
            }
        };
        List<Duration> lengths = new ArrayList<>();
        Heard heard = new Scribe(slowAtFirst.stages())
                .hear(Scripted.recording(text.toString()), PLAIN, (stage, length) -> lengths.add(length));
        assertThat(heard.words()).hasSize(200).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
        assertThat(heard.words().get(137).text()).isEqualTo("word137");
        assertThat(slowAtFirst.mostAtOnce.get()).isBetween(1, 2);
        assertThat(lengths).isSorted().hasSize(200);
    }

    @Test
    void eachChannelIsHeardOnceAndTheirWordsAreMerged() throws Exception {
        Scripted two = new Scripted();
        two.channels = 2;
        ScribeRequest request = new ScribeRequest(
                Map.of(0, Role.PATIENT, 1, Role.CLINICIAN), 2, ScribeRequest.WordRules.NONE, NoteRequest.DEFAULT, VISIT);
        Heard heard = new Scribe(two.stages()).hear(Scripted.recording("one two\n"), request, Progress.NONE);
        assertThat(heard.words()).extracting(Word::channel).containsExactly(0, 1, 0, 1);
        assertThat(two.calls.get()).isEqualTo(2);
        two.channels = 1;
        assertThatThrownBy(() -> new Scribe(two.stages()).hear(Scripted.recording("x\n"), request, Progress.NONE))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("1 channel");
    }

    @Test
    void aFailingEngineEndsTheRunSoonAndAsItself() {
        Scripted broken = new Scripted() {
            @Override
            List<Word> hear(String line, SpeechPiece piece) throws RecognitionException {
                throw new RecognitionException("gone");
            }
        };
        assertThatThrownBy(() -> new Scribe(broken.stages())
                        .hear(Scripted.recording("a\n".repeat(1000)), PLAIN, Progress.NONE))
                .isInstanceOf(RecognitionException.class);
        assertThat(broken.calls.get()).isLessThan(1000);
    }

    @Test
    void aSpecialtysPhrasesAreExpectedAfterTheUsersOwn() throws Exception {
        ScribeRequest request = new ScribeRequest(
                Map.of(),
                2,
                new ScribeRequest.WordRules(
                        List.of(new VocabularyEntry("Los-Angeles", "", "", "")), List.of(), FilterMethod.TAG),
                new NoteRequest(NoteTemplate.HISTORY_AND_PHYSICAL, Pronouns.THEY_THEM, Specialty.OPHTHALMOLOGY),
                VISIT);
        Scripted scripted = new Scripted();
        new Scribe(scripted.stages()).hear(Scripted.recording("a\n"), request, Progress.NONE);
        assertThat(scripted.lastHints.phrases()).extracting(Hints.Phrase::text).startsWith("los angeles", "visual acuity")
                .contains("slit lamp", "o c t");
    }

    @Test
    void vocabularyBecomesHintsAsTheyAreSpoken() throws Exception {
        Scripted scripted = new Scripted();
        ScribeRequest request = new ScribeRequest(
                Map.of(),
                2,
                new ScribeRequest.WordRules(
                        List.of(new VocabularyEntry("A.B.C.-s", "", "", "ABCs"),
                                new VocabularyEntry("Los-Angeles", "loss-ann", "", "")),
                        List.of(),
                        FilterMethod.TAG),
                NoteRequest.DEFAULT,
                VISIT);
        new Scribe(scripted.stages()).hear(Scripted.recording("a\n"), request, Progress.NONE);
        assertThat(scripted.lastHints.phrases())
                .containsExactly(new Hints.Phrase("a b c s", "", ""), new Hints.Phrase("los angeles", "loss-ann", ""));
    }

    @Test
    void theNoteHasTheTemplateThatWasAskedFor() throws Exception {
        for (Note.NoteSection section :
                new Scribe(new Scripted().stages()).scribe(Scripted.recording("a\n"), PLAIN, Progress.NONE).note().sections()) {
            assertThat(NoteRequest.DEFAULT.template().sections()).contains(section.name());
        }
    }
}
