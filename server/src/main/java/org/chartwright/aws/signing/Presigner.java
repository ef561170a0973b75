package org.chartwright.aws.signing;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.aws.wire.WireRequest.Header;

/** Makes links to this API that carry their signature in the query. Safe for any number of threads. */
public final class Presigner {

    private final Clock clock;
    private final String region;
    private final SignatureRules rules;

    /** Signs for this region by the rules of this face. */
    public Presigner(Clock clock, String region) {
        this.clock = clock;
        this.region = region;
        this.rules = SignatureRules.transcribe(region);
    }

    /**
     * A link to fetch a path.
     *
     * @param endpoint where it is reached, without a path
     * @param path raw, beginning with a slash
     * @param life how long the link works
     */
    public URI get(URI endpoint, String path, String accessKey, SigningCredential credential, Duration life) {
        SignatureClaim claim = new SignatureClaim(
                accessKey,
                region,
                "transcribe",
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                List.of("host"),
                "",
                null,
                life);
        String query = "X-Amz-Algorithm=" + SignatureClaim.ALGORITHM
                + "&X-Amz-Credential=" + PercentCode.encode(accessKey + "/" + claim.scope(), "")
                + "&X-Amz-Date=" + claim.stamp()
                + "&X-Amz-Expires=" + life.toSeconds()
                + (credential.token() == null
                        ? ""
                        : "&X-Amz-Security-Token=" + PercentCode.encode(credential.token(), ""))
                + "&X-Amz-SignedHeaders=host";
        WireRequest request = new WireRequest(
                "GET", path + "?" + query, List.of(new Header("Host", endpoint.getRawAuthority())), new byte[0]);
        String canonical =
                CanonicalRequest.of(request, claim.signedHeaders(), Hmac.sha256(request.body()), rules, List.of());
        return URI.create(
                endpoint + request.target() + "&X-Amz-Signature=" + Hmac.signature(credential.secret(), claim, canonical));
    }
}
