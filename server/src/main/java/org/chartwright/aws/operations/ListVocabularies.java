package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;
import static org.chartwright.aws.wire.Shapes.oneOf;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.BadTokenException;
import org.chartwright.scribing.Page;
import org.chartwright.scribing.Vocabularies;
import org.chartwright.scribing.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tenant's vocabularies, last modified first, a page at a time. */
public final class ListVocabularies implements Operation {

    private static final Shape.Group INPUT = group()
            .maybe("NextToken", Members.NEXT_TOKEN)
            .maybe("MaxResults", Members.MAX_RESULTS)
            .maybe("StateEquals", oneOf(Vocabulary.State.values()))
            .maybe("NameContains", Members.NAME)
            .made();

    private final Vocabularies vocabularies;

    /** With what it works on. */
    public ListVocabularies(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Override
    public String name() {
        return "ListVocabularies";
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
        Vocabulary.State state = Fields.oneOf(input, "StateEquals", Vocabulary.State.class);
        ObjectNode answer = Fields.object();
        Fields.putName(answer, "Status", state);
        try {
            Page<Vocabulary> page = vocabularies.list(
                    caller.tenant(),
                    new Vocabularies.VocabularyQuery(state, Fields.text(input, "NameContains")),
                    Fields.page(input));
            Fields.putText(answer, "NextToken", page.nextToken());
            ArrayNode list = answer.putArray("Vocabularies");
            page.entries().forEach(vocabulary -> list.add(VocabularyAnswer.of(vocabulary)));
            return answer;
        } catch (BadTokenException _) {
            throw VocabularyAnswer.badToken();
        }
    }
}
