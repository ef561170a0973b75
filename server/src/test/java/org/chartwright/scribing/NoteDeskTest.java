package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.encounter.Pronouns;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.custom.TemplateFolder;
import org.chartwright.scribing.NoteDesk.Objection;
import org.chartwright.specialties.Specialty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoteDeskTest {

    @TempDir
    private Path folder = Path.of("");

    private NoteDesk desk = NoteDesk.DEFAULT;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("SHORT.template"), "template: SHORT\n[PLAN]\nholds: plan\n");
        Files.writeString(folder.resolve("BROKEN.template"), "template: BROKEN\n[PLAN]\nholds: lunch\n");
        Files.writeString(folder.resolve("WRONG.template"), "template: OTHER\n[PLAN]\nholds: plan\n");
        Files.writeString(folder.resolve("notes.txt"), "not a template");
        desk = new NoteDesk(Specialty.CARDIOLOGY, TemplateFolder.of(folder), Set.of());
    }

    @Test
    void aJobMayAskForATemplateOfTheFolder() {
        assertThat(desk.objection(job("SHORT", Map.of()))).isEmpty();
        NoteRequest note = desk.note(job("SHORT", Map.of())).orElseThrow();
        assertThat(note.template().sections()).containsExactly("PLAN");
        assertThat(note.pronouns()).isEqualTo(Pronouns.SHE_HER);
    }

    @Test
    void aTemplateThatThereIsNotIsToldWithAllThatThereAre() {
        assertThat(desk.objection(job("SOAP", Map.of()))).hasValueSatisfying(objection -> assertThat(objection)
                .isInstanceOfSatisfying(Objection.NoTemplate.class, none -> assertThat(none.known())
                        .startsWith("HISTORY_AND_PHYSICAL")
                        .endsWith("BROKEN", "SHORT", "WRONG")
                        .doesNotContain("notes")));
        assertThat(desk.objection(job("../SHORT", Map.of()))).isPresent();
    }

    @Test
    void aTemplateWithMistakesIsRefusedWithItsLines() {
        assertThat(desk.objection(job("BROKEN", Map.of()))).hasValueSatisfying(objection -> assertThat(objection)
                .isInstanceOfSatisfying(Objection.BadTemplate.class, bad -> assertThat(bad.mistakes())
                        .startsWith("line 3: no content \"lunch\"")));
        assertThat(desk.objection(job("WRONG", Map.of()))).get().isInstanceOf(Objection.BadTemplate.class);
        assertThat(desk.note(job("BROKEN", Map.of()))).isEmpty();
    }

    @Test
    void theTagDecidesTheSpecialtyAndTheSettingWhereThereIsNone() {
        assertThat(desk.note(job(null, Map.of(NoteDesk.SPECIALTY_TAG, "OB/GYN"))).orElseThrow().specialty())
                .isEqualTo(Specialty.OB_GYN);
        assertThat(desk.note(job(null, Map.of())).orElseThrow().specialty()).isEqualTo(Specialty.CARDIOLOGY);
        assertThat(desk.objection(job(null, Map.of(NoteDesk.SPECIALTY_TAG, "astrology"))))
                .get()
                .isInstanceOf(Objection.NoSpecialty.class);
    }

    @Test
    void onlyEnginesThatAreOfferedCanBeChosen() {
        NoteDesk two = new NoteDesk(Specialty.GENERAL, TemplateFolder.NONE, Set.of(), Set.of("pocketsphinx", "vosk"));
        assertThat(two.objection(job(null, Map.of(NoteDesk.ENGINE_TAG, "vosk")))).isEmpty();
        assertThat(two.objection(job(null, Map.of(NoteDesk.ENGINE_TAG, "oracle"))))
                .contains(new Objection.NoEngine(List.of("pocketsphinx", "vosk")));
    }

    private static JobRequest job(@org.jspecify.annotations.Nullable String template, Map<String, String> tags) {
        JobRequest plain = Requests.with("visit", new JobSettings(true, 2, null, null, null, null, template));
        return new JobRequest(
                plain.name(), plain.media(), plain.outputBucket(), plain.roleArn(), plain.settings(), List.of(), tags,
                plain.context());
    }
}
