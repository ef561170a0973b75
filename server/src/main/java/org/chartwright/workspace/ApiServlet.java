package org.chartwright.workspace;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.chartwright.audit.Act;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.ChartException;
import org.chartwright.database.TenantRows;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.PersonSessions.PersonSession;
import org.chartwright.review.ReviewException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers the calls of the pages: all that holds for each of them is here. Any thread. */
final class ApiServlet extends HttpServlet {

    static final String PATH = "/app/api/";
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> RECORDED = Set.of("forbidden", "closed", "cross-site", "wrong-credentials", "wait", "consent-missing", "launch");
    private static final int WORTH_PACKING = 4096;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private final transient List<Route> routes;
    private final transient PersonSessions sessions;
    private final transient AuditLog audit;
    private final transient Jdbi jdbi;

    ApiServlet(List<Route> routes, PersonSessions sessions, AuditLog audit, Jdbi jdbi) {
        this.routes = List.copyOf(routes);
        this.sessions = sessions;
        this.audit = audit;
        this.jdbi = jdbi;
    }

    private record Matched(Route route, Map<String, String> path) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.put(request, response);
        response.setHeader("Cache-Control", "no-store");
        try {
            send(answer(request, response), request, response);
        } catch (Problem problem) {
            send(problem, request, response);
        } catch (ChartException e) {
            send(problem(e), request, response);
        } catch (ReviewException e) {
            send(problem(e), request, response);
        } catch (RuntimeException e) {
            LOG.error("A call of the workspace failed: {} at {}", e.getClass().getName(), place(e));
            send(Problem.broken(), request, response);
        }
    }

    private Reply answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matched matched = matched(request);
        Route route = matched.route;
        boolean byServer = route.manner() == Route.Manner.BY_SERVER;
        String token = byServer ? "" : Call.cookie(request, PersonSessions.COOKIE);
        PersonSession session = session(request, token).orElse(null);
        Call call = new Call(request, response, matched.path, token, session);
        String action = "workspace:" + route.action();
        try {
            if (!byServer && !READING.contains(request.getMethod()) && !SafeHeaders.isOurs(request)) {
                throw Problem.crossSite();
            }
            if (!route.roles().isEmpty() && !route.roles().contains(call.person().role())) {
                throw Problem.forbidden();
            }
            route.before().accept(call);
            return switch (route.manner()) {
                case ALONE, BY_SERVER -> route.answer().to(call);
                case TOGETHER -> together(route, call, action);
            };
        } catch (Problem problem) {
            if (RECORDED.contains(problem.code())) {
                audit.record(call.act(action), Outcome.REFUSED, problem.reason());
            }
            throw problem;
        }
    }

    /** What is done and what is recorded of it happen both or not at all. */
    private Reply together(Route route, Call call, String action) {
        Act begun = call.act(action);
        return audit.during(begun, () -> TenantRows.of(jdbi, begun.tenant(), handle -> {
            Reply reply;
            try {
                reply = route.answer().to(call);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            audit.settle(handle, call.act(action));
            return reply;
        }));
    }

    private Matched matched(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String asked = uri.substring(Math.min(uri.length(), PATH.length()));
        for (Route route : routes) {
            Optional<Map<String, String>> path = route.match(asked);
            boolean head = request.getMethod().equals("HEAD") && route.method().equals("GET");
            if (path.isPresent() && (head || route.method().equals(request.getMethod()))) {
                return new Matched(route, path.get());
            }
        }
        throw Problem.notFound();
    }

    private Optional<PersonSession> session(HttpServletRequest request, String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return "background".equals(request.getHeader("X-Chartwright")) ? sessions.look(token) : sessions.find(token);
    }

    private static Problem problem(ChartException e) {
        return switch (e.kind()) {
            case MISSING -> Problem.notFound();
            case STALE -> Problem.conflict("It was changed meanwhile. Read it again and repeat the change.");
            case INVALID, FORBIDDEN -> Problem.conflict(String.valueOf(e.getMessage()));
        };
    }

    private static Problem problem(ReviewException e) {
        return switch (e.kind()) {
            case MISSING -> Problem.notFound();
            case STALE -> Problem.stale(e.version());
            case INVALID -> Problem.invalid("", String.valueOf(e.getMessage()));
            case UNSEEN -> Problem.unseen(e.ids(), e.written());
        };
    }

    private static String place(Throwable thrown) {
        for (StackTraceElement at : thrown.getStackTrace()) {
            if (at.getClassName().startsWith("org.chartwright")) {
                return at.getClassName() + ":" + at.getLineNumber();
            }
        }
        return "an unknown place";
    }

    private static void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("The answer had begun already");
        }
        Map<String, Object> body = problem.body();
        if (body.get("retryAfterSeconds") instanceof Long seconds) {
            response.setHeader("Retry-After", String.valueOf(seconds));
        }
        if (!READING.contains(request.getMethod()) && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close"); // there may be a body that nobody will read
        }
        write(problem.status(), "application/problem+json", JSON.writeValueAsBytes(body), request, response);
    }

    private static void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (reply) {
            case Reply.Json json -> {
                json.headers().forEach(response::setHeader);
                write(json.status(), "application/json", JSON.writeValueAsBytes(json.body()), request, response);
            }
            case Reply.Empty empty -> {
                empty.headers().forEach(response::setHeader);
                response.setStatus(empty.status());
            }
            case Reply.File file -> {
                response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
                write(200, file.type(), file.content(), request, response);
            }
            case Reply.Sent _ -> {}
        }
    }

    private static void write(
            int status, String type, byte[] content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] sent = content;
        String accepted = request.getHeader("Accept-Encoding");
        response.setHeader("Vary", "Accept-Encoding, Cookie");
        if (content.length >= WORTH_PACKING && accepted != null && accepted.contains("gzip")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
                packing.write(content);
            }
            sent = packed.toByteArray();
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(sent.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(sent);
        }
    }
}
