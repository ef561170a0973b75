package org.chartwright.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dialogues are ours. */
final class RolesTest {

    private static final List<String> VISIT = List.of(
            "Good morning, what brings you in today?",
            "I've had this pain in my right knee since I fell off my bike.",
            "I'm sorry to hear that. When did it happen?",
            "About two weeks ago, I think.",
            "Have you taken anything for it?",
            "Just some ibuprofen, and it helped a little.",
            "Any swelling or redness? Does it lock or give way?",
            "It was swollen for the first few days, but my husband iced it for me.",
            "Okay. Let me take a look. Does it hurt when I press here?",
            "Yes, right there.",
            "I think this is a sprain. I'd like you to rest it, and I'm going to order an x-ray to be safe.",
            "All right, thank you, doctor.");

    private final Roles roles = new Roles();

    @Test
    void rolesAreFoundWhicheverVoiceComesFirst() {
        assertThat(roles.cast(lines(0), Trust.LABELLED_TURNS).parts()).containsExactly(Part.CLINICIAN, Part.PATIENT);
        assertThat(roles.cast(lines(1), Trust.LABELLED_TURNS).parts()).containsExactly(Part.PATIENT, Part.CLINICIAN);
    }

    @Test
    void recognisedWordsWithoutCaseAndMarksDoAsWell() {
        List<Line> heard = lines(0).stream()
                .map(line -> new Line(line.voice(), line.text().toLowerCase().replaceAll("[^a-z' ]", "")))
                .toList();
        assertThat(roles.cast(heard, Trust.HEARD_VOICES).parts()).containsExactly(Part.CLINICIAN, Part.PATIENT);
    }

    @Test
    void lineWithAnothersVoiceIsPutRight() {
        List<Line> lines = new ArrayList<>(lines(0));
        lines.set(6, new Line(1, lines.get(6).text()));
        Roles.Casting casting = roles.cast(lines, Trust.LABELLED_TURNS);
        assertThat(casting.voices()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    }

    @Test
    void aLoneVoiceIsTheClinicianAndNobodyIsNobody() {
        assertThat(roles.cast(List.of(new Line(0, "Physical examination. Lungs clear.")), Trust.HEARD_VOICES).parts())
                .containsExactly(Part.CLINICIAN);
        assertThat(roles.cast(List.of(), Trust.HEARD_VOICES).parts()).isEmpty();
        assertThat(roles.cast(List.of(new Line(0, "")), Trust.HEARD_VOICES).parts()).hasSize(1);
    }

    @Test
    void manyVoicesAreCastQuickly() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < VISIT.size() * 10; i++) {
            lines.add(new Line(i % 10, VISIT.get(i % VISIT.size())));
        }
        assertThat(roles.cast(lines, Trust.HEARD_VOICES).parts()).hasSize(10).contains(Part.CLINICIAN);
    }

    @Test
    void linesDoNotShowTheirText() {
        assertThat(new Line(1, "my knee hurts")).asString().doesNotContain("knee");
        assertThatThrownBy(() -> new Line(-1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Line> lines(int first) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < VISIT.size(); i++) {
            lines.add(new Line((i + first) % 2, VISIT.get(i)));
        }
        return lines;
    }
}
