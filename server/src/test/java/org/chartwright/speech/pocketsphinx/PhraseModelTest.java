package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chartwright.speech.Hints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phrases of a visit: how their words are said, and what the decoder is told to expect. */
final class PhraseModelTest {

    private static final LetterSounds LETTERS = LetterSounds.shipped();

    @Test
    void ipaIsTakenAsItIs() {
        assertThat(model(new Hints.Phrase("zoltrafen", "", "z ɒ l t ɹ ə f ɛ n")).pronunciations())
                .containsEntry("zoltrafen", "Z AA L T R AH F EH N");
    }

    @Test
    void soundsLikeIsSaidSyllableBySyllable() {
        assertThat(model(new Hints.Phrase("qdx", "kwik-dex", "")).pronunciations())
                .containsEntry("qdx", "K W IH K D EH K S");
    }

    @Test
    void anUnknownWordIsSaidByItsLetters() {
        assertThat(model(new Hints.Phrase("bantrol", "", "")).pronunciations())
                .containsEntry("bantrol", "B AE N T R OW L");
    }

    @Test
    void aKnownWordKeepsItsPronunciationsAndGetsAnother() {
        assertThat(model(new Hints.Phrase("pain", "pay-een", "")).pronunciations().keySet())
                .containsExactly("pain(9)");
    }

    @Test
    void aPhraseGoesOnOnceBegun(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("phrases.lm");
        model(new Hints.Phrase("pain-clinic", "", ""), new Hints.Phrase("clinic of pain", "", "")).write(file);
        assertThat(Files.readString(file))
                .contains("ngram 1=5", "ngram 2=3", "ngram 3=1")
                .contains("-0.0223\tpain clinic")
                .contains("-0.0223\tclinic of pain");
    }

    @Test
    void aPhraseThatCannotBeSaidIsLeftOut() {
        assertThat(model(new Hints.Phrase("!!!", "", "")).isEmpty()).isTrue();
    }

    private static PhraseModel model(Hints.Phrase... phrases) {
        return new PhraseModel(new Hints(List.of(phrases)), Set.of("pain", "clinic", "of"), LETTERS);
    }
}
