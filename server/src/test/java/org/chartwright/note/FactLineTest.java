package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.junit.jupiter.api.Test;

final class FactLineTest {

    private static final String HEADING = "\nMEDICATIONS\n\n";

    @Test
    void aListThatHoldsIsOneLine() {
        List<Candidate> made = line(HEADING).candidates((text, evidence) -> true);
        assertThat(made).extracting(Candidate::text).containsExactly("Taking aspirin, metformin, and lisinopril.");
        assertThat(made.getFirst().evidence()).containsExactly(1, 2, 4);
    }

    @Test
    void oneThingThatDoesNotHoldIsRefusedAloneBelowTheOthers() {
        List<Candidate> made = line(HEADING).candidates(allBut("metformin"));
        assertThat(made).extracting(Candidate::text).containsExactly("Taking aspirin and lisinopril.", "Taking metformin.");
        assertThat(made).extracting(Candidate::label).containsExactly(HEADING, "");
        assertThat(made.getFirst().evidence()).containsExactly(1, 4);
    }

    @Test
    void thingsThatHoldOnlyAloneStandAlone() {
        BiPredicate<String, Set<Integer>> alone = (text, evidence) -> !text.contains(" and ");
        assertThat(line("General: ").candidates(alone)).extracting(Candidate::text)
                .containsExactly("Taking aspirin.", "Taking metformin.", "Taking lisinopril.");
        assertThat(line("General: ").candidates(alone)).extracting(Candidate::label).containsOnly("General: ");
    }

    @Test
    void whatIsTakenIsNotPrinted() {
        assertThat(line(HEADING)).asString().doesNotContain("aspirin");
        assertThat(line(HEADING).items()).asString().doesNotContain("aspirin");
    }

    private static BiPredicate<String, Set<Integer>> allBut(String refused) {
        return (text, evidence) -> !text.contains(refused);
    }

    private static FactLine line(String label) {
        return new FactLine(Part.HISTORY, label, "taking ", "and", List.of(
                new FactLine.Item("aspirin", Set.of(4)),
                new FactLine.Item("metformin", Set.of(2)),
                new FactLine.Item("lisinopril", Set.of(1))));
    }
}
