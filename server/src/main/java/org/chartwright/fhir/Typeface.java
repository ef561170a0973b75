package org.chartwright.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of a document: Liberation Sans, which comes with PDFBox, of which each document embeds what it uses. It has the
 * letters of Latin, Greek, Cyrillic and Hebrew script. For one document; one thread.
 */
final class Typeface {

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final char MISSING = '?';

    private final PDFont font;
    private final CmapLookup letters;
    private final Map<Integer, Float> widths = new HashMap<>();

    Typeface(PDDocument document) throws IOException {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(Letters.BYTES));
        this.letters = parsed.getUnicodeCmapLookup();
        this.font = PDType0Font.load(document, parsed, true);
    }

    /** Read when the first document is made. */
    private static final class Letters {
        static final byte[] BYTES = read();

        private static byte[] read() {
            try (InputStream bytes = PDFont.class.getResourceAsStream(RESOURCE)) {
                if (bytes == null) {
                    throw new IllegalStateException("PDFBox has no " + RESOURCE);
                }
                return bytes.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    PDFont font() {
        return font;
    }

    /**
     * A text in letters that are there: marks join their letters where such a letter is, what only steers how text runs is
     * left out, white space is one space, and what the font lacks is a question mark.
     */
    String shown(String text) {
        StringBuilder shown = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                shown.append(' ');
            } else if (Character.getType(point) != Character.FORMAT) {
                shown.appendCodePoint(Character.isISOControl(point) || letters.getGlyphId(point) == 0 ? MISSING : point);
            }
        });
        return shown.toString();
    }

    /** A paragraph of letters that are there in rows of that width, in points; cut inside a word only where one fills a row. */
    List<String> rows(String shown, float size, float width) throws IOException {
        List<String> rows = new ArrayList<>();
        int[] points = shown.codePoints().toArray();
        float most = width * 1000 / size;
        int from = 0;
        int gap = -1;
        float taken = 0;
        for (int i = 0; i < points.length; i++) {
            float own = width(points[i]);
            if (taken + own > most && i > from && points[i] != ' ') {
                int to = gap > from ? gap : i;
                rows.add(new String(points, from, to - from));
                from = gap > from ? gap + 1 : i;
                gap = -1;
                taken = 0;
                for (int k = from; k < i; k++) {
                    taken += width(points[k]);
                }
            }
            if (points[i] == ' ') {
                gap = i;
            }
            taken += own;
        }
        rows.add(new String(points, from, points.length - from));
        return rows;
    }

    /** A row as it stands on paper from left to right, where some of it is read from right to left. */
    static String visual(String row) {
        if (!Bidi.requiresBidi(row.toCharArray(), 0, row.length())) {
            return row;
        }
        Bidi bidi = new Bidi(row, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        String[] runs = new String[levels.length];
        for (int run = 0; run < runs.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String text = row.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            runs[run] = levels[run] % 2 == 0 ? text : new StringBuilder(text).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }

    /** In thousandths of the size. */
    private float width(int point) throws IOException {
        Float known = widths.get(point);
        if (known == null) {
            known = font.getStringWidth(Character.toString(point));
            widths.put(point, known);
        }
        return known;
    }
}
