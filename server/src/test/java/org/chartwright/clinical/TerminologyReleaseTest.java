package org.chartwright.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TerminologyReleaseTest {

    @TempDir
    private Path folder;

    @Test
    void anOrderFileGivesCodesTheirPoint() throws IOException {
        Path file = write("icd10cm-order-2099.txt",
                order(1, "A00", "0", "Cholera", "Cholera"),
                order(2, "E119", "1", "Type 2 diabetes", "Type 2 diabetes mellitus without complications"));
        TerminologyRelease release = TerminologyRelease.icd10cmOrder(file);
        assertThat(release.size()).isEqualTo(2);
        assertThat(release.name("E11.9")).contains("Type 2 diabetes mellitus without complications");
        assertThat(release.code("CHOLERA").orElseThrow().code()).isEqualTo("A00");
    }

    @Test
    void onlyRxNormsOwnEnglishNamesThatAreNotObsoleteCount() throws IOException {
        Path file = write("RXNCONSO.RRF",
                rx("6809", "ENG", "RXNORM", "IN", "metformin", "N"),
                rx("6809", "ENG", "MTHSPL", "SU", "METFORMIN HYDROCHLORIDE", "N"),
                rx("1", "ENG", "RXNORM", "IN", "oldamine", "O"));
        TerminologyRelease release = TerminologyRelease.rxNormConcepts(file);
        assertThat(release.code("Metformin").orElseThrow().code()).isEqualTo("6809");
        assertThat(release.code("metformin hydrochloride")).isEmpty();
        assertThat(release.code("oldamine")).isEmpty();
    }

    @Test
    void aDescriptionSnapshotGivesActiveNamesWithoutTheirTag() throws IOException {
        Path file = write("sct2_Description_Snapshot-en.txt",
                "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId",
                "10\t20990101\t1\t900\t77001\ten\t900000000000003001\tExample pain (finding)\t900",
                "11\t20990101\t0\t900\t77002\ten\t900000000000013009\tRetired pain\t900");
        TerminologyRelease release = TerminologyRelease.snomedDescriptions(file);
        assertThat(release.code("example pain").orElseThrow().code()).isEqualTo("77001");
        assertThat(release.code("retired pain")).isEmpty();
    }

    @Test
    void aNameOfTwoCodesGivesNone() throws IOException {
        Path file = write("RXNCONSO.RRF", rx("1", "ENG", "RXNORM", "IN", "same", "N"), rx("2", "ENG", "RXNORM", "BN", "Same", "N"));
        assertThat(TerminologyRelease.rxNormConcepts(file).code("same")).isEmpty();
    }

    @Test
    void aFileOfAnotherFormIsRefusedByLine() throws IOException {
        Path file = write("RXNCONSO.RRF", rx("1", "ENG", "RXNORM", "IN", "good", "N"), "not a line of it");
        assertThatThrownBy(() -> TerminologyRelease.rxNormConcepts(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("RXNCONSO.RRF, line 2");
        Path empty = write("empty.txt", "");
        assertThatThrownBy(() -> TerminologyRelease.icd10cmOrder(empty)).hasMessageContaining("no usable line");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String order(int number, String code, String billable, String shortName, String longName) {
        return String.format(Locale.ROOT, "%05d %-7s %s %-60s %s", number, code, billable, shortName, longName);
    }

    private static String rx(String id, String language, String source, String type, String name, String suppress) {
        return String.join("|", id, language, "", "", "", "", "", "A" + id, "", "", "", source, type, "", name, "", suppress, "", "");
    }
}
