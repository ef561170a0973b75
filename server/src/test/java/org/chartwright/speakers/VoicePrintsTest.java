package org.chartwright.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.junit.jupiter.api.Test;

/** Voices are made here: a buzz of some pitch through three resonances whose places change with every sound. */
public final class VoicePrintsTest {

    private static final int RATE = 16_000;
    private static final int[][] SOUNDS = {{300, 2300, 3000}, {700, 1200, 2600}, {400, 800, 2500}, {550, 1800, 2500}};

    /** A turn of somebody, from and to in seconds. */
    private record Said(int person, double from, double to) {}

    private record Person(double pitch, double size) {}

    private static final Person LOW = new Person(105, 0.9);
    private static final Person HIGH = new Person(205, 1.15);

    @Test
    void twoVoicesAreToldApart() {
        List<Said> visit = visit(2, 60, 5);
        List<VoiceSpan> spans = heard(visit, List.of(LOW, HIGH)).tellApart(6);
        assertThat(spans).extracting(VoiceSpan::voice).contains(0, 1).doesNotContain(2);
        assertThat(share(visit, spans)).isGreaterThan(0.95);
    }

    @Test
    void oneVoiceIsNotSplitHoweverManyAreAllowed() {
        List<VoiceSpan> spans = heard(visit(1, 60, 7), List.of(LOW)).tellApart(10);
        assertThat(spans).isNotEmpty().allMatch(span -> span.voice() == 0);
    }

    @Test
    void noMoreVoicesAreFoundThanAreAllowed() {
        VoicePrints prints = heard(visit(2, 40, 9), List.of(LOW, HIGH));
        assertThat(prints.tellApart(1)).isNotEmpty().allMatch(span -> span.voice() == 0);
        assertThat(prints.tellApart(2)).extracting(VoiceSpan::voice).containsOnly(0, 1);
        assertThatThrownBy(() -> prints.tellApart(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameSoundGivesTheSameSpansAndVoicesAreNumberedAsTheyAppear() {
        List<Said> visit = visit(2, 40, 11);
        List<VoiceSpan> first = heard(visit, List.of(HIGH, LOW)).tellApart(4);
        assertThat(heard(visit, List.of(HIGH, LOW)).tellApart(4)).isEqualTo(first);
        assertThat(first.getFirst().voice()).isZero();
        for (int i = 1; i < first.size(); i++) {
            assertThat(first.get(i).time()).isGreaterThanOrEqualTo(first.get(i - 1).time());
        }
    }

    @Test
    void silenceAndNothingAtAllHaveNoVoices() {
        assertThat(new VoicePrints().tellApart(2)).isEmpty();
        VoicePrints prints = new VoicePrints();
        prints.observe(new SpeechPiece(0, 0, new short[100]));
        assertThat(prints.tellApart(2)).isEmpty();
    }

    @Test
    void aSingleShortWordIsOneVoice() {
        VoicePrints prints = heard(List.of(new Said(0, 0.2, 0.6)), List.of(LOW));
        assertThat(prints.tellApart(4)).extracting(VoiceSpan::voice).containsOnly(0);
    }

    @Test
    void whoIsKnownIsMarkedAndNobodyElse() throws Exception {
        List<Said> visit = visit(2, 60, 5);
        for (Person clinician : List.of(LOW, HIGH)) {
            VoicePrints prints = heard(visit, List.of(LOW, HIGH));
            prints.expect(VoicePrint.of(print(clinician).bytes()));
            List<VoiceSpan> spans = prints.tellApart(4);
            assertThat(spans).filteredOn(VoiceSpan::expected).isNotEmpty();
            assertThat(spans)
                    .filteredOn(VoiceSpan::expected)
                    .extracting(VoiceSpan::voice)
                    .containsOnly(clinician == LOW ? 0 : 1);
        }
    }

    @Test
    void whoIsHeardAloneIsNotSaidToBeKnown() {
        VoicePrints prints = heard(visit(1, 40, 7), List.of(HIGH));
        prints.expect(print(LOW));
        assertThat(prints.tellApart(4)).noneMatch(VoiceSpan::expected);
    }

    @Test
    void aPrintNeedsTwentySecondsOfSpeechAndSaysNothingInWords() {
        assertThat(VoicePrint.of(List.of(new SpeechPiece(0, 0, new short[30 * RATE])))).isEmpty();
        assertThat(VoicePrint.of(pieces(visit(1, 12, 3), List.of(LOW)))).isEmpty();
        assertThat(print(LOW)).hasToString("VoicePrint");
        assertThatThrownBy(() -> VoicePrint.of(new byte[] {7, 1, 2})).isInstanceOf(java.io.IOException.class);
    }

    /** Somebody's print, for tests of what is done with prints. */
    public static VoicePrint somebody() {
        return print(LOW);
    }

    private static VoicePrint print(Person person) {
        return VoicePrint.of(pieces(visit(1, 40, 21), List.of(person))).orElseThrow();
    }

    /** People take turns of one to four seconds with short pauses. */
    private static List<Said> visit(int people, double seconds, long seed) {
        Random luck = new Random(seed);
        List<Said> visit = new ArrayList<>();
        double at = 0.3;
        for (int turn = 0; at < seconds; turn++) {
            double end = at + 1 + 3 * luck.nextDouble();
            visit.add(new Said(turn % people, at, end));
            at = end + 0.25 + 0.4 * luck.nextDouble();
        }
        return visit;
    }

    private static VoicePrints heard(List<Said> visit, List<Person> people) {
        VoicePrints prints = new VoicePrints();
        pieces(visit, people).forEach(prints::observe);
        return prints;
    }

    private static List<SpeechPiece> pieces(List<Said> visit, List<Person> people) {
        double[] sound = new double[(int) ((visit.getLast().to() + 0.5) * RATE)];
        Random luck = new Random(3);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = 20 * luck.nextGaussian();
        }
        for (Said said : visit) {
            speak(sound, said, people.get(said.person()), luck);
        }
        List<SpeechPiece> pieces = new ArrayList<>();
        int piece = 10 * RATE;
        for (int at = 0; at < sound.length; at += piece) {
            short[] samples = new short[Math.min(piece, sound.length - at)];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) Math.clamp(Math.round(sound[at + i]), Short.MIN_VALUE, Short.MAX_VALUE);
            }
            pieces.add(new SpeechPiece(at * 1000L / RATE, 0, samples));
        }
        return pieces;
    }

