package org.chartwright.workspace;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.chart.NoteLife;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.PersonSessions.PersonSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One call while it is made. One thread. */
final class Call {

    private static final int LARGEST_BODY = 8 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Map<String, String> path;
    private final String token;
    private final @Nullable PersonSession session;
    private String object = "";

    Call(
            HttpServletRequest request,
            HttpServletResponse response,
            Map<String, String> path,
            String token,
            @Nullable PersonSession session) {
        this.request = request;
        this.response = response;
        this.path = path;
        this.token = token;
        this.session = session;
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    /** The secret of the session; empty without one. */
    String token() {
        return token;
    }

    /** What the browser keeps under that name; empty for nothing. */
    String cookie(String name) {
        return cookie(request, name);
    }

    static String cookie(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    PersonSession session() {
        if (session == null) {
            throw Problem.signedOut();
        }
        return session;
    }

    Person person() {
        return session().person();
    }

    TenantId tenant() {
        return person().tenant();
    }

    /** Refuses what is grave when the person did not prove themselves lately. */
    void requireFresh(PersonSessions sessions) {
        if (!sessions.isFresh(session())) {
            throw Problem.stepUp();
        }
    }

    /** Who acts, as the record names them. */
    NoteLife.Person author() {
        return new NoteLife.Person(person().account(), person().name());
    }

    /** What varies in the path. */
    String part(String name) {
        return String.valueOf(path.get(name));
    }

    /** Likewise where it is an id. */
    UUID id() {
        return uuid(part("id"));
    }

    static UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (!id.toString().equals(text)) {
                throw Problem.notFound();
            }
            return id;
        } catch (IllegalArgumentException _) {
            throw Problem.notFound();
        }
    }

    /** A parameter of the address; empty when it is not there or says nothing. */
    Optional<String> asked(String name) {
        return said(request.getQueryString(), name);
    }

    /** A field of a form in the body; empty when it is not there or says nothing. */
    Optional<String> form(String name, int largest) throws IOException {
        String type = String.valueOf(request.getContentType()).split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        byte[] bytes = request.getInputStream().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw Problem.tooLarge();
        }
        return said(new String(bytes, StandardCharsets.UTF_8), name);
    }

    private static Optional<String> said(@Nullable String pairs, String name) {
        if (pairs == null) {
            return Optional.empty();
        }
        for (String pair : pairs.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0 && pair.substring(0, at).equals(name)) {
                try {
                    return Optional.of(URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8))
                            .filter(text -> !text.isBlank());
                } catch (IllegalArgumentException _) {
                    throw Problem.invalid(name, "It is not written as addresses are.");
                }
            }
        }
        return Optional.empty();
    }

    /** A whole number. */
    Optional<Integer> number(String name) {
        return number(asked(name).orElse(null), name);
    }

    /** Likewise of a body. */
    static Optional<Integer> number(@Nullable String value, String name) {
        return Optional.ofNullable(value).map(text -> {
            if (!text.matches("\\d{1,9}")) {
                throw Problem.invalid(name, "It must be a whole number.");
            }
            return Integer.valueOf(text);
        });
    }

    /** A day. */
    Optional<LocalDate> day(String name) {
        return day(asked(name).orElse(null), name);
    }

    /** Likewise of a body. */
    static Optional<LocalDate> day(@Nullable String value, String name) {
        return Optional.ofNullable(value).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException _) {
                throw Problem.invalid(name, "It must be a day such as 2026-11-25.");
            }
        });
    }

    /** The body as such a thing. */
    <T> T body(Class<T> type) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Problem.tooLarge();
        }
        try {
            T body = JSON.readValue(bytes, type);
            if (body == null) {
                throw Problem.invalid("", "The body must be a JSON object.");
            }
            return body;
        } catch (DatabindException e) {
            throw Problem.invalid(
                    e.getPath().isEmpty() ? "" : String.valueOf(e.getPath().getLast().getPropertyName()),
                    "It is missing, unknown or not of the right kind.");
        } catch (JacksonException _) {
            throw Problem.invalid("", "The body is not JSON.");
        }
    }

    /** A text that must be there. */
    static String text(@Nullable String value, String field, int longest) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "It must be given.");
        }
        if (value.length() > longest) {
            throw Problem.invalid(field, "It has more than " + longest + " characters.");
        }
        return value.strip();
    }

    /** A text that may be left out. */
    static String maybe(@Nullable String value, String field, int longest) {
        return value == null || value.isBlank() ? "" : text(value, field, longest);
    }

    /** Says what the call is about, for the audit record: a kind and an id, never a name. */
    void concerns(String kind, Object id) {
        object = kind + "/" + id;
    }

    /** What is recorded of it. */
    Act act(String action) {
        String source = request.getRemoteAddr();
        if (session == null) {
            return Act.of(Act.HOUSE, new Actor("nobody", "anonymous", source), action, object);
        }
        Person person = session.person();
        return Act.of(
                person.tenant().value(),
                new Actor(person.account(), SessionCalls.word(person.role()), source),
                action,
                object);
    }
}
