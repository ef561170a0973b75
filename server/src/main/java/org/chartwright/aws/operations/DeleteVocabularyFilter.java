package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.VocabularyFilters;
import tools.jackson.databind.JsonNode;

/** Forgets a vocabulary filter. */
public final class DeleteVocabularyFilter implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyFilterName", Members.NAME)
            .made();

    private final VocabularyFilters filters;

    /** With what it works on. */
    public DeleteVocabularyFilter(VocabularyFilters filters) {
        this.filters = filters;
    }

    @Override
    public String name() {
        return "DeleteVocabularyFilter";
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
        String name = Fields.required(input, "VocabularyFilterName");
        return VocabularyAnswer.deleted(filters.delete(caller.tenant(), name), VocabularyAnswer.filterMissing());
    }
}
