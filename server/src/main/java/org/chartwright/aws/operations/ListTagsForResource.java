package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Tags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tags of a job, vocabulary or filter. */
public final class ListTagsForResource implements Operation {

    private static final Shape.Group INPUT = group()
            .with("ResourceArn", Members.RESOURCE_ARN)
            .made();

    private final Tags tags;

    /** With what it works on. */
    public ListTagsForResource(Tags tags) {
        this.tags = tags;
    }

    @Override
    public String name() {
        return "ListTagsForResource";
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
        TaggedThing thing = TaggedThing.of(caller, input);
        ObjectNode answer = Fields.object().put("ResourceArn", Fields.required(input, "ResourceArn"));
        Fields.putTags(
                answer, tags.of(caller.tenant(), thing.kind(), thing.name()).orElseThrow(TaggedThing::missing));
        return answer;
    }
}
