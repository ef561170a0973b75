package org.chartwright.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.Turn;
import org.junit.jupiter.api.Test;

final class EntitiesTest {

    private static final DialogueReader READER = new DialogueReader();

    @Test
    void aDoseIsLinkedToItsDrugPartByPart() {
        assertThat(entities("d: Take metformin five hundred milligrams twice a day by mouth."))
                .containsExactly("metformin GENERIC_NAME STRENGTH=five hundred milligrams FREQUENCY=twice a day "
                        + "ROUTE_OR_MODE=by mouth");
    }

    @Test
    void separateMarksAndLowerCaseChangeNothing() {
        assertThat(entities("d: start you on some lasix , you know , 20 milligrams a day ."))
                .containsExactly("lasix BRAND_NAME STRENGTH=20 milligrams FREQUENCY=a day");
    }

    @Test
    void aSpokenPressureIsTheValueOfTheBloodPressure() {
        assertThat(entities("d: Your blood pressure was one twenty over eighty today."))
                .containsExactly("blood pressure TEST_NAME TEST_VALUE=one twenty over eighty");
        assertThat(entities("d: hemoglobin a1c is 7.2 %."))
                .containsExactly("hemoglobin a1c TEST_NAME TEST_VALUE=7.2 TEST_UNIT=%");
    }

    @Test
    void aComplaintKnowsItsSiteSideAndManner() {
        assertThat(entities("p: I have a sharp pain in my right knee."))
                .containsExactly("pain DX_NAME QUALITY=sharp DIRECTION=right SYSTEM_ORGAN_SITE=knee");
        assertThat(Dialogues.read("p: I have a sharp pain in my right knee.").mentions().getFirst().concept().name())
                .isEqualTo("knee pain");
    }

    @Test
    void aSidePutRightInTheSameBreathIsTheOneThatWasMeant() {
        assertThat(entities("p: I have pain in my left shoulder, sorry, the right shoulder."))
                .first().asString().contains("DIRECTION=right").doesNotContain("left");
        assertThat(entities("p: I have pain in my left knee, no, the right one."))
                .first().asString().contains("DIRECTION=right").doesNotContain("left");
        assertThat(entities("p: I have pain in my left knee, no right knee pain.")).first().asString().contains("DIRECTION=left");
    }

    @Test
    void aTimeIsTheTimeOfWhatItStandsBy() {
        assertThat(entities("p: The cough started three weeks ago."))
                .containsExactly("cough DX_NAME", "three weeks ago TIME_TO_DX_NAME OVERLAP=cough");
        assertThat(entities("d: When did the chest pain begin?", "p: Two days ago."))
                .contains("Two days ago TIME_TO_DX_NAME OVERLAP=chest pain");
    }

    @Test
    void habitsAllergiesAndPrivateDataHaveTheirOwnTypes() {
        assertThat(entities("d: Hi Martha, how are you?")).containsExactly("Martha NAME");
        assertThat(entities("p: I'm a 50-year-old female and I smoke a pack a day."))
                .contains("50-year-old AGE", "female GENDER");
        assertThat(entities("p: I am allergic to penicillin."))
                .containsExactly("allergic to ALLERGIES", "penicillin ALLERGIES");
        assertThat(entities("d: Do you have any allergies?", "p: Just sulfa.")).contains("sulfa ALLERGIES");
        assertThat(entities("p: call me at 555-123-4567 or a.b@example.org"))
                .contains("555-123-4567 PHONE_OR_FAX", "a.b@example.org EMAIL");
    }

    @Test
    void wordsThatOnlyLookClinicalGiveNothing() {
        assertThat(entities("d: Come back in two weeks.", "d: I love the fall foliage.", "p: I drink plenty of water."))
                .isEmpty();
    }

