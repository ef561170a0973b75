package org.chartwright.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.audit.Act;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls in the audit record as CloudTrail writes them, for tools that read those. Stateless, any thread. */
public final class CloudTrailRecord {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ARN = Pattern.compile("arn:aws[^:]*:(?:iam|sts)::(\\d{12}):(.+)");
    private static final Map<String, String> PARAMETERS = Map.of(
            "job", "medicalScribeJobName",
            "vocabulary", "vocabularyName",
            "vocabulary-filter", "vocabularyFilterName");

    private CloudTrailRecord() {}

    /** One line of JSON; empty for what is no call of an AWS API. */
    public static Optional<String> json(Entry entry, String region) {
        Act act = entry.act();
        String[] action = act.action().split(":", 2);
        if (action.length != 2 || !act.action().matches("(transcribe|s3|sts|iam):.*")) {
            return Optional.empty();
        }
        Matcher arn = ARN.matcher(act.actor().name());
        boolean known = arn.matches();
        ObjectNode json = JSON.createObjectNode().put("eventVersion", "1.11");
        ObjectNode who = json.putObject("userIdentity");
        if (known) {
            who.put("type", arn.group(2).startsWith("assumed-role/") ? "AssumedRole" : "IAMUser")
                    .put("arn", act.actor().name())
                    .put("accountId", arn.group(1));
        } else {
            who.put("type", "Unknown").put("principalId", act.actor().name());
        }
        json.put("eventTime", entry.time().toString())
                .put("eventSource", action[0] + ".amazonaws.com")
                .put("eventName", action[1])
                .put("awsRegion", region)
                .put("sourceIPAddress", act.actor().source());
        if (entry.outcome() != Outcome.DONE) {
            json.put("errorCode", entry.reason());
        }
        ObjectNode parameters = json.putObject("requestParameters");
        int slash = act.object().indexOf('/');
        if (slash > 0) {
            String kind = act.object().substring(0, slash);
            parameters.put(PARAMETERS.getOrDefault(kind, kind), act.object().substring(slash + 1));
        }
        json.putNull("responseElements")
                .put("requestID", act.requestId())
                .put("eventID", UUID.nameUUIDFromBytes(entry.canonical().getBytes(StandardCharsets.UTF_8)).toString())
                .put("readOnly", action[1].matches("(Get|List|Head|Read).*"))
                .put("eventType", "AwsApiCall")
                .put("managementEvent", true)
                .put("recipientAccountId", known ? arn.group(1) : "")
                .put("eventCategory", "Management");
        return Optional.of(JSON.writeValueAsString(json));
    }
}
