package org.chartwright.aws.operations;

import java.util.Map;
import java.util.Optional;
import org.chartwright.access.Identity;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.scribing.Change;
import org.chartwright.scribing.Tags;
import tools.jackson.databind.JsonNode;

/** What an ARN names. */
record TaggedThing(Tags.Kind kind, String name) {

    private static final int ACCOUNT = 4;
    private static final int TAIL = 5;

    /** The caller's own thing; what belongs to another account is as good as missing. */
    static TaggedThing of(Identity caller, JsonNode input) {
        return find(caller, input).orElseThrow(TaggedThing::missing);
    }

    /** The same; empty where the ARN names nothing that could be the caller's. */
    static Optional<TaggedThing> find(Identity caller, JsonNode input) {
        String[] parts = Fields.required(input, "ResourceArn").split(":", TAIL + 1);
        String[] tail = parts[TAIL].split("/", 2);
        if (!parts[ACCOUNT].equals(caller.accountId())) {
            return Optional.empty();
        }
        return switch (tail[0]) {
            case "medical-scribe-job" -> Optional.of(new TaggedThing(Tags.Kind.JOB, tail[1]));
            case "vocabulary" -> Optional.of(new TaggedThing(Tags.Kind.VOCABULARY, tail[1]));
            case "vocabulary-filter" -> Optional.of(new TaggedThing(Tags.Kind.VOCABULARY_FILTER, tail[1]));
            default -> Optional.empty();
        };
    }

    static void done(Change<Map<String, String>> change) {
        switch (change) {
            case Change.Done<Map<String, String>> _ -> {}
            case Change.NotFound<Map<String, String>> _, Change.NameTaken<Map<String, String>> _ -> throw missing();
            case Change.Busy<Map<String, String>> _ -> throw new AwsFault(
                    FaultCode.CONFLICT, "The resource is being changed. Try again later.");
            case Change.TooMany<Map<String, String>> _ -> throw Fields.tooManyTags();
        }
    }

    static AwsFault missing() {
        return new AwsFault(
                FaultCode.NOT_FOUND,
                "The requested resource couldn't be found. Check the resource ARN and try your request again.");
    }
}
