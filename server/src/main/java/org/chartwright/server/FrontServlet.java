package org.chartwright.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.aws.AwsApi;
import org.chartwright.aws.StreamFace;
import org.chartwright.aws.wire.WireAnswer;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.aws.wire.WireRequest.Header;
import org.jspecify.annotations.Nullable;

/** The one door: health, the HealthScribe face and the object store share it, and this tells them apart. */
final class FrontServlet extends HttpServlet {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String HEALTH = "/health/";
    private static final String PAGES = "/app/";
    private static final byte[] NOTHING = {};
    private static final long MOST_PASSED_OVER = 16L << 20;

    private final transient AwsApi api;
    private final transient @Nullable StreamFace streams;
    private final transient ObjectDoor objects;
    private final transient @Nullable BedsideDoor bedside;
    private final transient Health health;
    private final transient CallMeter meter;

    /** Without streams. */
    FrontServlet(AwsApi api, ObjectDoor objects, Health health) {
        this(api, null, objects, health, null, (_, _, _, _) -> {});
    }

    /**
     * With streams.
     *
     * @param streams {@code null} where nothing is streamed
     * @param bedside likewise
     * @param meter is told of each call of the API
     */
    FrontServlet(
            AwsApi api,
            @Nullable StreamFace streams,
            ObjectDoor objects,
            Health health,
            @Nullable BedsideDoor bedside,
            CallMeter meter) {
        this.api = api;
        this.streams = streams;
        this.objects = objects;
        this.health = health;
        this.bedside = bedside;
        this.meter = meter;
    }

    /** Is told of calls: what was asked for, all there is to ask for, what it ended with, how long it took. */
    interface CallMeter {
        void called(String operation, Set<String> known, @Nullable String fault, Duration took);
    }

    /** Serves what is meant for the object store. */
    interface ObjectDoor {
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        WireRequest head = read(request, NOTHING);
        if (path.startsWith(HEALTH)) {
            send(health(path), request, response);
        } else if (isPerson(request)) {
            response.setHeader("Location", PAGES);
            response.setStatus(HttpServletResponse.SC_FOUND);
        } else if (streams != null && StreamFace.takes(head)) {
            streams.serve(head, new ServletExchange(request, response));
        } else if (bedside != null && BedsideDoor.takes(head)) {
            bedside.watch(head, request, response);
        } else if (AwsApi.takes(head)) {
            send(api(request), request, response);
        } else {
            // An object may be a page; it is shown where the workspace is, and must not act in its name.
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            objects.serve(request, response);
        }
    }

    /** Whether somebody typed the bare address into a browser; programs sign what they ask, or want no page. */
    private static boolean isPerson(HttpServletRequest request) {
        String wanted = request.getHeader("Accept");
        return request.getRequestURI().equals("/")
                && request.getQueryString() == null
                && request.getMethod().equals("GET")
                && request.getHeader("Authorization") == null
                && wanted != null
                && wanted.contains("text/html");
    }

    private WireAnswer api(HttpServletRequest request) throws IOException {
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(AwsApi.LARGEST_BODY + 1);
            if (body.length > AwsApi.LARGEST_BODY) {
                // Many clients read no answer before they have sent all; to them a closed connection is a riddle.
                request.getInputStream().skip(MOST_PASSED_OVER);
                return AwsApi.tooLarge();
            }
        } catch (IOException | IllegalStateException _) {
            // The body ended early or is not what its framing says; its sender may be gone already.
            return new WireAnswer(HttpServletResponse.SC_BAD_REQUEST, Map.of(), NOTHING);
        }
        long begin = System.nanoTime();
        WireAnswer answer = api.answer(read(request, body));
        String target = String.valueOf(request.getHeader("x-amz-target"));
        meter.called(target.substring(target.indexOf('.') + 1), api.operations(),
                answer.headers().get("x-amzn-ErrorType"), Duration.ofNanos(System.nanoTime() - begin));
        return answer;
    }

    private WireAnswer health(String path) {
        Map<String, Boolean> parts = path.equals("/health/live") ? Map.of() : health.look();
        boolean known = path.equals("/health/live") || path.equals("/health/ready");
        boolean well = !parts.containsValue(false);
        String details = parts.entrySet().stream()
                .map(part -> "\"" + part.getKey() + "\":\"" + (part.getValue() ? "up" : "down") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String text = "{\"status\":\"" + (well ? "up" : "down") + "\",\"parts\":" + details + "}";
        return new WireAnswer(
                known ? (well ? OK : UNAVAILABLE) : HttpServletResponse.SC_NOT_FOUND,
                Map.of("Content-Type", "application/json"),
                known ? text.getBytes(StandardCharsets.UTF_8) : NOTHING);
    }

    private static WireRequest read(HttpServletRequest request, byte[] body) {
        List<Header> headers = new ArrayList<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                headers.add(new Header(name, value));
            }
        }
        if (request.getHeader("Host") == null && request.getServerName() != null) {
            // HTTP/2 names the host in a field of its own.
            boolean usual = request.getServerPort() == (request.isSecure() ? HTTPS : HTTP);
            headers.add(new Header("Host", request.getServerName() + (usual ? "" : ":" + request.getServerPort())));
        }
        String query = request.getQueryString();
        return new WireRequest(
                request.getMethod(), request.getRequestURI() + (query == null ? "" : "?" + query), headers, body,
                new WireRequest.Origin(request.getRemoteAddr(), request.isSecure()));
    }

    /** A stream's way to its client. */
    private record ServletExchange(HttpServletRequest request, HttpServletResponse response)
            implements StreamFace.Exchange {

        @Override
        public InputStream body() throws IOException {
            return request.getInputStream();
        }

        @Override
        public OutputStream begin(int status, Map<String, String> headers) throws IOException {
            response.setStatus(status);
            response.setHeader("Cache-Control", "no-store");
            headers.forEach(response::setHeader);
            response.flushBuffer();
            return response.getOutputStream();
        }

        @Override
        public void answer(WireAnswer answer) throws IOException {
            send(answer, request, response);
        }
    }

    private static void send(WireAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        answer.headers().forEach(response::setHeader);
        boolean unread = answer.status() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        if (unread && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        response.setContentLength(answer.body().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.body());
        }
    }
}
