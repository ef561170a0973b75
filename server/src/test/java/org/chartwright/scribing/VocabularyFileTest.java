package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VocabularyFileTest {

    private static List<VocabularyEntry> read(String text) throws VocabularyException {
        return VocabularyFile.entries(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String... says) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(VocabularyException.class).hasMessageContainingAll(says);
    }

    @Test
    void aTableIsReadInAnyOrderOfColumnsAndWrittenBackInOne() throws Exception {
        List<VocabularyEntry> entries = read("DisplayAs\tPhrase\tIPA\tSoundsLike\nHbA1c\tH.-b-A.-one-c\t\taitch-bee\n");
        assertThat(entries).containsExactly(new VocabularyEntry("H.-b-A.-one-c", "aitch-bee", "", "HbA1c"));
        assertThat(read(VocabularyFile.table(entries))).isEqualTo(entries);
    }

    @Test
    void aListHoldsPhrasesByLineOrComma() throws Exception {
        assertThat(read("Los-Angeles,CLI\nEtienne\n")).extracting(VocabularyEntry::phrase)
                .containsExactly("Los-Angeles", "CLI", "Etienne");
    }

    @Test
    void whatIsWrongIsNamedByLineAndColumn() {
        refused("Phrase\tDisplayAs\nok\tOK\nb12\tB12\n", "Line 3", "Phrase", "digit");
        refused("Phrase\tDisplayAs\nnew york\tNew York\n", "Line 2", "Phrase", "space");
        refused("Phrase\tDisplayAs\nonly-one-cell\n", "Line 2", "tabs");
        refused("Phrase\tSoundsLike\tIPA\na\tb\tc\n", "Line 2", "IPA", "SoundsLike");
        refused("Phrase\tColour\na\tb\n", "Line 1", "unknown column");
        refused("Phrase\tPhrase\na\tb\n", "Line 1", "twice");
        refused("ok\nan-Übel\n", "Line 2", "may hold only");
        refused("ok\r\n", "Line 1", "carriage return");
        refused("", "empty");
        refused("Phrase\tIPA\n", "no phrase");
        refused("x".repeat(257), "Line 1", "256");
        refused("word\n".repeat(11_000), "50 KB");
        assertThatThrownBy(() -> VocabularyFile.entries(new byte[] {(byte) 0xC3, 0x28})).hasMessageContaining("UTF-8");
    }

    @Test
    void aFilterHasOneWordALine() throws Exception {
        assertThat(VocabularyFile.words("Miller\n\nSmith\nMiller\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Miller", "Smith");
        assertThatThrownBy(() -> VocabularyFile.words("two words\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("Line 1");
    }
}
