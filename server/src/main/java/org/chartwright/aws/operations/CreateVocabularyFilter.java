package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.VocabularyFilters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a vocabulary filter; it is ready at once. */
public final class CreateVocabularyFilter implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyFilterName", Members.NAME)
            .with("LanguageCode", Members.LANGUAGE)
            .maybe("Words", Members.WORDS)
            .maybe("VocabularyFilterFileUri", Members.FILE_URI)
            .maybe("Tags", Members.TAGS)
            .maybe("DataAccessRoleArn", Members.ROLE)
            .made();

    private final VocabularyFilters filters;
    private final WordSources sources;

    /** With what it works on. */
    public CreateVocabularyFilter(VocabularyFilters filters, WordSources sources) {
        this.filters = filters;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "CreateVocabularyFilter";
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
        String name = VocabularyAnswer.requireName(Fields.required(input, "VocabularyFilterName"));
        return VocabularyAnswer.of(VocabularyAnswer.filterDone(filters.create(
                caller.tenant(),
                name,
                Fields.required(input, "LanguageCode"),
                sources.words(caller, input),
                Fields.tags(input))));
    }
}
