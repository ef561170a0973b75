package org.chartwright.aws;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.access.TenantId;
import org.chartwright.aws.operations.Needs;
import org.chartwright.aws.operations.Operation;
import org.chartwright.aws.operations.Operations;
import org.chartwright.aws.operations.Place;
import org.chartwright.aws.signing.SignatureRules;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.ShapeCheck;
import org.chartwright.aws.wire.WireAnswer;
import org.chartwright.aws.wire.WireRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front of the HealthScribe face: a request as it came becomes an answer, whatever it is. Safe for any number of
 * threads; knows no HTTP server.
 *
 * <p>In this order: the signature, then the operation's name, then the body. Someone who is not known learns nothing but
 * that.
 */
public final class AwsApi {

    /** The largest body of any request of this API, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(AwsApi.class);
    private static final String TARGET = "x-amz-target";
    private static final String TARGET_PREFIX = "Transcribe.";
    private static final Pattern OWN_SCOPE = Pattern.compile("/transcribe/aws4_request\\b|%2[Ff]transcribe%2[Ff]aws4_request\\b");
    private static final Pattern CONTENT = Pattern.compile("/(vocabularies|vocabularyFilters)/([0-9a-zA-Z._-]+)/content");
    private static final String JSON_1_1 = "application/x-amz-json-1.1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ApiRooms rooms;
    private final Caller callers;
    private final StsApi sts;
    private final Gate gate;
    private final Needs needs;
    private final Place place;
    private final CallRecord record;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /**
     * The face of these rooms.
     *
     * @param place what the answers call this server
     * @param onlyRegion the one region callers must sign for, or {@code null} to take any
     */
    public AwsApi(ApiRooms rooms, Place place, @Nullable String onlyRegion, Clock clock) {
        this.rooms = rooms;
        this.place = place;
        this.callers = new Caller(rooms.credentials(), rooms.signatures(), place, SignatureRules.transcribe(onlyRegion), clock);
        this.gate = new Gate(rooms.credentials(), clock);
        this.needs = new Needs(rooms.tags(), place);
        this.record = new CallRecord(rooms.audit(), "transcribe:");
        this.sts = new StsApi(rooms, place, clock);
        Operations made = new Operations(
                rooms.jobs(), rooms.vocabularies(), rooms.filters(), rooms.tags(), rooms.store(), rooms.roles());
        for (Operation operation : made.all(place, callers)) {
            operations.put(operation.name(), operation);
        }
    }

    /**
     * Whether a request is for this face and not for the object store that shares its port. An operation's target or a
     * signature for this service says so; so does a bare POST to the root, which no object store knows.
     */
    public static boolean takes(WireRequest head) {
        return StsApi.takes(head)
                || head.first(TARGET).isPresent()
                || OWN_SCOPE.matcher(head.first("authorization").orElse("")).find()
                || OWN_SCOPE.matcher(head.query()).find()
                || (head.method().equals("POST") && head.target().equals("/"));
    }

    Caller callers() {
        return callers;
    }

    Gate gate() {
        return gate;
    }

    Place place() {
        return place;
    }

    /** The names of all operations. */
    public Set<String> operations() {
        return Set.copyOf(operations.keySet());
    }

    /** Serves a request; every failure becomes an answer too. */
    public WireAnswer answer(WireRequest request) {
        if (StsApi.takes(request)) {
            return sts.answer(request);
        }
        String requestId = UUID.randomUUID().toString();
        boolean rest = request.first(TARGET).isEmpty() && !request.path().equals("/");
        try {
            Caller.Known caller = known(request, requestId);
            return rest
                    ? rest(request, caller, requestId)
                    : json(request, caller, requestId);
        } catch (AwsFault fault) {
            return fault(fault, requestId, rest);
        } catch (RuntimeException e) {
            // The message of an unexpected exception may quote anything, so it stays out of log and answer.
            LOG.error("Request {} failed inside: {}; its sender is told to try again", requestId, Trouble.of(e));
            return fault(new AwsFault(FaultCode.INTERNAL_FAILURE, "There was an internal error. Check the error message,"
                    + " correct the issue, and try your request again."), requestId, rest);
        }
    }

    private Caller.Known known(WireRequest request, String requestId) {
        try {
            return callers.of(request);
        } catch (AwsFault fault) {
            record.stranger(request, fault, requestId);
            throw fault;
        }
    }

    /** The answer to a body that is larger than any request of this API. */
    public static WireAnswer tooLarge() {
        AwsFault fault = new AwsFault(FaultCode.REQUEST_TOO_LARGE, "A request can have at most " + LARGEST_BODY + " bytes.");
        return fault(fault, UUID.randomUUID().toString(), false);
    }

