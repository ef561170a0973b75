package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Vocabularies;
import org.chartwright.scribing.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a vocabulary; it is PENDING until its content has been read. */
public final class CreateVocabulary implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyName", Members.NAME)
            .with("LanguageCode", Members.LANGUAGE)
            .maybe("Phrases", Members.PHRASES)
            .maybe("VocabularyFileUri", Members.FILE_URI)
            .maybe("Tags", Members.TAGS)
            .maybe("DataAccessRoleArn", Members.ROLE)
            .made();

    private final Vocabularies vocabularies;
    private final WordSources sources;

    /** With what it works on. */
    public CreateVocabulary(Vocabularies vocabularies, WordSources sources) {
        this.vocabularies = vocabularies;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "CreateVocabulary";
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
        String name = VocabularyAnswer.requireName(Fields.required(input, "VocabularyName"));
        Vocabulary made = VocabularyAnswer.done(vocabularies.create(
                caller.tenant(),
                name,
                Fields.required(input, "LanguageCode"),
                sources.phrases(caller, input),
                Fields.tags(input)));
        ObjectNode answer = VocabularyAnswer.of(made);
        Fields.putText(answer, "FailureReason", made.failureReason());
        return answer;
    }
}
