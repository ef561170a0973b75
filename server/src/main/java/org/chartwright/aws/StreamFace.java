package org.chartwright.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.aws.eventstream.Envelopes;
import org.chartwright.aws.eventstream.SignedEvents;
import org.chartwright.aws.operations.RoleUse;
import org.chartwright.aws.operations.StartChecks;
import org.chartwright.aws.operations.StreamAnswer;
import org.chartwright.aws.operations.StreamConfiguration;
import org.chartwright.aws.streaming.ClientEvents;
import org.chartwright.aws.streaming.Conversation;
import org.chartwright.aws.streaming.ServerEvents;
import org.chartwright.aws.streaming.StreamHead;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireAnswer;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveListener;
import org.chartwright.live.LiveSession;
import org.chartwright.live.LiveSessions;
import org.chartwright.live.LiveStream;
import org.chartwright.live.Opening;
import org.chartwright.scribing.RuleBook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streaming half of the HealthScribe face: StartMedicalScribeStream over HTTP/2 and GetMedicalScribeStream. Safe for any
 * number of threads; knows no HTTP server.
 */
public final class StreamFace {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFace.class);
    private static final String PATH = "/medical-scribe-stream";

    /** Where the AWS SDK for JavaScript streams from a browser. */
    public static final String SOCKET = PATH + "-websocket";

    private static final Pattern ONE = Pattern.compile(PATH + "/([a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12})");
    private static final String EVENTS = "application/vnd.amazon.eventstream";

    private final LiveSessions live;
    private final Caller callers;
    private final CallRecord record;
    private final Gate gate;
    private final StreamConfiguration configurations;
    private final StreamAnswer answers;

    /** The face of these sessions, beside the one of the jobs. */
    public StreamFace(AwsApi api, ApiRooms rooms, LiveSessions live) {
        this.live = live;
        this.callers = api.callers();
        this.record = new CallRecord(rooms.audit(), "transcribe:");
        this.gate = api.gate();
        this.configurations = new StreamConfiguration(
                new StartChecks(
                        rooms.store(), rooms.vocabularies(), rooms.filters(), new RoleUse(rooms.roles(), api.place())),
                new RuleBook(rooms.vocabularies(), rooms.filters()),
                rooms.jobs(),
                api.place());
        this.answers = new StreamAnswer(api.place());
    }

    /** Whether a request is for this half of the face. */
    public static boolean takes(WireRequest head) {
        return head.path().equals(PATH) || head.path().startsWith(PATH + "/");
    }

    /** The way to a client, as the HTTP server has it. */
    public interface Exchange {

        /** What the client sends. */
        InputStream body() throws IOException;

        /** Sends the head of an answer whose body is still to come, at once. */
        OutputStream begin(int status, Map<String, String> headers) throws IOException;

        /** Sends a whole answer. */
        void answer(WireAnswer answer) throws IOException;
    }

    /**
     * A stream over a WebSocket that may begin.
     *
     * @param caller who
     * @param head of the request
     * @param opening what its address says
     * @param requestId ties it to log lines
     */
    public record Admitted(Caller.Known caller, WireRequest head, Opening opening, String requestId) {}

    /**
     * Lets a client begin that came by a presigned address.
     *
     * @throws AwsFault if it may not
     */
    public Admitted admit(WireRequest head) {
        String requestId = UUID.randomUUID().toString();
        Caller.Known caller = known(head, requestId, false);
        Opening opening = record.refusing(caller.identity(), head, call("", requestId), () -> {
            gate.require(caller, head, asked("StartMedicalScribeStream"));
            return StreamHead.ofQuery(head);
        });
        return new Admitted(caller, head, opening, requestId);
    }

    /** Serves it until it ends; the calling thread reads. What cannot be is told by an exception event. */
    public void serve(Admitted client, InputStream in, OutputStream out) throws IOException {
        Caller.Known caller = client.caller();
        Envelopes envelopes = Envelopes.ofSocket(new SignedEvents(callers.chain(caller)));
        Conversation conversation = new Conversation(in, () -> out, envelopes);
        try {
            LiveStream stream = open(client.head(), caller, client.opening(), conversation, client.requestId());
            stream.ready();
            conversation.begin();
            conversation.read(
                    new ClientEvents(caller.identity(), stream, configurations, Map.of()),
                    gate.watch(caller, client.head(), asked("StartMedicalScribeStream")));
        } catch (LiveException why) {
            out.write(ServerEvents.exception(why));
            out.flush();
        } catch (AwsFault fault) {
            out.write(ServerEvents.exception(ClientEvents.refusal(fault)));
            out.flush();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Serves a request; a stream is served until it ends. */
    public void serve(WireRequest head, Exchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        try {
            if (head.method().equals("POST") && head.path().equals(PATH)) {
                stream(head, exchange, requestId);
            } else {
                exchange.answer(get(head, requestId));
            }
        } catch (AwsFault fault) {
            exchange.answer(AwsApi.fault(fault, requestId, true));
        } catch (LiveException why) {
            AwsFault fault = new AwsFault(ServerEvents.code(why), String.valueOf(why.getMessage()));
            exchange.answer(AwsApi.fault(fault, requestId, true));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Request {} failed inside: {}", requestId, Trouble.of(e));
            AwsFault fault = new AwsFault(FaultCode.INTERNAL_FAILURE, "There was an internal error. Try your request again.");
            exchange.answer(AwsApi.fault(fault, requestId, true));
        }
    }

    private void stream(WireRequest head, Exchange exchange, String requestId)
            throws LiveException, IOException, InterruptedException {
        Caller.Known caller = known(head, requestId, true);
        Begun begun = new Begun();
        Conversation conversation =
                new Conversation(exchange.body(), begun::body, new SignedEvents(callers.chain(caller)));
        Opening opening = opening(head, caller, requestId);
        LiveStream stream = open(head, caller, opening, conversation, requestId);
        try {
            Map<String, String> headers = new LinkedHashMap<>(StreamHead.answer(opening, stream.sessionId()));
            headers.put("Content-Type", EVENTS);
            headers.put("x-amzn-request-id", requestId);
            stream.ready();
            begun.out = exchange.begin(200, headers);
        } catch (IOException e) {
            stream.fail(new LiveException(LiveException.Kind.BAD_REQUEST, "The client has gone."));
            conversation.begin();
            throw e;
        }
        conversation.begin();
        conversation.read(
                new ClientEvents(caller.identity(), stream, configurations, StreamHead.tags(head)),
                gate.watch(caller, head, asked("StartMedicalScribeStream")));
    }

    private static final class Begun {

        private volatile @Nullable OutputStream out;

        OutputStream body() throws IOException {
            OutputStream body = out;
            if (body == null) {
                throw new IOException("The client has gone");
            }
            return body;
        }
    }

    private Opening opening(WireRequest head, Caller.Known caller, String requestId) {
        return record.refusing(caller.identity(), head, call("", requestId), () -> {
            gate.require(caller, head, asked("StartMedicalScribeStream"));
            return StreamHead.ofHeaders(head);
        });
    }

    private static Asked asked(String operation) {
        return new Asked("transcribe:" + operation, "*", Context.EMPTY);
    }

    private static CallRecord.Call call(String object, String requestId) {
        return new CallRecord.Call("StartMedicalScribeStream", object, requestId);
    }

    private LiveStream open(
            WireRequest head, Caller.Known caller, Opening opening, LiveListener listener, String requestId)
            throws LiveException, InterruptedException {
        callers.admitChange(caller);
        LiveStream stream;
        try {
            stream = live.open(caller.identity().tenant(), opening, listener);
        } catch (LiveException why) {
            String object = opening.session() == null ? "" : "session/" + opening.session();
            record.refused(caller.identity(), head, call(object, requestId), ServerEvents.code(why));
            throw why;
        }
        try {
            return record.during(
                    caller.identity(), head, call("session/" + stream.sessionId(), requestId), () -> stream);
        } catch (RuntimeException e) {
            stream.fail(new LiveException(LiveException.Kind.INTERNAL, "The stream could not be recorded."));
            throw e;
        }
    }

    private WireAnswer get(WireRequest request, String requestId) {
        Caller.Known caller = known(request, requestId, false);
        Matcher one = ONE.matcher(request.path());
        if (!request.method().equals("GET")) {
            throw new AwsFault(FaultCode.UNKNOWN_OPERATION, "There is no such operation here.");
        }
        if (!one.matches()) {
            throw AwsFault.badRequest("1 validation error detected: Value at 'sessionId' failed to satisfy constraint: Member"
                    + " must satisfy regular expression pattern: [a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}"
                    + "-[a-fA-F0-9]{12}");
        }
        UUID id = UUID.fromString(one.group(1));
        CallRecord.Call call = new CallRecord.Call("GetMedicalScribeStream", "session/" + id, requestId);
        return record.during(caller.identity(), request, call, () -> {
            gate.require(caller, request, asked("GetMedicalScribeStream"));
            LiveSession session = live.find(caller.identity().tenant(), id)
                    .orElseThrow(() -> new AwsFault(
                            FaultCode.RESOURCE_NOT_FOUND,
                            "The requested session couldn't be found. Check the session id and try your request again."));
            return AwsApi.made(200, "application/json", answers.whole(session, live.after(session)), requestId);
        });
    }

    private Caller.Known known(WireRequest request, String requestId, boolean events) {
        try {
            return events ? callers.ofEvents(request) : callers.of(request);
        } catch (AwsFault fault) {
            record.stranger(request, fault, requestId);
            throw fault;
        }
    }
}