    @Test
    void aDiseaseCarriesItsCodeAndADrugItsIngredient() {
        assertThat(Dialogues.read("p: I have high blood pressure.").insights().getFirst().codes())
                .extracting(Insight.Code::code)
                .containsExactly("I10");
        assertThat(Dialogues.read("p: I take Lipitor.").insights().getFirst().codes())
                .extracting(code -> code.system() + " " + code.code())
                .containsExactly("RxNorm 83367");
    }

    @Test
    void aCorrectionReplacesTheSide() {
        Reading reading = Dialogues.read("p: My left knee hurts.", "d: The left?", "p: No, sorry, the right one.");
        Map<SegmentId, Segment> segments = byId(reading);
        assertThat(reading.insights().getFirst().attributes())
                .filteredOn(attribute -> attribute.type().equals("DIRECTION"))
                .extracting(attribute -> text(attribute.spans().getFirst(), segments))
                .containsExactly("right");
        assertThat(reading.mentions().getFirst().support()).containsExactly(2);
    }

    @Test
    void everySpanLiesInItsSegmentWhateverTheText() {
        Random random = new Random(4711);
        String[] stock = {
            "pain", "in", "my", "left", "knee", "👩‍⚕️", "né́e", "mg", "5", "500mg", "twice", "a", "day", "...", "—", "“quoted”",
            "don't", "n't", "’s", "'", "´", "120/80", "blood", "pressure", "is", "ﬁve", "İstanbul", "\u0301", "100%", "mother",
            "no", "fever", "?", "metformin,", "since", "two", "weeks", "ago", "dr", "smith", "Ⅷ", "\u200d", "ß", "q", "every"
        };
        for (int round = 0; round < 2000; round++) {
            List<Turn> turns = new ArrayList<>();
            for (int t = 0; t < 1 + random.nextInt(3); t++) {
                StringBuilder text = new StringBuilder("x");
                for (int w = 0; w < 1 + random.nextInt(40); w++) {
                    text.append(random.nextInt(6) == 0 ? "" : " ").append(stock[random.nextInt(stock.length)]);
                }
                turns.add(Dialogues.turn(random.nextBoolean(), text.toString()));
            }
            Reading reading = READER.read(turns, new UUID(round, 1));
            Map<SegmentId, Segment> segments = byId(reading);
            for (Insight insight : reading.insights()) {
                insight.spans().forEach(span -> assertInside(span, segments));
                insight.attributes().forEach(attribute -> attribute.spans().forEach(span -> assertInside(span, segments)));
            }
        }
    }

    @Test
    void readingIsTheSameEveryTime() {
        String[] lines = {"d: Any fever?", "p: No, but my left knee hurts since June 3rd 2019.", "d: Take ibuprofen 600 mg."};
        assertThat(Dialogues.read(lines)).isEqualTo(Dialogues.read(lines));
    }

    private static void assertInside(Span span, Map<SegmentId, Segment> segments) {
        String text = segments.get(span.segment()).text();
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
        assertThat(Character.isLowSurrogate(text.charAt(span.begin()))).isFalse();
        assertThat(Character.isHighSurrogate(text.charAt(span.end() - 1))).isFalse();
        assertThat(text.substring(span.begin(), span.end())).isNotBlank().isEqualTo(span.in(segments.get(span.segment())));
    }

    static List<String> entities(String... lines) {
        Reading reading = Dialogues.read(lines);
        Map<SegmentId, Segment> segments = byId(reading);
        return reading.insights().stream()
                .map(insight -> text(insight.spans().getFirst(), segments) + " " + insight.type()
                        + insight.attributes().stream()
                                .map(a -> " " + a.type() + "=" + text(a.spans().getFirst(), segments))
                                .collect(Collectors.joining()))
                .toList();
    }

    private static Map<SegmentId, Segment> byId(Reading reading) {
        Map<SegmentId, Segment> segments = new HashMap<>();
        reading.segments().forEach(segment -> segments.put(segment.id(), segment));
        return segments;
    }

    private static String text(Span span, Map<SegmentId, Segment> segments) {
        return span.in(segments.get(span.segment()));
    }
}
