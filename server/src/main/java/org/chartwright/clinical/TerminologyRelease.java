package org.chartwright.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.chartwright.encounter.Insight.Code;

/**
 * A full release of a terminology that the user has a right to, read from the publisher's own file: names to codes, and
 * codes to names. Files may be gzipped. Immutable once read, safe for any number of threads.
 */
public final class TerminologyRelease {

    /** The name of SNOMED CT as a code system. */
    public static final String SNOMED_CT = "SNOMED CT";

    private static final int ORDER_CODE = 6;
    private static final int ORDER_CODE_END = 13;
    private static final int ORDER_LONG_NAME = 77;
    /** Ingredient, brand name, preferred name, synonyms. */
    private static final Set<String> RX_TERM_TYPES = Set.of("IN", "PIN", "BN", "MIN", "SCD", "SBD", "SY", "TMSY");

    private final String system;
    private final Map<String, String> codesByName = new HashMap<>();
    private final Map<String, String> namesByCode = new HashMap<>();

    private TerminologyRelease(String system) {
        this.system = system;
    }

    /**
     * Reads CMS's ICD-10-CM order file ({@code icd10cm-order-….txt}): fixed columns, the code in 7–13 without its point, the
     * long name from 78 on.
     *
     * @throws IOException when it cannot be read, or a line has not that form; the message names the line
     */
    public static TerminologyRelease icd10cmOrder(Path file) throws IOException {
        TerminologyRelease release = new TerminologyRelease(Lexicon.ICD_10_CM);
        release.read(file, (line, number) -> {
            if (line.length() <= ORDER_LONG_NAME) {
                throw malformed(file, number, "is shorter than the columns of an order file");
            }
            String bare = line.substring(ORDER_CODE, ORDER_CODE_END).strip();
            String code = bare.length() > 3 ? bare.substring(0, 3) + "." + bare.substring(3) : bare;
            release.put(code, line.substring(ORDER_LONG_NAME).strip());
        });
        return release;
    }

    /**
     * Reads RxNorm's {@code RXNCONSO.RRF}: fields parted by bars; English names that RxNorm itself gives and that are not
     * suppressed.
     *
     * @throws IOException when it cannot be read, or a line has too few fields; the message names the line
     */
    public static TerminologyRelease rxNormConcepts(Path file) throws IOException {
        TerminologyRelease release = new TerminologyRelease(Lexicon.RX_NORM);
        release.read(file, (line, number) -> {
            List<String> fields = List.of(line.split("\\|", -1));
            if (fields.size() < 17) {
                throw malformed(file, number, "has fewer fields than RXNCONSO.RRF");
            }
            boolean wanted = fields.get(1).equals("ENG")
                    && fields.get(11).equals("RXNORM")
                    && RX_TERM_TYPES.contains(fields.get(12))
                    && !fields.get(16).equals("O");
            if (wanted) {
                release.put(fields.getFirst(), fields.get(14));
            }
        });
        return release;
    }

    /**
     * Reads a SNOMED CT RF2 description snapshot ({@code sct2_Description_Snapshot-en_….txt}): fields parted by tabs after
     * a heading; active descriptions. A fully specified name gives its name without the tag in brackets.
     *
     * @throws IOException when it cannot be read, or a line has too few fields; the message names the line
     */
    public static TerminologyRelease snomedDescriptions(Path file) throws IOException {
        TerminologyRelease release = new TerminologyRelease(SNOMED_CT);
        release.read(file, (line, number) -> {
            List<String> fields = List.of(line.split("\t", -1));
            if (fields.size() < 9) {
                throw malformed(file, number, "has fewer fields than an RF2 description");
            }
            boolean heading = number == 1 && fields.getFirst().equals("id");
            if (!heading && fields.get(2).equals("1")) {
                release.put(fields.get(4), fields.get(7).replaceFirst(" \\([^()]*\\)$", ""));
            }
        });
        return release;
    }

    /** The code system's name, as {@link Code#system()} has it. */
    public String system() {
        return system;
    }

    /** How many codes the release holds. */
    public int size() {
        return namesByCode.size();
    }

    /** The code whose name this is, letter case aside; empty when none or when two codes share the name. */
    public Optional<Code> code(String name) {
        return Optional.ofNullable(codesByName.get(key(name)))
                .filter(code -> !code.isEmpty())
                .map(code -> new Code(system, code, namesByCode.getOrDefault(code, name)));
    }

    /** The first name the release gives a code. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(namesByCode.get(code));
    }

    private void put(String code, String name) {
        namesByCode.putIfAbsent(code, name);
        // A name that two codes share tells nothing: better no code than a wrong one.
        codesByName.merge(key(name), code, (first, second) -> first.equals(second) ? first : "");
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static IOException malformed(Path file, int number, String what) {
        return new IOException(file.getFileName() + ", line " + number + " " + what);
    }

    private interface LineTaker {
        void take(String line, int number) throws IOException;
    }

    private void read(Path file, LineTaker taker) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taker.take(line, number);
                }
            }
        }
        if (namesByCode.isEmpty()) {
            throw new IOException(file.getFileName() + " holds no usable line");
        }
    }
}
