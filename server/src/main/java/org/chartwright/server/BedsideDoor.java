package org.chartwright.server;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.aws.StreamFace;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.bedside.Bedside;
import org.chartwright.bedside.BedsideCaller;
import org.chartwright.bedside.BedsideTalk;
import org.chartwright.bedside.BedsideWatch;
import org.chartwright.bedside.RefusedException;
import org.chartwright.live.LiveSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.chartwright.people.PersonSessions;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doors of WebSockets and of events: for those who add to a session and for those who watch one. Browsers prove
 * themselves by their cookie, which their own pages may use and no others; programs by a signature. Any thread.
 */
final class BedsideDoor {

    private static final Logger LOG = LoggerFactory.getLogger(BedsideDoor.class);

    /** Below it is what belongs to people who signed in. */
    static final String OF_PEOPLE = "/app/live";

    private static final String OF_PROGRAMS = "/live";
    private static final Pattern EVENTS =
            Pattern.compile("(?:/app)?/live/([a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12})/events");
    private static final String START = "StartMedicalScribeStream";
    private static final String GET = "GetMedicalScribeStream";

    private final Bedside bedside;
    private final Callers callers;
    private final StreamFace streams;
    private final @Nullable URI published;

    /**
     * Doors to these rooms.
     *
     * @param published where clients reach this server when that is not where it stands: behind a proxy that ends TLS or
     *     changes the Host; null for where it stands
     */
    BedsideDoor(Bedside bedside, Callers callers, StreamFace streams, @Nullable URI published) {
        this.published = published;
        this.streams = streams;
        this.bedside = bedside;
        this.callers = callers;
    }

    /** Puts the WebSockets before everything else that a server answers. */
    void addTo(Server server) {
        Handler others = server.getHandler();
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxBinaryMessageSize(BedsideTalk.LARGEST);
            container.setMaxTextMessageSize(BedsideTalk.LARGEST);
            container.addMapping(OF_PEOPLE, this::socket);
            container.addMapping(OF_PROGRAMS, this::socket);
            container.addMapping(StreamFace.SOCKET, this::scribe);
        });
        sockets.setHandler(others);
        server.setHandler(sockets);
    }

    private @Nullable Object socket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback done) {
        // Compressing would cost each stream a third of a megabyte for some bytes of text.
        response.setExtensions(List.of());
        try {
            return new BedsideSocket(bedside, caller(request));
        } catch (RefusedException why) {
            response.setStatus(status(why));
            done.succeeded();
            return null;
        }
    }

    private @Nullable Object scribe(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback done) {
        response.setExtensions(List.of());
        try {
            return new ScribeSocket(streams, streams.admit(head(request)));
        } catch (AwsFault fault) {
            response.setStatus(fault.code().restStatus());
            done.succeeded();
            return null;
        }
    }

    private BedsideCaller caller(Request request) throws RefusedException {
        String path = request.getHttpURI().getCanonicalPath();
        if (!path.equals(OF_PEOPLE)) {
            return callers.program(head(request), START, true);
        }
        requireOwn(request);
        String token = Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(PersonSessions.COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return callers.person(token, Request.getRemoteAddr(request));
    }

    /**
     * A page of somebody else's must not use the cookie of whoever looks at it. Behind a proxy the page's own address is the
     * published one; headers in which a proxy tells of it are not looked at, since not every proxy takes out its clients'.
     */
    private void requireOwn(Request request) throws RefusedException {
        String origin = request.getHeaders().get("Origin");
        String here = request.getHttpURI().getScheme().toLowerCase(Locale.ROOT).replace("ws", "http")
                + "://" + request.getHttpURI().getAuthority();
        boolean own = origin != null
                && (origin.equalsIgnoreCase(here)
                        || (published != null
                                && origin.equalsIgnoreCase(published.getScheme() + "://" + published.getAuthority())));
        if (!own) {
            LOG.info("A page of another origin was refused; behind a proxy {} must name the address that browsers show",
                    Setting.AWS_ENDPOINT.key());
            throw new RefusedException(RefusedException.Code.FORBIDDEN, "Another site's page may not stream here.");
        }
    }

    private static WireRequest head(Request request) {
        List<WireRequest.Header> headers = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            headers.add(new WireRequest.Header(field.getName(), field.getValue()));
        }
        if (request.getHeaders().get("Host") == null) {
            headers.add(new WireRequest.Header("Host", request.getHttpURI().getAuthority()));
        }
        return new WireRequest(
                "GET", request.getHttpURI().getPathQuery(), headers, new byte[0],
                new WireRequest.Origin(Request.getRemoteAddr(request), request.isSecure()));
    }

    private static int status(RefusedException why) {
        return switch (why.code()) {
            case SIGNED_OUT -> HttpServletResponse.SC_UNAUTHORIZED;
            case FORBIDDEN, CONSENT_MISSING -> HttpServletResponse.SC_FORBIDDEN;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case LIMIT -> 429;
            case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            case INVALID, GAP, IDLE, CONFLICT, SESSION_ENDED -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    /** Whether a request is for the events of a session. */
    static boolean takes(WireRequest head) {
        return head.method().equals("GET") && EVENTS.matcher(head.path()).matches();
    }

    /** Serves the events of a session to a program. */
    void watch(WireRequest head, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            watch(head.path(), callers.program(head, GET, false), request, response);
        } catch (RefusedException why) {
            response.setStatus(status(why));
        }
    }

    /** Serves them to people who signed in. */
    HttpServlet ofPeople() {
        return new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                try {
                    watch(request.getRequestURI(), callers.person(token(request), request.getRemoteAddr()), request, response);
                } catch (RefusedException why) {
                    response.setStatus(status(why));
                }
            }
        };
    }

    private static String token(HttpServletRequest request) {
        for (Cookie cookie : Optional.ofNullable(request.getCookies()).orElse(new Cookie[0])) {
            if (cookie.getName().equals(PersonSessions.COOKIE)) {
                return cookie.getValue();
            }
        }
        return "";
    }

    private void watch(String path, BedsideCaller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException, RefusedException {
        Matcher events = EVENTS.matcher(path);
        Optional<LiveSession> session =
                events.matches() ? BedsideWatch.find(bedside, caller, UUID.fromString(events.group(1))) : Optional.empty();
        if (session.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (BedsideWatch.isOver(session.get())) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        Thread serving = Thread.currentThread();
        BedsideWatch.serve(bedside, caller, session.get(), seen(request), new BedsideWatch.Events() {
            @Override
            public void send(String type, int id, String data) throws IOException {
                String event = "event: " + type + "\nid: " + id + "\ndata: " + data + "\n\n";
                response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
            }

            @Override
            public void abort() {
                serving.interrupt();
            }
        });
    }

    private static int seen(HttpServletRequest request) {
        String last = request.getHeader("Last-Event-ID");
        return last != null && last.matches("\\d{1,6}") ? Integer.parseInt(last) : 0;
    }
}
