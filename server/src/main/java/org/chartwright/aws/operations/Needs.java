package org.chartwright.aws.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwright.access.Identity;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.scribing.Tags;
import tools.jackson.databind.JsonNode;

/** What a caller must be allowed for each operation: an action, on the ARN of what the input names, with what it says. */
public final class Needs {

    private static final Map<Tags.Kind, String> TAILS = Map.of(
            Tags.Kind.JOB, "medical-scribe-job",
            Tags.Kind.VOCABULARY, "vocabulary",
            Tags.Kind.VOCABULARY_FILTER, "vocabulary-filter");

    private static final Map<Tags.Kind, String> MEMBERS = Map.of(
            Tags.Kind.JOB, "MedicalScribeJobName",
            Tags.Kind.VOCABULARY, "VocabularyName",
            Tags.Kind.VOCABULARY_FILTER, "VocabularyFilterName");

    private final Tags tags;
    private final Place place;

    /** With the tags that conditions may name. */
    public Needs(Tags tags, Place place) {
        this.tags = tags;
        this.place = place;
    }

    /** The ARN of something of an account. */
    static String arn(Place place, String account, Tags.Kind kind, String name) {
        return "arn:aws:transcribe:" + place.region() + ":" + account + ":" + TAILS.get(kind) + "/" + name;
    }

    /** What an operation needs; the input has the operation's shape. */
    public Asked of(Identity caller, String operation, JsonNode input) {
        String action = "transcribe:" + operation;
        if (input.path("ResourceArn").isString()) {
            return new Asked(action, input.path("ResourceArn").stringValue(), context(caller, input));
        }
        for (Map.Entry<Tags.Kind, String> member : MEMBERS.entrySet()) {
            boolean named = input.path(member.getValue()).isString();
            if (named && operation.endsWith(member.getValue().replaceFirst("Name$", ""))) {
                String name = input.path(member.getValue()).stringValue();
                Context context = context(caller, input)
                        .withTags("aws:ResourceTag", () -> tags.of(caller.tenant(), member.getKey(), name).orElse(Map.of()));
                return new Asked(action, arn(place, caller.accountId(), member.getKey(), name), context);
            }
        }
        return new Asked(action, "*", context(caller, input));
    }

    private Context context(Identity caller, JsonNode input) {
        Map<String, String> asked = new TreeMap<>();
        input.path("Tags").forEach(tag -> asked.put(tag.path("Key").asString(), tag.path("Value").asString()));
        List<String> keys = new ArrayList<>(asked.keySet());
        input.path("TagKeys").forEach(key -> keys.add(key.asString()));
        Context context = Context.EMPTY
                .with("aws:TagKeys", () -> keys)
                .withTags("aws:RequestTag", () -> asked)
                .with("aws:ResourceAccount", caller.accountId());
        if (input.path("ResourceArn").isString()) {
            context = context.withTags("aws:ResourceTag", () -> tagsOf(caller, input));
        }
        String bucket = input.path("OutputBucketName").asString("");
        String name = input.path("MedicalScribeJobName").asString("");
        if (!bucket.isEmpty()) {
            context = context.with("transcribe:OutputBucketName", bucket)
                    .with("transcribe:OutputKey", name + "/")
                    .with("transcribe:OutputLocation", "s3://" + bucket + "/" + name + "/");
        }
        String key = input.path("OutputEncryptionKMSKeyId").asString("");
        return key.isEmpty() ? context : context.with("transcribe:OutputEncryptionKMSKeyId", key);
    }

    private Map<String, String> tagsOf(Identity caller, JsonNode input) {
        return TaggedThing.find(caller, input)
                .flatMap(thing -> tags.of(caller.tenant(), thing.kind(), thing.name()))
                .orElse(Map.of());
    }
}
