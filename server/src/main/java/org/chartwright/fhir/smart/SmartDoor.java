package org.chartwright.fhir.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.chartwright.fhir.Caller;
import org.chartwright.fhir.Callers;
import org.chartwright.fhir.smart.SmartTokens.Outcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The token endpoint, and where programs read that there is one. */
public final class SmartDoor extends HttpServlet implements Callers {

    /** Where tokens are given. */
    public static final String TOKEN = "/auth/token";

    /** Where programs look first, below the FHIR face. */
    public static final String CONFIGURATION = "/fhir/.well-known/smart-configuration";

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEARER = "bearer ";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final transient SmartTokens tokens;
    private final transient Supplier<String> here;

    /**
     * The door to those tokens.
     *
     * @param here where clients reach this server, without a slash at the end
     */
    public SmartDoor(SmartTokens tokens, Supplier<String> here) {
        this.tokens = tokens;
        this.here = here;
    }

    @Override
    public Optional<Caller> of(HttpServletRequest request) {
        String said = request.getHeader("Authorization");
        return said != null && said.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? tokens.caller(said.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals(CONFIGURATION)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ObjectNode told = JSON.createObjectNode();
        told.put("token_endpoint", here.get() + TOKEN);
        told.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
        told.putArray("token_endpoint_auth_signing_alg_values_supported").add("RS384").add("ES384").add("RS256").add("ES256");
        told.putArray("grant_types_supported").add("client_credentials");
        told.putArray("scopes_supported").add("system/*.cruds").add("system/*.rs");
        told.putArray("capabilities").add("client-confidential-asymmetric").add("permission-v1").add("permission-v2");
        send(response, HttpServletResponse.SC_OK, told);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals(TOKEN)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            refuse(response, "unsupported_grant_type");
            return;
        }
        String assertion = request.getParameter("client_assertion");
        String scope = request.getParameter("scope");
        if (assertion == null || scope == null || !ASSERTION_TYPE.equals(request.getParameter("client_assertion_type"))) {
            refuse(response, "invalid_request");
            return;
        }
        Scopes wanted;
        try {
            wanted = Scopes.parse(scope);
        } catch (IllegalArgumentException _) {
            refuse(response, "invalid_scope");
            return;
        }
        switch (tokens.give(assertion, wanted, here.get() + TOKEN, request.getRemoteAddr())) {
            case Outcome.Given given -> {
                ObjectNode told = JSON.createObjectNode();
                told.put("access_token", given.token());
                told.put("token_type", "bearer");
                told.put("expires_in", SmartTokens.LIFE.toSeconds());
                told.put("scope", given.scopes().toString());
                send(response, HttpServletResponse.SC_OK, told);
            }
            case Outcome.Refused refused -> refuse(response, refused.why().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void refuse(HttpServletResponse response, String error) throws IOException {
        int status = error.equals("invalid_client")
                ? HttpServletResponse.SC_UNAUTHORIZED
                : HttpServletResponse.SC_BAD_REQUEST;
        send(response, status, JSON.createObjectNode().put("error", error));
    }

    private static void send(HttpServletResponse response, int status, ObjectNode body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
