package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwright.encounter.Segment;
import org.chartwright.note.Verdict.Finding;
import org.chartwright.note.Verdict.Reason;
import org.junit.jupiter.api.Test;

final class VerifierTest {

    private final Verifier verifier = new Verifier();

    @Test
    void whatWasSaidIsSupported() {
        assertThat(judge("She takes lisinopril 20 mg daily.", "[patient] I take lisinopril, 20 mg every day.").finding())
                .isEqualTo(Finding.SUPPORTED);
        assertThat(judge("The patient denies any fever or chills.", "[doctor] Any fever or chills?\n[patient] No.").finding())
                .isEqualTo(Finding.SUPPORTED);
        assertThat(judge("Reports shortness of breath.", "[patient] I can't catch my breath, I am short of breath.").finding())
                .isEqualTo(Finding.SUPPORTED);
    }

    @Test
    void locksHold() {
        String said = "[patient] I take lisinopril, 20 mg every day, for my left knee pain.";
        assertThat(judge("She takes lisinopril 40 mg daily.", said).reasons()).contains(Reason.NUMBER);
        assertThat(judge("She takes lisinopril 20 mcg daily.", said).reasons()).contains(Reason.UNIT);
        assertThat(judge("She takes warfarin 20 mg daily.", said).reasons()).contains(Reason.DRUG);
        assertThat(judge("She takes lisinopril 20 mg for her right knee pain.", said).finding())
                .isEqualTo(Finding.CONTRADICTED);
        assertThat(judge("Her mother takes lisinopril 20 mg daily.", said).reasons()).contains(Reason.PERSON);
        assertThat(judge("She takes lisinopril 20 mg weekly.", said).reasons()).contains(Reason.TIME);
        assertThat(judge("She takes lisinopril 20 mg daily and has glaucoma.", said).reasons()).contains(Reason.FINDING);
    }

    @Test
    void theOppositeIsContradicted() {
        assertThat(judge("She reports fever.", "[doctor] Any fever?\n[patient] No.").finding())
                .isEqualTo(Finding.CONTRADICTED);
        assertThat(judge("She denies any chest pain.", "[patient] I have chest pain.").finding())
                .isEqualTo(Finding.CONTRADICTED);
    }

    @Test
    void aNoThatNobodySaidIsContradictedWhateverItIsOf() {
        assertThat(judge("He is not doing well.", "[patient] I'm doing well.").reasons()).contains(Reason.NEGATION);
        assertThat(judge("He is not at 140 now.", "[patient] I'm at 140 now.").finding()).isEqualTo(Finding.CONTRADICTED);
        assertThat(judge("He is not doing well.", "[patient] I'm not doing well.").finding()).isEqualTo(Finding.SUPPORTED);
    }

    @Test
    void aSideThatWasPutRightIsTheOnlyOneSaid() {
        for (String said : List.of(
                "[patient] I have pain in my left shoulder, sorry, the right shoulder.",
                "[patient] I have pain in my left shoulder. No, sorry, it's the right one.",
                "[doctor] So there is pain in the left shoulder.\n[patient] No, the right one.")) {
            assertThat(judge("There is pain in the right shoulder.", said).finding()).as(said).isEqualTo(Finding.SUPPORTED);
            assertThat(judge("There is pain in the left shoulder.", said).finding()).as(said).isEqualTo(Finding.CONTRADICTED);
        }
        String compared = "[patient] I have pain in my left knee. No, my right knee is fine.";
        assertThat(judge("There is pain in the left knee.", compared).finding()).isEqualTo(Finding.SUPPORTED);
        assertThat(judge("There is pain in the right knee.", compared).finding()).isNotEqualTo(Finding.SUPPORTED);
    }

    @Test
    void aSideBeforeAPartOfTheBodyIsOneWhateverStandsBefore() {
        assertThat(judge("Right foot pain.", "[doctor] Your problem is right foot pain.").finding()).isEqualTo(Finding.SUPPORTED);
        assertThat(judge("Left foot pain.", "[doctor] Your problem is right foot pain.").finding()).isEqualTo(Finding.CONTRADICTED);
        assertThat(judge("The right foot is swollen.", "[doctor] That is right, the foot is swollen.").finding()).isNotEqualTo(Finding.SUPPORTED);
    }

    @Test
    void whatHurtsIsAPain() {
        assertThat(judge("Knee pain.", "[patient] My knee has been hurting for a week.").finding()).isEqualTo(Finding.SUPPORTED);
        assertThat(judge("Chest pain.", "[patient] My knee has been hurting for a week.").reasons()).contains(Reason.FINDING);
    }

    @Test
    void nothingCitedSupportsNothing() {
        assertThat(verifier.judge("She has a cough.", List.of()).finding()).isEqualTo(Finding.UNSUPPORTED);
    }

    private Verdict judge(String sentence, String dialogue) {
        List<Segment> segments = Readings.of(dialogue).segments();
        return verifier.judge(sentence, segments);
    }
}