    private static void speak(double[] sound, Said said, Person person, Random luck) {
        double[][] memory = new double[3][2];
        double phase = 0;
        int[] places = SOUNDS[0];
        for (int i = (int) (said.from() * RATE); i < said.to() * RATE; i++) {
            if ((i - (int) (said.from() * RATE)) % (RATE / 7) == 0) {
                places = SOUNDS[luck.nextInt(SOUNDS.length)];
            }
            phase += person.pitch() * (1 + 0.1 * Math.sin(2 * Math.PI * 0.7 * i / RATE)) / RATE;
            double source = luck.nextGaussian() * 0.05;
            if (phase >= 1) {
                phase -= 1;
                source += 1;
            }
            double value = 0;
            for (int f = 0; f < 3; f++) {
                double width = Math.exp(-Math.PI * (60 + 40 * f) / RATE);
                double angle = 2 * Math.PI * places[f] * person.size() / RATE;
                double next = source + 2 * width * Math.cos(angle) * memory[f][0] - width * width * memory[f][1];
                memory[f][1] = memory[f][0];
                memory[f][0] = next;
                value += next / (1 + f);
            }
            sound[i] += 900 * value;
        }
    }

    /** The share of spoken time that the right voice was given, the better of both ways to name two voices. */
    private static double share(List<Said> visit, List<VoiceSpan> spans) {
        double[] right = new double[2];
        double total = 0;
        for (Said said : visit) {
            TimeSpan time = new TimeSpan((long) (said.from() * 1000), (long) (said.to() * 1000));
            total += time.durationMillis();
            for (VoiceSpan span : spans) {
                right[span.voice() == said.person() ? 0 : 1] += span.time().overlapMillis(time);
            }
        }
        return Math.max(right[0], right[1]) / total;
    }
}
