package org.chartwright.fhir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;

/** A note as PDF. Characters that its {@link Typeface} lacks are shown as a question mark; the text form has them. */
public final class NotePdf {

    private static final float MARGIN = 56;
    private static final float LINE = 14;
    private static final float TEXT = 10.5f;
    private static final float HEADING = 12;
    private static final float EDGE = 0.03f;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final Typeface face;
    private PDPageContentStream page;
    private float at;

    private NotePdf(PDDocument document) throws IOException {
        this.document = document;
        this.face = new Typeface(document);
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
        heading(Templates.document(note.template()), 16, 24);
        for (String about : banner) {
            paragraph(about);
        }
        paragraph(NoteText.standing(note));
        for (Section section : note.sections()) {
            if (!section.sentences().isEmpty()) {
                at -= LINE / 2;
                heading(Templates.title(section.name()), HEADING, LINE + 4);
                for (Sentence sentence : section.sentences()) {
                    for (String paragraph : sentence.text().strip().split("\n")) {
                        paragraph(paragraph);
                    }
                }
            }
        }
    }

    private void paragraph(String text) throws IOException {
        for (String row : face.rows(face.shown(text), TEXT, WIDTH)) {
            line(row, TEXT, LINE, RenderingMode.FILL);
        }
    }

    /** The font has one weight; a heading's letters are drawn with an edge, which makes them bold. */
    private void heading(String text, float size, float height) throws IOException {
        for (String row : face.rows(face.shown(text), size, WIDTH)) {
            line(row, size, height, RenderingMode.FILL_STROKE);
        }
    }

    private void line(String shown, float size, float height, RenderingMode mode) throws IOException {
        if (at - height < MARGIN) {
            page.close();
            page = turn();
        }
        at -= height;
        page.beginText();
        page.setFont(face.font(), size);
        page.setLineWidth(size * EDGE);
        page.setRenderingMode(mode);
        page.newLineAtOffset(MARGIN, at);
        page.showText(Typeface.visual(shown));
        page.endText();
    }

    private PDPageContentStream turn() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        at = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }
}
