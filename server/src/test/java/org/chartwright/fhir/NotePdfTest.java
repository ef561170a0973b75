package org.chartwright.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.Status;
import org.junit.jupiter.api.Test;

/** The note on paper, read again by another program's eyes. */
final class NotePdfTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

    private static Kept<VisitNote> note(String... texts) {
        List<Sentence> sentences = java.util.Arrays.stream(texts)
                .map(text -> new Sentence(UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), text, List.of(), Origin.ADDED, "UNSUPPORTED"))
                .toList();
        return new Kept<>(new UUID(0, 1), 1, AT, "ada", new VisitNote(
                new UUID(0, 2), new UUID(0, 3), AT, new UUID(0, 4), "HISTORY_AND_PHYSICAL", Status.PRELIMINARY,
                List.of(new Section("PLAN", sentences)), null, VisitNote.Change.of(VisitNote.What.EDITED)));
    }

    private static String read(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void namesOfManyScriptsAreOnPaperAsTheyAreWritten() throws Exception {
        byte[] pdf = NotePdf.of(
                note("Γιώργος took 5 µg; Наталья Щербакова translated.", "Temperature ≥ 38 °C – “hot”, naïve, e\u0301."),
                List.of("Łukasz Żółć, born 1961-02-03", "Ğülşen Çelik; Dvořák; Nguyễn Thị Ánh; יעל"));
        assertThat(read(pdf)).contains(
                "Łukasz Żółć, born 1961-02-03", "Ğülşen Çelik; Dvořák", "Γιώργος took 5 µg; Наталья Щербакова translated.",
                "≥ 38 °C – “hot”, naïve, é.");
        assertThat(read(pdf)).doesNotContain("?");
        assertThat(Typeface.visual("for יעל.")).isEqualTo("for לעי.");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getResources().getFont(
                            document.getPage(0).getResources().getFontNames().iterator().next())
                    .isEmbedded()).isTrue();
        }
        assertThat(pdf).hasSizeLessThan(60_000);
        assertThat(NotePdf.of(note("Same."))).as("the same note gives the same bytes").isEqualTo(NotePdf.of(note("Same.")));
    }

    @Test
    void whatTheFontLacksIsMarkedAndWhatSteersTextIsLeftOut() throws Exception {
        assertThat(read(NotePdf.of(note("a\u202Eb\u2066c 😀 \u0007 end"))))
                .contains("abc ? ? end");
    }

    @Test
    void aMegabyteWithoutASpaceIsCutIntoRows() throws Exception {
        byte[] pdf = NotePdf.of(note("W".repeat(1 << 20), "and words ".repeat(5_000)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(300);
        }
    }
}
