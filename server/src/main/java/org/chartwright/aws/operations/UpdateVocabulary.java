package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Vocabularies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces the whole content of a vocabulary. */
public final class UpdateVocabulary implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyName", Members.NAME)
            .with("LanguageCode", Members.LANGUAGE)
            .maybe("Phrases", Members.PHRASES)
            .maybe("VocabularyFileUri", Members.FILE_URI)
            .maybe("DataAccessRoleArn", Members.ROLE)
            .made();

    private final Vocabularies vocabularies;
    private final WordSources sources;

    /** With what it works on. */
    public UpdateVocabulary(Vocabularies vocabularies, WordSources sources) {
        this.vocabularies = vocabularies;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "UpdateVocabulary";
    }

    @Override
    public Shape.Group input() {
        return INPUT;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ObjectNode answer(Identity caller, JsonNode input) {
        return VocabularyAnswer.of(VocabularyAnswer.done(vocabularies.update(
                caller.tenant(),
                Fields.required(input, "VocabularyName"),
                Fields.required(input, "LanguageCode"),
                sources.phrases(caller, input))));
    }
}
