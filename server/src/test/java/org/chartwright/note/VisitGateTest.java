package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.specialties.Specialty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A note is written of every visit, however short, and of nothing else. */
final class VisitGateTest {

    private final NoteWriter writer = new NoteWriter();

    @Test
    void talkThatIsNoVisitGivesAnEmptyNote() {
        List<String> talks = dialogues("not-visits.txt");
        assertThat(talks).hasSizeGreaterThanOrEqualTo(50);
        assertThat(talks).allSatisfy(talk -> assertThat(plain(talk)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(NoteTemplate.class)
    void talkThatIsNoVisitIsNoSessionEither(NoteTemplate template) {
        NoteRequest request = new NoteRequest(template, Pronouns.THEY_THEM, Specialty.GENERAL);
        assertThat(dialogues("not-visits.txt"))
                .allSatisfy(talk -> assertThat(writer.write(Readings.of(talk), request).plain()).as(talk).isEmpty());
    }

    @Test
    void aVisitOfTwoLinesGivesANote() {
        List<String> visits = dialogues("tiny-visits.txt");
        assertThat(visits).hasSizeGreaterThanOrEqualTo(20);
        assertThat(visits).allSatisfy(visit -> {
            String[] parts = visit.substring(3).split("\n", 2);
            assertThat(plain(parts[1]).toLowerCase(Locale.ROOT)).contains(parts[0].strip());
        });
    }

    private String plain(String dialogue) {
        return writer.write(Readings.of(dialogue), NoteRequest.DEFAULT).plain();
    }

    private static List<String> dialogues(String resource) {
        try (InputStream in = VisitGateTest.class.getResourceAsStream(resource)) {
            List<String> dialogues = new ArrayList<>();
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n+", -1)) {
                String dialogue = part.strip();
                if (!dialogue.isEmpty() && !dialogue.startsWith("#")) {
                    dialogues.add(dialogue);
                }
            }
            return dialogues;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
