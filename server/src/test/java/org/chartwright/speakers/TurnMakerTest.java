package org.chartwright.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.junit.jupiter.api.Test;

final class TurnMakerTest {

    private final TurnMaker maker = new TurnMaker();

    @Test
    void everyWordEndsInExactlyOneTurnAndKeepsItsOrder() {
        for (long seed = 0; seed < 300; seed++) {
            Random luck = new Random(seed);
            List<Word> words = randomWords(luck, 1);
            List<Turn> turns = maker.byVoice(words, randomSpans(luck));
            assertThat(turns.stream().flatMap(turn -> turn.words().stream()).toList())
                    .as("seed %d", seed)
                    .isEqualTo(words);
            assertNeighboursDiffer(turns, seed);
        }
    }

    @Test
    void everyWordOfTwoChannelsEndsInExactlyOneTurnOfItsChannel() {
        for (long seed = 0; seed < 300; seed++) {
            Random luck = new Random(seed);
            List<Word> words = randomWords(luck, 2);
            List<Turn> turns = maker.byChannel(words, Map.of(0, Role.PATIENT, 1, Role.CLINICIAN));
            List<Word> told = turns.stream().flatMap(turn -> turn.words().stream()).toList();
            assertThat(told).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(words);
            for (int channel = 0; channel < 2; channel++) {
                int number = channel;
                assertThat(told.stream().filter(word -> word.channel() == number).toList())
                        .as("seed %d", seed)
                        .isEqualTo(words.stream()
                                .filter(word -> word.channel() == number)
                                .sorted(Comparator.comparingLong(word -> word.time().startMillis()))
                                .toList());
            }
            for (Turn turn : turns) {
                assertThat(turn.words().stream().map(Word::channel).distinct()).hasSize(1);
            }
            assertNeighboursDiffer(turns, seed);
        }
    }

    @Test
    void theVoiceThatAsksIsTheClinicianWhicheverSpeaksFirst() {
        List<Word> words = new ArrayList<>();
        List<VoiceSpan> spans = new ArrayList<>();
        say(words, spans, 0, "hi doctor i have had this awful cough for three weeks");
        say(words, spans, 1, "i see and do you have any fever or chills any shortness of breath");
        say(words, spans, 0, "no i don't think so my wife says i wheeze at night");
        say(words, spans, 1, "okay let me take a listen to your lungs take a deep breath for me");
        List<Turn> turns = maker.byVoice(words, spans);
        assertThat(turns).extracting(Turn::speaker)
                .containsExactly(Speaker.PATIENT, Speaker.CLINICIAN, Speaker.PATIENT, Speaker.CLINICIAN);
    }

    @Test
    void whoIsKnownToBeTheClinicianIsSoWhateverTheWordsSay() {
        List<Word> words = new ArrayList<>();
        List<VoiceSpan> spans = new ArrayList<>();
        say(words, spans, 0, "hi how are you");
        say(words, spans, 1, "good and you");
        say(words, spans, 0, "fine thanks");
        for (int known = 0; known < 2; known++) {
            int clinician = known;
            List<VoiceSpan> marked = spans.stream()
                    .map(span -> new VoiceSpan(span.time(), span.voice(), span.voice() == clinician))
                    .toList();
            List<Turn> turns = maker.byVoice(words, marked);
            assertThat(turns.get(clinician).speaker()).isEqualTo(Speaker.CLINICIAN);
        }
    }

    @Test
    void oneVoiceAloneIsTheClinicianDictating() {
        List<Word> words = new ArrayList<>();
        List<VoiceSpan> spans = new ArrayList<>();
        say(words, spans, 0, "this is a fifty year old male who presents for follow up of his hypertension");
        assertThat(maker.byVoice(words, spans)).extracting(Turn::speaker).containsExactly(Speaker.CLINICIAN);
        assertThat(maker.byVoice(words, List.of())).extracting(Turn::speaker).containsExactly(Speaker.CLINICIAN);
    }

    @Test
    void aShortAnswerBetweenPausesIsKept() {
        List<Word> words = new ArrayList<>();
        List<VoiceSpan> spans = new ArrayList<>();
        say(words, spans, 0, "do you have any chest pain or shortness of breath");
        say(words, spans, 1, "no");
        say(words, spans, 0, "are you taking your lisinopril every day");
        say(words, spans, 1, "yes i take it every morning with my breakfast");
        assertThat(maker.byVoice(words, spans)).extracting(turn -> turn.words().size()).containsExactly(10, 1, 7, 9);
    }

