package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.note.prose.Rules;
import org.chartwright.note.visit.AfterVisitSummary;
import org.chartwright.note.visit.AfterVisitSummary.Topic;
import org.chartwright.note.visit.PaperJson;
import org.chartwright.note.visit.ReadingGrade;
import org.chartwright.note.visit.VisitPapers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AfterVisitTest {

    private static final String VISIT =
            """
            [doctor] You are here for a cough. Any fever?
            [patient] Yes, a fever since Monday, and I am short of breath. I take lisinopril.
            [doctor] Your lungs are clear. The x-ray shows no fracture. I think you have pneumonia and hypertension. I want to start you on amoxicillin 500 mg three times a day. Stop the ibuprofen. I will order a chest x-ray. I want to see you back in two weeks. You should drink plenty of water. Call us if your fever gets worse.
            [patient] Okay, that sounds good.
            """;

    private final NoteWriter writer = new NoteWriter();

    @Test
    void itTellsThePatientInPlainWordsWhatWasFoundAndWhatToDo() {
        VisitPapers papers = papers(VISIT);
        assertThat(texts(papers.summary(), Topic.WHY_YOU_CAME)).containsExactly("You came in for cough.");
        assertThat(texts(papers.summary(), Topic.WHAT_WE_FOUND))
                .contains("We think you have lung infection and high blood pressure.", "The x-ray shows no broken bone.");
        assertThat(texts(papers.summary(), Topic.YOUR_MEDICINES))
                .containsExactly("Start taking amoxicillin 500 mg 3 times daily.", "Stop taking ibuprofen.");
        assertThat(texts(papers.summary(), Topic.TESTS_AND_APPOINTMENTS))
                .containsExactly("We will order a chest x-ray.", "Come back in 2 weeks.");
        assertThat(texts(papers.summary(), Topic.WHAT_YOU_CAN_DO)).containsExactly("You should drink plenty of water.");
        assertThat(texts(papers.summary(), Topic.WHEN_TO_CALL)).containsExactly("Call us if your fever gets worse.");
        assertThat(papers.summary().grade()).isBetween(0.0, 7.0);
    }

    @Test
    void everySentenceRestsOnSegmentsOfTheVisit() {
        Reading reading = Readings.of(VISIT);
        Set<SegmentId> known = reading.segments().stream().map(Segment::id).collect(Collectors.toSet());
        assertThat(writer.papers(reading, NoteRequest.DEFAULT).summary().statements()).hasSizeGreaterThan(6)
                .allSatisfy(one -> assertThat(known).containsAll(one.evidence()));
    }

    @Test
    void whatThePatientDeniesIsNotWhyThePatientCame() {
        assertThat(texts(
                        papers(
                                        """
                                        [doctor] Any chest pain?
                                        [patient] No. I take metformin for my diabetes and I have a cough.
                                        [doctor] I think you have bronchitis. I will order a chest x-ray.
                                        """)
                                .summary(),
                        Topic.WHY_YOU_CAME))
                .noneMatch(text -> text.contains("chest pain"));
    }

    @Test
    void chatterGivesNothing() {
        assertThat(papers("[doctor] Nice weather today.\n[patient] Lovely, I went fishing.\n").summary().statements())
                .isEmpty();
    }

    @Test
    void theSameVisitGivesTheSameBytes() {
        assertThat(PaperJson.bytes(PaperJson.summary(papers(VISIT).summary())))
                .isEqualTo(PaperJson.bytes(PaperJson.summary(papers(VISIT).summary())));
    }

    @Test
    void plainWordsSayTheSameAsClinicalOnes() {
        assertThat(Rules.lines("/org/chartwright/note/visit/lay.txt")).isNotEmpty().allSatisfy(line -> {
            String[] sides = line.split(" => ", -1);
            assertThat(Lexicon.standard().concept(sides[1])).as(line).isPresent()
                    .isEqualTo(Lexicon.standard().concept(sides[0]));
        });
    }

    @Test
    void theGradeIsThatOfFleschAndKincaid() {
        assertThat(ReadingGrade.of(List.of("The cat sat on the mat."))).isBetween(-1.5, -1.0);
        assertThat(ReadingGrade.of(List.of("The examination demonstrates considerable musculoskeletal abnormalities.")))
                .isGreaterThan(15);
        assertThat(ReadingGrade.of(List.of())).isZero();
    }

    @Test
    void whatWasLeftOutOfTheNoteIsReported() {
        Reading reading = Readings.of(VISIT);
        Draft draft = writer.write(reading, NoteRequest.DEFAULT);
        JsonNode report = PaperJson.report(draft.report(), List.of(), reading).path("Report");
        assertThat(report.propertyNames()).containsExactly("Dropped", "Omissions", "Unplaced");
        assertThat(report.path("Omissions")).hasSize(draft.report().omissions().size());
        for (JsonNode omission : report.path("Omissions")) {
            assertThat(draft.plain().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(omission.path("Concept").asString());
            assertThat(omission.path("EvidenceLinks")).hasSize(1);
        }
    }

    private VisitPapers papers(String dialogue) {
        return writer.papers(Readings.of(dialogue), NoteRequest.DEFAULT);
    }

    private static List<String> texts(AfterVisitSummary summary, Topic topic) {
        return summary.parts().stream()
                .filter(part -> part.topic() == topic)
                .flatMap(part -> part.statements().stream())
                .map(Statement::text)
                .toList();
    }
}
