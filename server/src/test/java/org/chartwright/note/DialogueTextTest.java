package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Turn;
import org.junit.jupiter.api.Test;

final class DialogueTextTest {

    @Test
    void marksAndPiecesOfContractionsJoinTheirWords() {
        List<Turn> turns = DialogueText.parse("[doctor] so , you do n't smoke ?\n[patient] no , i 'm gon na quit .\n");
        assertThat(turns.stream().map(Turn::text)).containsExactly("so, you don't smoke?", "no, i'm gonna quit.");
        assertThat(turns.stream().map(Turn::speaker)).containsExactly(Speaker.CLINICIAN, Speaker.PATIENT);
    }

    @Test
    void aLineWithoutATagGoesOnWithTheTurn() {
        assertThat(DialogueText.parse("[patient] it hurts\nand it swells\n\n[doctor] okay").getFirst().text())
                .isEqualTo("it hurts and it swells");
    }

    @Test
    void aRelativeIsAnotherPatientSpeaker() {
        List<Turn> turns = DialogueText.parse("[patient] hi\n[patient_guest] she fell\n[nurse] hello\n[doctor] okay");
        assertThat(turns.get(1).speaker()).isEqualTo(new Speaker(Role.PATIENT, 1));
        assertThat(turns.get(2).speaker().role()).isEqualTo(Role.CLINICIAN);
    }

    @Test
    void decimalsStayWhole() {
        assertThat(DialogueText.parse("[doctor] a1c is 8.2 and psa .6 today").getFirst().text())
                .isEqualTo("a1c is 8.2 and psa .6 today");
    }

    @Test
    void textBeforeTheFirstTagIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> DialogueText.parse("secret words\n[doctor] hi"))
                .isInstanceOf(DialogueException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void nothingSaidIsNoTurn() {
        assertThat(DialogueText.parse("")).isEmpty();
        assertThat(DialogueText.parse("[doctor]\n[patient]  \n")).isEmpty();
    }
}
