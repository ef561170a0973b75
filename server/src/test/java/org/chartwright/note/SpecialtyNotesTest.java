package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.specialties.Guide;
import org.chartwright.specialties.Specialty;
import org.chartwright.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SpecialtyNotesTest {

    private static final Path SAMPLES = Path.of("../samples/specialties");
    private static final DialogueReader READER = new DialogueReader();
    private static final Wording WORDING = Wording.open();
    private static final NoteWriter WRITER = new NoteWriter();

    static Stream<Specialty> specialties() {
        return Arrays.stream(Specialty.values()).filter(one -> one != Specialty.GENERAL);
    }

    @Test
    void thereAreMoreThanTwentyFive() {
        assertThat(specialties()).hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("specialties")
    void itsExampleShowsWhatTheSpecialtyChanges(Specialty specialty) throws IOException {
        List<String> lines = Files.readAllLines(SAMPLES.resolve(specialty.slug() + ".txt"));
        List<String> shows = lines.stream()
                .filter(line -> line.startsWith("# shows "))
                .map(line -> line.substring("# shows ".length()))
                .toList();
        String dialogue = lines.stream().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        String own = note(dialogue, specialty).plain();
        String general = note(dialogue, Specialty.GENERAL).plain();
        assertThat(shows).hasSizeGreaterThanOrEqualTo(2);
        assertThat(own.lines()).as(own).anySatisfy(line -> assertThat(line).startsWith(shows.getFirst()));
        shows.forEach(label -> assertThat(own.lines().filter(line -> line.startsWith(label))).as(own).isNotEmpty());
        assertThat(shows).as(general).anySatisfy(label -> assertThat(general).doesNotContain("\n" + label));
    }

    @ParameterizedTest
    @MethodSource("specialties")
    void itAddsNothingThatNobodySaid(Specialty specialty) throws IOException {
        String dialogue = Files.readString(SAMPLES.resolve(specialty.slug() + ".txt")).replaceAll("(?m)^#.*\n", "");
        Reading reading = reading(dialogue, specialty);
        Map<SegmentId, Segment> segments =
                reading.segments().stream().collect(Collectors.toMap(Segment::id, Function.identity()));
        Verifier verifier = new Verifier(Lexicon.of(specialty));
        WRITER.draft(reading, request(specialty)).sections().stream()
                .flatMap(section -> section.statements().stream())
                .forEach(one -> assertThat(verifier.judge(
                                        one.text(), one.evidence().stream().map(segments::get).toList())
                                .finding())
                        .as(one.text())
                        .isEqualTo(Verdict.Finding.SUPPORTED));
    }

    @ParameterizedTest
    @MethodSource("specialties")
    void itHasWordsForTheRecogniserTermsAndLabels(Specialty specialty) {
        Guide guide = Guide.of(specialty);
        assertThat(guide.hints()).hasSizeGreaterThan(15).doesNotHaveDuplicates().noneMatch(hint -> hint.matches(".*\\d.*"));
        assertThat(guide.terms()).isNotEmpty();
        assertThat(guide.systems()).isNotEmpty();
        assertThat(guide.exam()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(guide.terms()).allSatisfy(term -> assertThat(term.ways()).isNotEmpty());
    }

    @Test
    void anAbbreviationMeansWhatTheSpecialtyMeansByIt() {
        assertThat(meaning("psa", Specialty.UROLOGY)).isEqualTo("prostate specific antigen");
        assertThat(meaning("psa", Specialty.RHEUMATOLOGY)).isEqualTo("psoriatic arthritis");
        assertThat(meaning("cp", Specialty.PEDIATRICS)).isEqualTo("cerebral palsy");
        assertThat(meaning("pe", Specialty.PULMONOLOGY)).isEqualTo("pulmonary embolism");
        assertThat(Lexicon.of(Specialty.PULMONOLOGY).concept("pe").orElseThrow().codes())
                .as("what the lexicon knows keeps its codes")
                .isEqualTo(Lexicon.standard().concept("pulmonary embolism").orElseThrow().codes());
    }

    @Test
    void aKeyFactThatTheNoteLeavesOutWeighsMost() {
        Emphasis eyes = Emphasis.of(Specialty.OPHTHALMOLOGY);
        assertThat(eyes.weight("floaters", 0.3)).isEqualTo(0.9);
        assertThat(eyes.weight("floaters", 0)).isZero();
        assertThat(eyes.weight("cough", 0.3)).isEqualTo(0.3);
    }

    @Test
    void aSpecialtyIsKnownByItsNameInAnySpelling() {
        assertThat(Specialty.named("OB/GYN")).contains(Specialty.OB_GYN);
        assertThat(Specialty.named("pain medicine")).contains(Specialty.PAIN_MEDICINE);
        assertThat(Specialty.named("allergy-immunology")).contains(Specialty.ALLERGY_IMMUNOLOGY);
        assertThat(Specialty.named("astrology")).isEmpty();
    }

    private static String meaning(String word, Specialty specialty) {
        return Lexicon.of(specialty).concept(word).orElseThrow().name();
    }

    private static Reading reading(String dialogue, Specialty specialty) {
        return READER.read(WORDING.typed(DialogueText.parse(dialogue)), new UUID(1, 2), specialty);
    }

    private static Draft note(String dialogue, Specialty specialty) {
        return WRITER.write(reading(dialogue, specialty), request(specialty));
    }

    private static NoteRequest request(Specialty specialty) {
        return new NoteRequest(NoteTemplate.HISTORY_AND_PHYSICAL, Pronouns.THEY_THEM, specialty);
    }
}
