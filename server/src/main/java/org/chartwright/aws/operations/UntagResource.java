package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import java.util.Set;
import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Tags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes tags off a job, vocabulary or filter. */
public final class UntagResource implements Operation {

    private static final Shape.Group INPUT = group()
            .with("ResourceArn", Members.RESOURCE_ARN)
            .with("TagKeys", Members.TAG_KEYS)
            .made();

    private final Tags tags;

    /** With what it works on. */
    public UntagResource(Tags tags) {
        this.tags = tags;
    }

    @Override
    public String name() {
        return "UntagResource";
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
        Set<String> keys = Set.copyOf(Fields.texts(input, "TagKeys"));
        TaggedThing.done(tags.remove(caller.tenant(), thing.kind(), thing.name(), keys));
        return Fields.object();
    }
}