    @Test
    void aWordAtASmearedBorderGoesWithItsPhrase() {
        List<Word> words = List.of(
                word("how", 0, 200), word("are", 200, 400), word("you", 400, 600), // a pause
                word("not", 1000, 1200), word("so", 1200, 1400), word("good", 1400, 1700));
        // The second voice is heard from the middle of "you" on.
        List<VoiceSpan> spans =
                List.of(new VoiceSpan(new TimeSpan(0, 480), 0), new VoiceSpan(new TimeSpan(480, 1700), 1));
        assertThat(maker.byVoice(words, spans)).extracting(turn -> turn.words().size()).containsExactly(3, 3);
    }

    @Test
    void overlappingTalkOnTwoChannelsIsCutAtPauses() {
        List<Word> words = List.of(
                word("so", 0, 200, 0), word("tell", 200, 400, 0), word("me", 400, 600, 0),
                word("mhm", 1300, 1500, 1),
                word("when", 1400, 1600, 0), word("it", 1600, 1700, 0), word("began", 1700, 2000, 0));
        List<Turn> turns = maker.byChannel(words, Map.of(0, Role.CLINICIAN, 1, Role.PATIENT));
        assertThat(turns).extracting(turn -> turn.words().size()).containsExactly(3, 1, 3);
    }

    @Test
    void twoChannelsOfOneRoleAreNumbered() {
        List<Word> words = List.of(word("hello", 0, 200, 0), word("hi", 900, 1200, 1));
        assertThat(maker.byChannel(words, Map.of(0, Role.PATIENT, 1, Role.PATIENT)))
                .extracting(turn -> turn.speaker().label())
                .containsExactly("PATIENT_0", "PATIENT_1");
    }

    @Test
    void aChannelWithoutARoleIsRefused() {
        assertThatThrownBy(() -> maker.byChannel(List.of(word("hello", 0, 200, 1)), Map.of(0, Role.PATIENT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channel 1");
    }

    @Test
    void nothingSaidIsNoTurn() {
        assertThat(maker.byVoice(List.of(), List.of())).isEmpty();
        assertThat(maker.byChannel(List.of(), Map.of())).isEmpty();
    }

    private static void assertNeighboursDiffer(List<Turn> turns, long seed) {
        for (int i = 1; i < turns.size(); i++) {
            assertThat(turns.get(i).speaker()).as("seed %d", seed).isNotEqualTo(turns.get(i - 1).speaker());
        }
    }

    private static void say(List<Word> words, List<VoiceSpan> spans, int voice, String text) {
        long start = words.isEmpty() ? 0 : words.getLast().time().endMillis() + 400;
        long at = start;
        for (String word : text.split(" ")) {
            words.add(word(word, at, at + 250));
            at += 260;
        }
        spans.add(new VoiceSpan(new TimeSpan(start, at), voice));
    }

    private static List<Word> randomWords(Random luck, int channels) {
        List<Word> words = new ArrayList<>();
        String[] some = {"yes", "pain", "you", "doctor", "take", "my", "okay", "when"};
        long at = 0;
        int count = luck.nextInt(80);
        for (int i = 0; i < count; i++) {
            at += luck.nextInt(10) == 0 ? luck.nextInt(1500) : luck.nextInt(60);
            long end = at + luck.nextInt(500);
            words.add(word(some[luck.nextInt(some.length)], at, end, luck.nextInt(channels)));
            at = channels == 1 ? end : at + luck.nextInt(300);
        }
        return words;
    }

    private static List<VoiceSpan> randomSpans(Random luck) {
        List<VoiceSpan> spans = new ArrayList<>();
        long at = 0;
        int count = luck.nextInt(20);
        for (int i = 0; i < count; i++) {
            long end = at + luck.nextInt(4000);
            spans.add(new VoiceSpan(new TimeSpan(at, end), luck.nextInt(4)));
            at = Math.max(0, end + luck.nextInt(1000) - 300);
        }
        return spans;
    }

    private static Word word(String text, long start, long end) {
        return word(text, start, end, 0);
    }

    private static Word word(String text, long start, long end, int channel) {
        return Word.heard(text, new TimeSpan(start, end), 0.9, channel);
    }
}