    private WireAnswer json(WireRequest request, Caller.Known caller, String requestId) {
        String target = request.first(TARGET).orElse("");
        Operation operation = target.startsWith(TARGET_PREFIX)
                ? operations.get(target.substring(TARGET_PREFIX.length()))
                : null;
        if (operation == null) {
            throw new AwsFault(FaultCode.UNKNOWN_OPERATION, "There is no such operation here.");
        }
        JsonNode answer = perform(operation, caller, request, parse(request.body()), requestId);
        return made(200, JSON_1_1, answer, requestId);
    }

    private WireAnswer rest(WireRequest request, Caller.Known caller, String requestId) {
        Matcher content = CONTENT.matcher(request.path());
        if (request.method().equals("GET") && content.matches()) {
            CallRecord.Call call = new CallRecord.Call(
                    "ReadContent", content.group(1) + "/" + content.group(2), requestId);
            return record.during(caller.identity(), request, call, () -> {
                boolean vocabulary = content.group(1).equals("vocabularies");
                JsonNode named = JSON.createObjectNode()
                        .put(vocabulary ? "VocabularyName" : "VocabularyFilterName", content.group(2));
                String operation = vocabulary ? "GetVocabulary" : "GetVocabularyFilter";
                gate.require(caller, request, needs.of(caller.identity(), operation, named));
                return content(caller.identity().tenant(), content.group(1), content.group(2), requestId);
            });
        }
        RestRoutes.Asked asked = RestRoutes.match(request, parse(request.body()));
        Operation operation = operations.get(asked.operation());
        if (operation == null) {
            throw new AwsFault(FaultCode.UNKNOWN_OPERATION, "There is no such operation here.");
        }
        JsonNode answer = perform(operation, caller, request, asked.input(), requestId);
        return made(asked.status(), "application/json", answer, requestId);
    }

    private JsonNode perform(
            Operation operation, Caller.Known caller, WireRequest request, JsonNode input, String requestId) {
        return record.during(
                caller.identity(), request, CallRecord.Call.of(operation.name(), input, requestId), () -> {
                    if (!rooms.rates().admit(caller.identity().tenant().value(), operation.name())) {
                        throw new AwsFault(FaultCode.THROTTLING, "Rate exceeded");
                    }
                    ShapeCheck.require(operation.input(), input);
                    gate.require(caller, request, needs.of(caller.identity(), operation.name(), input));
                    if (operation.changes()) {
                        callers.admitChange(caller);
                    }
                    return operation.answer(caller.identity(), input);
                });
    }

    private WireAnswer content(TenantId tenant, String kind, String name, String requestId) {
        Optional<String> content = kind.equals("vocabularies")
                ? rooms.vocabularies().content(tenant, name)
                : rooms.filters().words(tenant, name).map(AwsApi::lines);
        String text = content.orElseThrow(() -> new AwsFault(FaultCode.NOT_FOUND, "There is no such content."));
        return new WireAnswer(
                200, headers("text/plain; charset=utf-8", requestId), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(List<String> words) {
        return String.join("\n", words) + "\n";
    }

    static JsonNode parse(byte[] body) {
        try {
            JsonNode input = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            if (!input.isObject()) {
                throw malformed();
            }
            return input;
        } catch (JacksonException _) {
            throw malformed();
        }
    }

    private static AwsFault malformed() {
        return new AwsFault(FaultCode.SERIALIZATION, "The body is not one well-formed JSON object.");
    }

    static WireAnswer made(int status, String type, JsonNode answer, String requestId) {
        boolean empty = answer.isMissingNode() || status == 204;
        return new WireAnswer(status, headers(type, requestId), empty ? new byte[0] : JSON.writeValueAsBytes(answer));
    }

    static WireAnswer fault(AwsFault fault, String requestId, boolean rest) {
        FaultCode code = fault.code();
        JsonNode body = JSON.createObjectNode()
                .put("__type", code.wireName())
                .put("Message", fault.getMessage());
        Map<String, String> headers = headers(rest ? "application/json" : JSON_1_1, requestId);
        headers.put("x-amzn-ErrorType", code.wireName());
        return new WireAnswer(rest ? code.restStatus() : code.jsonStatus(), headers, JSON.writeValueAsBytes(body));
    }

    private static Map<String, String> headers(String type, String requestId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("x-amzn-RequestId", requestId);
        return headers;
    }
}
