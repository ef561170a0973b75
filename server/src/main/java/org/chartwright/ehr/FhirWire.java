package org.chartwright.ehr;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.chartwright.chart.Identifier;
import org.chartwright.events.JudgedHttp;
import org.chartwright.events.TargetRules;
import org.chartwright.fhir.NoteTransaction;
import org.chartwright.fhir.SignedNote;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes as FHIR transactions. Of the answer only its status and the codes of its issues are looked at and kept. */
final class FhirWire implements Wire {

    private static final String JSON = "application/fhir+json";
    private static final JsonMapper READER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGEST_ANSWER = 1024 * 1024;

    /** What no repetition makes better. The others may: 401 and 403 when credentials are mended, 412 when a patient is known. */
    private static final Set<Integer> FINAL = Set.of(400, 405, 406, 410, 413, 415, 422, 501);

    private static final Set<String> ISSUES = Set.of("invalid", "structure", "required", "value", "invariant", "security",
            "login", "unknown", "expired", "forbidden", "suppressed", "processing", "not-supported", "duplicate",
            "multiple-matches", "not-found", "deleted", "too-long", "code-invalid", "extension", "too-costly",
            "business-rule", "conflict", "transient", "lock-error", "no-store", "exception", "timeout", "incomplete",
            "throttled");

    private final JudgedHttp http;

    /** To where those rules allow, trusting whom that context does. */
    FhirWire(TargetRules rules, SSLContext trust) {
        this.http = new JudgedHttp(rules, InetAddress::getAllByName, PATIENCE, trust);
    }

    @Override
    public Outcome send(Target target, String control, SignedNote note) {
        Optional<Identifier> known = note.patient().entry().identifiers().stream()
                .filter(identifier -> !identifier.system().isEmpty())
                .findFirst();
        if (known.isEmpty()) {
            return new Outcome.Refused("the patient has no identifier with a system");
        }
        Map<String, String> headers = new HashMap<>(Map.of("Accept", JSON, "X-Request-ID", control, "Prefer", "return=minimal"));
        if (!target.credentials().isEmpty()) {
            try {
                headers.put("Authorization", Credentials.read(Path.of(target.credentials())).header());
            } catch (IOException e) {
                return new Outcome.NotNow(String.valueOf(e.getMessage()));
            }
        }
        String bundle = NoteTransaction.json(
                note, known.get(), target.documents().hasText(), target.documents().hasPdf());
        return judged(http.post(
                target.address(), headers, JSON, bundle.getBytes(StandardCharsets.UTF_8), LARGEST_ANSWER));
    }

    private static Outcome judged(JudgedHttp.Answer answer) {
        String summary = answer.summary();
        if (answer.status() == 0) {
            return new Outcome.NotNow(summary);
        }
        JsonNode body = parsed(answer.body());
        if (answer.isGood()) {
            return body.path("resourceType").asString("").equals("Bundle")
                            && body.path("type").asString("").equals("transaction-response")
                    ? new Outcome.Acknowledged(summary)
                    : new Outcome.NotNow(summary + ", but no transaction was answered");
        }
        Set<String> issues = issues(body);
        String told = issues.isEmpty() ? summary : summary + " (" + String.join(", ", issues) + ")";
        return FINAL.contains(answer.status()) ? new Outcome.Refused(told) : new Outcome.NotNow(told);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode read = READER.readTree(body);
            return read == null ? READER.createObjectNode() : read;
        } catch (JacksonException _) {
            return READER.createObjectNode();
        }
    }

    /** The codes that there are; all else in an outcome may tell a patient's story. */
    private static Set<String> issues(JsonNode outcome) {
        Set<String> codes = new TreeSet<>();
        for (JsonNode issue : outcome.path("issue")) {
            String code = issue.path("code").asString("");
            if (ISSUES.contains(code)) {
                codes.add(code);
            }
        }
        return codes;
    }

    @Override
    public void close() {
        http.close();
    }
}
