package org.chartwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.note.custom.TemplateFile;
import org.chartwright.specialties.Specialty;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the commands that write notes let their user choose. */
final class NoteChoices {

    @Option(
            names = "--template",
            paramLabel = "T",
            converter = Form.class,
            description = "HISTORY_AND_PHYSICAL, GIRPP, BIRP, SIRP, DAP, BEHAVIORAL_SOAP, PHYSICAL_SOAP, or a file of your"
                    + " own (docs/templates.md); default HISTORY_AND_PHYSICAL.")
    private NoteForm template = NoteTemplate.HISTORY_AND_PHYSICAL;

    @Option(
            names = "--specialty",
            paramLabel = "S",
            converter = Field.class,
            description = "Such as cardiology: which words are expected, what comes first and what counts; default general."
                    + " A wrong one lists them all.")
    private Specialty specialty = Specialty.GENERAL;

    @Option(names = "--pronouns", paramLabel = "P", description = "${COMPLETION-CANDIDATES}; default: as spoken.")
    private Pronouns pronouns = Pronouns.THEY_THEM;

    NoteRequest request() {
        return new NoteRequest(template, pronouns, specialty);
    }

    /** A template by its name or by its file. */
    static final class Form implements ITypeConverter<NoteForm> {

        @Override
        public NoteForm convert(String value) {
            String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
            for (NoteTemplate known : NoteTemplate.values()) {
                if (known.name().equals(name)) {
                    return known;
                }
            }
            Path file = Path.of(value);
            if (!Files.isRegularFile(file)) {
                throw new TypeConversionException("'" + value + "' is neither a file nor one of "
                        + Arrays.toString(NoteTemplate.values()));
            }
            try {
                return TemplateFile.parse(Files.readString(file, StandardCharsets.UTF_8));
            } catch (TemplateException e) {
                throw new TypeConversionException(e.problems().stream()
                        .map(problem -> "\n  " + file + ", " + problem)
                        .collect(Collectors.joining("", "the template has mistakes:", "")));
            } catch (IOException _) {
                throw new TypeConversionException(file + " cannot be read as text");
            }
        }
    }

    /** A specialty by its name. */
    static final class Field implements ITypeConverter<Specialty> {

        @Override
        public Specialty convert(String value) {
            return Specialty.named(value).orElseThrow(() -> new TypeConversionException(
                    "'" + value + "' is none of " + String.join(", ", Specialty.slugs())));
        }
    }
}
