package org.chartwright.fhir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;

/**
 * A note as PDF, in the fonts that every reader has. Characters that these lack are shown as a question mark; the text form
 * has them.
 */
public final class NotePdf {

    private static final float MARGIN = 56;
    private static final float LINE = 14;
    private static final float TEXT = 10.5f;
    private static final float HEADING = 12;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private PDPageContentStream page;
    private float at;

    private NotePdf(PDDocument document) throws IOException {
        this.document = document;
        this.page = turn();
    }

    /** Its bytes; the same for the same version. */
    public static byte[] of(Kept<VisitNote> kept) {
        return of(kept, List.of());
    }

    /**
     * A version of a note, on A4.
     *
     * @param banner whom and what it is about, line by line below the title
     */
    public static byte[] of(Kept<VisitNote> kept, List<String> banner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            Calendar made = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            made.setTimeInMillis(kept.at().toEpochMilli());
            document.getDocumentInformation().setCreationDate(made);
            document.getDocumentInformation().setProducer("Chartwright");
            document.setDocumentId(kept.at().toEpochMilli()); // else it would be of the time of making
            NotePdf pdf = new NotePdf(document);
            pdf.write(kept.entry(), banner);
            pdf.page.close();
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(VisitNote note, List<String> banner) throws IOException {
        line(Templates.document(note.template()), bold, 16, 24);
        for (String about : banner) {
            for (String row : rows(about)) {
                line(row, plain, TEXT, LINE);
            }
        }
        line(NoteText.standing(note), plain, TEXT, LINE);
        for (Section section : note.sections()) {
            if (!section.sentences().isEmpty()) {
                at -= LINE / 2;
                line(Templates.title(section.name()), bold, HEADING, LINE + 4);
                for (Sentence sentence : section.sentences()) {
                    for (String paragraph : sentence.text().strip().split("\n")) {
                        for (String row : rows(paragraph)) {
                            line(row, plain, TEXT, LINE);
                        }
                    }
                }
            }
        }
    }

    private void line(String text, PDFont font, float size, float height) throws IOException {
        if (at - height < MARGIN) {
            page.close();
            page = turn();
        }
        at -= height;
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(MARGIN, at);
        page.showText(shown(text));
        page.endText();
    }

    private PDPageContentStream turn() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        at = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }

    private List<String> rows(String paragraph) throws IOException {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (String word : shown(paragraph).split(" ")) {
            String longer = row.isEmpty() ? word : row + " " + word;
            if (!row.isEmpty() && width(longer) > WIDTH) {
                rows.add(row.toString());
                row.setLength(0);
                longer = word;
            }
            while (width(longer) > WIDTH) {
                int fit = longer.length();
                while (fit > 1 && width(longer.substring(0, fit)) > WIDTH) {
                    fit--;
                }
                rows.add(longer.substring(0, fit));
                longer = longer.substring(fit);
            }
            row.setLength(0);
            row.append(longer);
        }
        rows.add(row.toString());
        return rows;
    }

    private float width(String text) throws IOException {
        return plain.getStringWidth(text) / 1000 * TEXT;
    }

    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean has = point >= ' ' && point < 0x7F || point >= 0xA0 && point <= 0xFF;
            shown.append(has ? Character.toString(point) : point == '\u2019' ? "'" : Character.isWhitespace(point) ? " " : "?");
        });
        return shown.toString();
    }
}
