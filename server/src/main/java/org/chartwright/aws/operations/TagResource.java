package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Tags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets tags on a job, vocabulary or filter, and keeps its others. */
public final class TagResource implements Operation {

    private static final Shape.Group INPUT = group()
            .with("ResourceArn", Members.RESOURCE_ARN)
            .with("Tags", Members.TAGS)
            .made();

    private final Tags tags;

    /** With what it works on. */
    public TagResource(Tags tags) {
        this.tags = tags;
    }

    @Override
    public String name() {
        return "TagResource";
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
        TaggedThing thing = TaggedThing.of(caller, input);
        TaggedThing.done(tags.put(caller.tenant(), thing.kind(), thing.name(), Fields.tags(input)));
        return Fields.object();
    }
}
