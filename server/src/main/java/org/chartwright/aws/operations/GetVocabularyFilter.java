package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.VocabularyFilter;
import org.chartwright.scribing.VocabularyFilters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows one vocabulary filter, with a link to its words. */
public final class GetVocabularyFilter implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyFilterName", Members.NAME)
            .made();

    private final VocabularyFilters filters;
    private final DownloadLinks links;

    /** With what it works on. */
    public GetVocabularyFilter(VocabularyFilters filters, DownloadLinks links) {
        this.filters = filters;
        this.links = links;
    }

    @Override
    public String name() {
        return "GetVocabularyFilter";
    }

    @Override
    public Shape.Group input() {
        return INPUT;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public ObjectNode answer(Identity caller, JsonNode input) {
        String name = Fields.required(input, "VocabularyFilterName");
        VocabularyFilter filter = filters.find(caller.tenant(), name).orElseThrow(VocabularyAnswer::filterMissing);
        return VocabularyAnswer.of(filter)
                .put("DownloadUri", links.link(caller, "/vocabularyFilters/" + name + "/content"));
    }
}
