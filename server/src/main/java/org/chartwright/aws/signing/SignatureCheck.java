package org.chartwright.aws.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;

/**
 * Checks Signature Version 4, in its header and its presigned form. Safe for any number of threads.
 *
 * <p>It recomputes the signature over the request as it came and the headers the client says it signed. (Signing again
 * with a library and comparing does not work: libraries choose which headers to sign, and each chooses otherwise.)
 */
public final class SignatureCheck {

    /** Costs as much as a real one; matches nothing, as it is compared and then refused whatever comes out. */
    private static final SigningCredential NOBODY =
            new SigningCredential("nobody-has-this-key-but-it-costs-as-much", null, null);
    /** A session token is a secret that is compared itself; signers may be told not to sign it. */
    private static final String TOKEN_HEADER = "x-amz-security-token";

    /** What stands for the hash of a body that is a stream of signed events. */
    private static final String EVENTS = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

    private static final List<String> SIGNATURE_ONLY = List.of("X-Amz-Signature");
    private static final List<String> SIGNATURE_AND_TOKEN = List.of("X-Amz-Signature", "X-Amz-Security-Token");

    private final SignatureRules rules;
    private final Clock clock;
    private final Function<String, Optional<SigningCredential>> credentials;

    /** A check by these rules against the credentials that {@code credentials} knows by access key id. */
    public SignatureCheck(
            SignatureRules rules, Clock clock, Function<String, Optional<SigningCredential>> credentials) {
        this.rules = rules;
        this.clock = clock;
        this.credentials = credentials;
    }

    /**
     * Checks a request.
     *
     * @return who signed it, and with what
     * @throws AwsFault if anything at all is not as it must be
     */
    public Verified verify(WireRequest request) {
        return verify(request, bodyHash(request));
    }

    /**
     * Checks the head of a request whose body is a stream of events, each signed by itself.
     *
     * @throws AwsFault if anything at all is not as it must be
     */
    public Verified verifyEvents(WireRequest head) {
        if (!head.first("x-amz-content-sha256").map(String::strip).filter(EVENTS::equals).isPresent()) {
            throw invalid("A stream of events must say so: x-amz-content-sha256: " + EVENTS);
        }
        return verify(head, EVENTS);
    }

    private Verified verify(WireRequest request, String bodyHash) {
        SignatureClaim claim = SignatureClaim.of(request);
        requireSigned(request, claim);
        Optional<SigningCredential> known = credentials.apply(claim.accessKey());
        SigningCredential credential = known.orElse(NOBODY);
        boolean matches = matches(request, claim, credential, bodyHash);
        if (!matches || known.isEmpty()) {
            throw invalid("The request signature we calculated does not match the signature you provided. Check your"
                    + " access key, secret access key and signing method.");
        }
        requireScope(claim);
        Instant end = requireTime(claim);
        requireToken(claim, credential);
        return new Verified(claim.accessKey(), claim.region(), claim.signature(), end);
    }

    /**
     * A signature that holds.
     *
     * @param accessKey whose
     * @param region the region the client believes it speaks to
     * @param signature the signature itself, to know it again
     * @param until when it stops being accepted
     */
    public record Verified(String accessKey, String region, String signature, Instant until) {}

    private static void requireSigned(WireRequest request, SignatureClaim claim) {
        List<String> signed = claim.signedHeaders();
        if (!signed.contains("host") && !signed.contains(":authority")) {
            throw incomplete("'Host' must be a signed header.");
        }
        for (WireRequest.Header header : request.headers()) {
            String name = header.key();
            if (name.startsWith("x-amz-") && !name.equals(TOKEN_HEADER) && !signed.contains(name)) {
                throw incomplete("There is an X-Amz- header that is not signed: " + name);
            }
        }
        for (String name : signed) {
            if (request.first(name.equals(":authority") ? "host" : name).isEmpty()) {
                throw incomplete("A signed header did not come: " + name);
            }
        }
    }

    /** What the client says about the body is believed only if it is true. */
    private static String bodyHash(WireRequest request) {
        String actual = Hmac.sha256(request.body());
        Optional<String> said = request.first("x-amz-content-sha256").map(String::strip);
        if (said.isPresent() && !Hmac.same(said.get(), actual)) {
            throw invalid("The body is not the one that was signed.");
        }
        return actual;
    }

    private boolean matches(
            WireRequest request, SignatureClaim claim, SigningCredential credential, String bodyHash) {
        boolean matches = matches(request, claim, credential, bodyHash, SIGNATURE_ONLY);
        if (claim.isPresigned() && claim.token() != null) {
            matches |= matches(request, claim, credential, bodyHash, SIGNATURE_AND_TOKEN);
        }
        return matches;
    }

    private boolean matches(
            WireRequest request,
            SignatureClaim claim,
            SigningCredential credential,
            String bodyHash,
            List<String> queryLeftOut) {
        List<String> leftOut = claim.isPresigned() ? queryLeftOut : List.of();
        String canonical = CanonicalRequest.of(request, claim.signedHeaders(), bodyHash, rules, leftOut);
        return Hmac.same(Hmac.signature(credential.secret(), claim, canonical), claim.signature());
    }

    private void requireScope(SignatureClaim claim) {
        if (rules.service() != null && !rules.service().equals(claim.service())) {
            throw invalid("Credential should be scoped to correct service: '" + rules.service() + "'.");
        }
        if (rules.region() != null && !rules.region().equals(claim.region())) {
            throw invalid("Credential should be scoped to a valid region: '" + rules.region() + "'.");
        }
    }

    private Instant requireTime(SignatureClaim claim) {
        Instant now = clock.instant();
        Duration life = claim.lifetime() == null ? rules.skew() : claim.lifetime();
        Instant end = claim.time().plus(life);
        if (now.isAfter(end)) {
            throw invalid("Signature expired: " + claim.stamp() + " is too far in the past; our clock says " + now + ".");
        }
        if (claim.time().isAfter(now.plus(rules.skew()))) {
            throw invalid("Signature not yet current: " + claim.stamp() + " is too far in the future; our clock says "
                    + now + ".");
        }
        return end;
    }

    private void requireToken(SignatureClaim claim, SigningCredential credential) {
        String expected = credential.token() == null ? "" : credential.token();
        String sent = claim.token() == null ? "" : claim.token();
        if (!Hmac.same(expected, sent)) {
            throw new AwsFault(
                    FaultCode.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
        }
        if (credential.expiry() != null && !clock.instant().isBefore(credential.expiry())) {
            throw new AwsFault(FaultCode.EXPIRED_TOKEN, "The security token included in the request is expired.");
        }
    }

    private static AwsFault incomplete(String message) {
        return new AwsFault(FaultCode.INCOMPLETE_SIGNATURE, message);
    }

    private static AwsFault invalid(String message) {
        return new AwsFault(FaultCode.INVALID_SIGNATURE, message);
    }
}
