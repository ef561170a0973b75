package org.chartwright.workspace;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Why a call is not done, as RFC 9457 has it. Messages hold nothing that a caller or a patient said. */
final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private String reason;
    private final transient Map<String, Object> more = new LinkedHashMap<>();

    private Problem(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.reason = code;
    }

    static Problem signedOut() {
        return new Problem(401, "signed-out", "Sign in.");
    }

    static Problem wrongCredentials() {
        return new Problem(401, "wrong-credentials", "The account, the password or the code is wrong.");
    }

    static Problem tooSoon(long seconds) {
        return new Problem(429, "wait", "Too many attempts. Try again later.").with("retryAfterSeconds", Math.max(1, seconds));
    }

    static Problem stepUp() {
        return new Problem(401, "step-up", "Show the password and a code again.");
    }

    static Problem forbidden() {
        return new Problem(403, "forbidden", "This is not for your role.");
    }

    static Problem closed() {
        return new Problem(403, "closed", "This visit is another clinician's.");
    }

    static Problem crossSite() {
        return new Problem(403, "cross-site", "The call does not come from the workspace's own pages.");
    }

    static Problem notFound() {
        return new Problem(404, "not-found", "There is no such thing.");
    }

    static Problem stale(int version) {
        return new Problem(409, "stale", "It was changed meanwhile. Read it again and repeat the change.").with("version", version);
    }

    static Problem unseen(List<UUID> ids, List<?> written) {
        return new Problem(409, "unseen", "Some sentences must be looked at before the note can be signed.")
                .with("ids", ids)
                .with("written", written);
    }

    static Problem conflict(String detail) {
        return new Problem(409, "conflict", detail);
    }

    static Problem consentMissing() {
        return new Problem(409, "consent-missing", "The patient has not consented to this recording.");
    }

    static Problem invalid(String field, String detail) {
        return new Problem(400, "invalid", detail).with("field", field);
    }

    static Problem tooLarge() {
        return new Problem(413, "too-large", "It is too large.");
    }

    /** A first launch from there: its user must be tied to the person once. */
    static Problem untied(String ehr) {
        return new Problem(409, "untied", "Your account is not tied to a user of that EHR.").with("name", ehr);
    }

    static Problem launch(String why) {
        return new Problem(409, "launch", "The EHR's visit cannot be opened here.").with("why", why).because(why);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", detail);
    }

    static Problem broken() {
        return new Problem(500, "broken", "The server failed. The operator's log names the place.");
    }

    /** The same with another member. */
    Problem with(String name, Object value) {
        more.put(name, value);
        return this;
    }

    /** The same, with a word for the audit record that says more than is answered. */
    Problem because(String word) {
        reason = word;
        return this;
    }

    /** What is recorded of it. */
    String reason() {
        return reason;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title());
        body.put("status", status);
        body.put("code", code);
        body.put("detail", getMessage());
        body.putAll(more);
        return body;
    }

    private String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
