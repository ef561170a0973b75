package org.chartwright.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody said must not come out of {@code toString()}, because that is what reaches logs. */
final class EncounterPrivacyTest {

    private static final String CANARY = "Quillfeather";

    @Test
    void nothingThatHoldsTextPrintsIt() {
        Word word = Word.heard(CANARY, new TimeSpan(0, 10), 0.5, 0);
        Turn turn = new Turn(Speaker.PATIENT, List.of(word));
        SegmentId id = new SegmentId(new UUID(1, 2));
        Segment segment = new Segment(id, 0, Speaker.PATIENT, Category.OTHER, List.of(word));
        Statement statement = new Statement(CANARY, List.of(id));
        Note note = new Note("DAP", List.of(new Note.NoteSection("DATA", List.of(statement))));
        for (Object holder : List.of(word, turn, segment, statement, note)) {
            assertThat(holder.toString()).doesNotContain(CANARY);
        }
    }

    @Test
    void aCharacterOfASegmentLeadsToItsWord() {
        Word first = Word.heard("right", new TimeSpan(0, 10), 1, 0);
        Word second = first.shownAs("knee", ".");
        Segment segment = new Segment(
                new SegmentId(new UUID(1, 2)), 0, Speaker.PATIENT, Category.SUBJECTIVE, List.of(first, second));
        assertThat(segment.text()).isEqualTo("right knee.");
        assertThat(segment.wordsAt(6, 10)).containsExactly(second);
        assertThat(segment.wordsAt(0, 7)).containsExactly(first, second);
        assertThat(segment.wordsAt(5, 6)).isEmpty();
    }
}
