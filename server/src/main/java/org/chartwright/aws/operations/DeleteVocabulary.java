package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Vocabularies;
import tools.jackson.databind.JsonNode;

/** Forgets a vocabulary. */
public final class DeleteVocabulary implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyName", Members.NAME)
            .made();

    private final Vocabularies vocabularies;

    /** With what it works on. */
    public DeleteVocabulary(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Override
    public String name() {
        return "DeleteVocabulary";
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
    public JsonNode answer(Identity caller, JsonNode input) {
        String name = Fields.required(input, "VocabularyName");
        return VocabularyAnswer.deleted(vocabularies.delete(caller.tenant(), name), VocabularyAnswer.missing());
    }
}
