package org.chartwright.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwright.encounter.Turn;
import org.chartwright.note.DialogueText;
import org.junit.jupiter.api.Test;

final class ExchangedTagsTest {

    private static final String VISIT =
            """
            [doctor] Good morning, what brings you in today?
            [patient] My knee hurts since I fell on the stairs last week.
            [doctor] I am sorry to hear that. Do you have any swelling?
            [patient] Yes, it swells up in the evening.
            [doctor] Any fever or chills?
            [patient] No.
            [doctor] What have you taken for the pain?
            [patient] I take ibuprofen twice a day and it helps a little.
            [doctor] Are you allergic to any medicines?
            [patient] No, I am not.
            [doctor] Let me take a look at your knee. There is mild swelling. Your lungs are clear.
            [patient] It hurts when you press there.
            [doctor] I think you have a sprain. I want you to rest and come back in two weeks.
            [patient] Okay, thank you, doctor.
            """;

    private final ExchangedTags tags = new ExchangedTags();

    @Test
    void rightTagsStay() {
        List<Turn> turns = DialogueText.parse(VISIT);
        assertThat(tags.putRight(turns)).isEqualTo(turns);
    }

    @Test
    void tagsExchangedThroughoutArePutRight() {
        String exchanged = VISIT.replace("[doctor]", "[x]").replace("[patient]", "[doctor]").replace("[x]", "[patient]");
        assertThat(tags.putRight(DialogueText.parse(exchanged))).isEqualTo(DialogueText.parse(VISIT));
    }

    @Test
    void inAFewTurnsTheTagsAreBelieved() {
        List<Turn> few = DialogueText.parse("[patient] What brings you in today?\n[doctor] My knee hurts.");
        assertThat(tags.putRight(few)).isEqualTo(few);
    }
}
