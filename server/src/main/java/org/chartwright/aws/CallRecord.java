package org.chartwright.aws;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.access.Identity;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.aws.sts.StsFault;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;
import tools.jackson.databind.JsonNode;

/** Puts each call into the audit record: done, refused or failed. What cannot be recorded is not answered. Any thread. */
final class CallRecord {

    private static final Pattern CLAIMED_KEY = Pattern.compile("Credential=([A-Z0-9]{16,128})/");
    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z._-]{1,200}");
    private static final Pattern ARN = Pattern.compile("arn:aws[0-9a-zA-Z:/._+=,@-]{1,1000}");

    private final AuditLog log;
    private final String service;

    /**
     * In that log.
     *
     * @param service before the name of each call, such as {@code transcribe:}
     */
    CallRecord(AuditLog log, String service) {
        this.log = log;
        this.service = service;
    }

    /** Does a call as its caller. */
    <T> T during(Identity caller, WireRequest request, Call call, AuditLog.Work<T> work) {
        Act act = act(caller, request, call);
        try {
            return log.during(act, work);
        } catch (AwsFault fault) {
            log.record(act, Outcome.REFUSED, fault.code().wireName());
            throw fault;
        } catch (StsFault fault) {
            log.record(act, Outcome.REFUSED, fault.code());
            throw fault;
        } catch (RuntimeException e) {
            log.record(act, Outcome.FAILED, e.getClass().getSimpleName());
            throw e;
        }
    }

    private Act act(Identity caller, WireRequest request, Call call) {
        return new Act(
                caller.tenant().value(),
                new Actor(caller.principalArn(), "api-client", request.origin().address()),
                service + call.operation(),
                call.object(),
                null,
                call.requestId());
    }

    /** Notes that a call was refused. */
    void refused(Identity caller, WireRequest request, Call call, FaultCode code) {
        log.record(act(caller, request, call), Outcome.REFUSED, code.wireName());
    }

    /** Looks at a call that is not done yet; only its refusal is noted. */
    <T> T refusing(Identity caller, WireRequest request, Call call, Supplier<T> look) {
        try {
            return look.get();
        } catch (AwsFault fault) {
            refused(caller, request, call, fault.code());
            throw fault;
        }
    }

    /** Notes that somebody was refused before it was known who they are; only what they claim can be told. */
    void stranger(WireRequest request, AwsFault fault, String requestId) {
        Matcher claimed = CLAIMED_KEY.matcher(request.first("authorization").orElse(""));
        String name = claimed.find() ? "somebody with key " + claimed.group(1) : "somebody";
        Actor actor = new Actor(name, "unknown", request.origin().address());
        log.record(new Act(Act.HOUSE, actor, service + "Call", "", null, requestId), Outcome.REFUSED, fault.code().wireName());
    }

    /** Whether a text has the form of an ARN and may be recorded. */
    static boolean isArn(String text) {
        return ARN.matcher(text).matches();
    }

    /**
     * What is asked.
     *
     * @param operation its name
     * @param object to what, if that has the form of a name; free text stays out of the record
     * @param requestId that the answer carries
     */
    record Call(String operation, String object, String requestId) {

        static Call of(String operation, JsonNode input, String requestId) {
            return new Call(operation, object(input), requestId);
        }

        private static String object(JsonNode input) {
            String arn = input.path("ResourceArn").asString("");
            return isArn(arn)
                    ? arn
                    : named(input, "MedicalScribeJobName", "job/")
                            + named(input, "VocabularyName", "vocabulary/")
                            + named(input, "VocabularyFilterName", "vocabulary-filter/");
        }

        private static String named(JsonNode input, String member, String kind) {
            String name = input.path(member).asString("");
            return NAME.matcher(name).matches() ? kind + name : "";
        }
    }
}
