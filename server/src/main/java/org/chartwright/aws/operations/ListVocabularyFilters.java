package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.BadTokenException;
import org.chartwright.scribing.Page;
import org.chartwright.scribing.VocabularyFilter;
import org.chartwright.scribing.VocabularyFilters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tenant's vocabulary filters, last modified first, a page at a time. */
public final class ListVocabularyFilters implements Operation {

    private static final Shape.Group INPUT = group()
            .maybe("NextToken", Members.NEXT_TOKEN)
            .maybe("MaxResults", Members.MAX_RESULTS)
            .maybe("NameContains", Members.NAME)
            .made();

    private final VocabularyFilters filters;

    /** With what it works on. */
    public ListVocabularyFilters(VocabularyFilters filters) {
        this.filters = filters;
    }

    @Override
    public String name() {
        return "ListVocabularyFilters";
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
        ObjectNode answer = Fields.object();
        try {
            Page<VocabularyFilter> page =
                    filters.list(caller.tenant(), Fields.text(input, "NameContains"), Fields.page(input));
            Fields.putText(answer, "NextToken", page.nextToken());
            ArrayNode list = answer.putArray("VocabularyFilters");
            page.entries().forEach(filter -> list.add(VocabularyAnswer.of(filter)));
            return answer;
        } catch (BadTokenException _) {
            throw VocabularyAnswer.badToken();
        }
    }
}
