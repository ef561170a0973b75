package org.chartwright.aws;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chartwright.access.Credentials;
import org.chartwright.access.policy.Context;
import org.chartwright.aws.operations.Place;
import org.chartwright.aws.signing.SignatureRules;
import org.chartwright.aws.sts.StsFault;
import org.chartwright.aws.sts.StsForm;
import org.chartwright.aws.sts.StsXml;
import org.chartwright.aws.sts.Tokens;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireAnswer;
import org.chartwright.aws.wire.WireRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front of the token service: a request as it came becomes an answer, whatever it is. Safe for any number of threads. */
final class StsApi {

    private static final Logger LOG = LoggerFactory.getLogger(StsApi.class);
    private static final Pattern OWN_SCOPE = Pattern.compile("/sts/aws4_request\\b|%2[Ff]sts%2[Ff]aws4_request\\b");

    private final Credentials credentials;
    private final Caller callers;
    private final CallRecord record;
    private final Tokens tokens;
    private final Clock clock;

    /** The service for callers of these rooms. */
    StsApi(ApiRooms rooms, Place place, Clock clock) {
        this.credentials = rooms.credentials();
        this.callers = new Caller(rooms.credentials(), rooms.signatures(), place, SignatureRules.sts(), clock);
        this.record = new CallRecord(rooms.audit(), "sts:");
        this.tokens = rooms.tokens();
        this.clock = clock;
    }

    /** Whether a request is signed for this service. */
    static boolean takes(WireRequest head) {
        return OWN_SCOPE.matcher(head.first("authorization").orElse("")).find()
                || OWN_SCOPE.matcher(head.query()).find();
    }

    /** Serves a request; every failure becomes an answer too. */
    WireAnswer answer(WireRequest request) {
        String requestId = UUID.randomUUID().toString();
        try {
            return answer(request, known(request, requestId), requestId);
        } catch (StsFault fault) {
            return fault(fault.code(), fault.status(), String.valueOf(fault.getMessage()), requestId);
        } catch (AwsFault fault) {
            return stranger(fault, requestId);
        } catch (RuntimeException e) {
            LOG.error("Request {} failed inside: {}; its sender is told to try again", requestId, Trouble.of(e));
            return fault("InternalFailure", 500, "There was an internal error. Try your request again.", requestId);
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

    private WireAnswer answer(WireRequest request, Caller.Known caller, String requestId) {
        StsForm form = StsForm.of(request);
        String action = form.maybe("Action").orElse("");
        String shown = action.matches("[A-Za-z]{1,64}") ? action : "Call";
        CallRecord.Call call = new CallRecord.Call(shown, form.maybe("RoleArn").filter(CallRecord::isArn).orElse(""), requestId);
        Map<String, ?> result = record.during(
                caller.identity(), request, call, () -> result(request, caller, action, form));
        return new WireAnswer(200, headers(requestId), StsXml.answer(action, result, requestId));
    }

    private Map<String, ?> result(WireRequest request, Caller.Known caller, String action, StsForm form) {
        Credentials.Holder holder = credentials.find(caller.identity().accessKeyId()).orElseThrow(StsApi::gone);
        Context context = Gate.surroundings(caller, request, clock.instant());
        return switch (action) {
            case "GetCallerIdentity" -> tokens.callerIdentity(holder);
            case "GetSessionToken" -> {
                callers.admitChange(caller);
                yield tokens.sessionToken(holder, form);
            }
            case "AssumeRole" -> {
                callers.admitChange(caller);
                yield tokens.assumeRole(holder, form, context);
            }
            default -> throw new AwsFault(
                    FaultCode.UNKNOWN_OPERATION, "There is no such action here.");
        };
    }

    private static AwsFault gone() {
        return new AwsFault(
                FaultCode.UNRECOGNIZED_CLIENT,
                "The security token included in the request is invalid.");
    }

    /** The token service has names of its own for those it does not know. */
    private static WireAnswer stranger(AwsFault fault, String requestId) {
        String code = switch (fault.code()) {
            case INVALID_SIGNATURE -> "SignatureDoesNotMatch";
            case UNRECOGNIZED_CLIENT -> "InvalidClientTokenId";
            case EXPIRED_TOKEN -> "ExpiredToken";
            case UNKNOWN_OPERATION -> "InvalidAction";
            default -> fault.code().wireName().replaceAll("Exception$", "");
        };
        return fault(code, code.equals("InvalidAction") ? 400 : 403, String.valueOf(fault.getMessage()), requestId);
    }

    private static WireAnswer fault(String code, int status, String message, String requestId) {
        return new WireAnswer(status, headers(requestId), StsXml.fault(code, status, message, requestId));
    }

    private static Map<String, String> headers(String requestId) {
        return Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId);
    }
}
