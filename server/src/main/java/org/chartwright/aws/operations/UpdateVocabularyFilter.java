package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.VocabularyFilters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces all words of a vocabulary filter. */
public final class UpdateVocabularyFilter implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyFilterName", Members.NAME)
            .maybe("Words", Members.WORDS)
            .maybe("VocabularyFilterFileUri", Members.FILE_URI)
            .maybe("DataAccessRoleArn", Members.ROLE)
            .made();

    private final VocabularyFilters filters;
    private final WordSources sources;

    /** With what it works on. */
    public UpdateVocabularyFilter(VocabularyFilters filters, WordSources sources) {
        this.filters = filters;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "UpdateVocabularyFilter";
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
        return VocabularyAnswer.of(VocabularyAnswer.filterDone(filters.update(
                caller.tenant(),
                Fields.required(input, "VocabularyFilterName"),
                sources.words(caller, input))));
    }
}
