package org.chartwright.aws.signing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its own signature, before anything of it is believed.
 *
 * @param accessKey who is said to have signed
 * @param region of the credential scope
 * @param service of the credential scope
 * @param time when it is said to have been signed
 * @param signedHeaders names in lower case, in order
 * @param signature 64 lower-case hex digits
 * @param token the session token that came along
 * @param lifetime how long a presigned request lives; {@code null} when the signature came in the header
 */
record SignatureClaim(
        String accessKey,
        String region,
        String service,
        Instant time,
        List<String> signedHeaders,
        String signature,
        @Nullable String token,
        @Nullable Duration lifetime) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final Pattern AUTHORIZATION = Pattern.compile(ALGORITHM
            + " +Credential=([^,\\s]+), *SignedHeaders=([^,\\s]+), *Signature=([^,\\s]+)");
    private static final Pattern CREDENTIAL =
            Pattern.compile("([\\w-]{1,128})/(\\d{8})/([a-z0-9-]{1,64})/([a-z0-9-]{1,64})/aws4_request");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TIME = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final long LONGEST_LIFE_SECONDS = 604_800;

    boolean isPresigned() {
        return lifetime != null;
    }

    /** The time as it is signed. */
    String stamp() {
        return STAMP.format(time);
    }

    /** Day, region, service and terminator. */
    String scope() {
        return stamp().substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    }

    /** Reads the claim, from the header or the query but never from both. */
    static SignatureClaim of(WireRequest request) {
        List<QueryParameter> query = QueryParameter.parse(request.query());
        boolean inQuery = query.stream().anyMatch(parameter -> isSignatureParameter(parameter.name()));
        List<String> headers = request.all("authorization");
        if (headers.isEmpty() && !inQuery) {
            throw new AwsFault(FaultCode.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
        }
        refuseDoubles(request);
        if (inQuery) {
            if (!headers.isEmpty()) {
                throw incomplete("The request is signed twice, by header and by query.");
            }
            return ofQuery(request, query);
        }
        return ofHeader(request, headers.getFirst());
    }

    private static boolean isSignatureParameter(String name) {
        return name.regionMatches(true, 0, "X-Amz-", 0, 6)
                && List.of("signature", "algorithm", "credential").contains(name.substring(6).toLowerCase(
                        Locale.ROOT));
    }

    private static void refuseDoubles(WireRequest request) {
        TreeSet<String> seen = new TreeSet<>();
        for (WireRequest.Header header : request.headers()) {
            String name = header.key();
            boolean once = name.equals("host")
                    || name.equals("authorization")
                    || name.equals("content-length")
                    || name.startsWith("x-amz-");
            if (once && !seen.add(name)) {
                throw incomplete("A header that must be single came twice: " + name);
            }
        }
    }

    private static SignatureClaim ofHeader(WireRequest request, String authorization) {
        Matcher parts = AUTHORIZATION.matcher(authorization.strip());
        if (!parts.matches()) {
            throw incomplete("Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters"
                    + " of the algorithm " + ALGORITHM + ".");
        }
        String time = request.first("x-amz-date").map(String::strip).orElse(null);
        String token = request.first("x-amz-security-token").map(String::strip).orElse(null);
        return make(parts.group(1), parts.group(2), parts.group(3), time, token, null);
    }

    private static SignatureClaim ofQuery(WireRequest request, List<QueryParameter> query) {
        Map<String, String> found = new HashMap<>();
        for (QueryParameter parameter : query) {
            boolean ours = parameter.name().regionMatches(true, 0, "X-Amz-", 0, 6);
            if (ours && found.put(parameter.name(), parameter.value()) != null) {
                throw incomplete("A parameter of the signature came twice: " + parameter.name());
            }
        }
        if (!ALGORITHM.equals(found.get("X-Amz-Algorithm"))) {
            throw partMissing();
        }
        if (request.first("x-amz-date").isPresent()
                || request.first("x-amz-security-token").isPresent()) {
            throw incomplete("A presigned request carries its date and token in the query only.");
        }
        return make(
                part(found, "X-Amz-Credential"),
                part(found, "X-Amz-SignedHeaders"),
                part(found, "X-Amz-Signature"),
                found.get("X-Amz-Date"),
                found.get("X-Amz-Security-Token"),
                lifetime(part(found, "X-Amz-Expires")));
    }

    private static String part(Map<String, String> found, String name) {
        String value = found.get(name);
        if (value == null) {
            throw partMissing();
        }
        return value;
    }

    private static AwsFault partMissing() {
        return incomplete("A presigned request requires X-Amz-Algorithm, X-Amz-Credential, X-Amz-Date,"
                + " X-Amz-Expires, X-Amz-SignedHeaders and X-Amz-Signature.");
    }

    private static Duration lifetime(String seconds) {
        if (!seconds.matches("\\d{1,6}") || seconds.startsWith("0") || Long.parseLong(seconds) > LONGEST_LIFE_SECONDS) {
            throw incomplete("X-Amz-Expires must be from 1 to " + LONGEST_LIFE_SECONDS + " seconds.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static SignatureClaim make(
            String credential,
            String signedHeaders,
            String signature,
            @Nullable String time,
            @Nullable String token,
            @Nullable Duration lifetime) {
        Matcher scope = CREDENTIAL.matcher(credential);
        if (!scope.matches()) {
            throw incomplete("Credential must be of the form KEY/yyyyMMdd/region/service/aws4_request.");
        }
        if (time == null || !TIME.matcher(time).matches()) {
            throw incomplete("Authorization requires the existence of an 'X-Amz-Date' of the form yyyyMMdd'T'HHmmss'Z'.");
        }
        if (!time.startsWith(scope.group(2))) {
            throw incomplete("The day of the Credential is not the day of 'X-Amz-Date'.");
        }
        if (!SIGNATURE.matcher(signature).matches()) {
            throw incomplete("Signature must be 64 lower-case hexadecimal digits.");
        }
        List<String> names = List.of(signedHeaders.split(";", -1));
        if (!List.copyOf(new TreeSet<>(names)).equals(names)
                || !signedHeaders.matches("[a-z0-9!#$%&'*+.^_`|~:;-]+")) {
            throw incomplete("SignedHeaders must be lower-case names, sorted, each once.");
        }
        return new SignatureClaim(
                scope.group(1), scope.group(3), scope.group(4), instant(time), names, signature, token, lifetime);
    }

    private static Instant instant(String time) {
        try {
            return Instant.from(STAMP.parse(time));
        } catch (DateTimeException _) {
            throw incomplete("'X-Amz-Date' is not a date.");
        }
    }

    private static AwsFault incomplete(String message) {
        return new AwsFault(FaultCode.INCOMPLETE_SIGNATURE, message);
    }

    /** Leaves signature and token out. */
    @Override
    public String toString() {
        return "SignatureClaim[" + accessKey + ", " + time + ", " + service + "]";
    }
}
