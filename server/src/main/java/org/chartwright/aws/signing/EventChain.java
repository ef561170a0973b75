package org.chartwright.aws.signing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;

/**
 * The signatures of the events of one stream, each over the one before it, the first over the request's own. Day, scope and
 * key are those of each event's own date, so they change at midnight. One thread at a time.
 */
public final class EventChain {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256-PAYLOAD";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String secret;
    private final String region;
    private final Clock clock;
    private String prior;
    private String day = "";
    private byte[] key = {};

    /**
     * A chain that begins with a request.
     *
     * @param secret of the key that signed the request
     * @param request what was found to hold of it
     */
    public EventChain(String secret, SignatureCheck.Verified request, Clock clock) {
        this.secret = secret;
        this.region = request.region();
        this.prior = request.signature();
        this.clock = clock;
    }

    /**
     * Checks the next event.
     *
     * @param time the date that it bears
     * @param dateHeader that date as it is encoded in its header
     * @param payload all of its payload
     * @param signature what it is said to be signed with
     * @throws AwsFault if the signature is another, or the date is too far from our clock
     */
    public void check(Instant time, byte[] dateHeader, byte[] payload, byte[] signature) {
        String expected = signature(time, dateHeader, payload);
        if (!Hmac.same(expected, HexFormat.of().formatHex(signature))) {
            throw new AwsFault(FaultCode.BAD_REQUEST, "The event signature we calculated does not match the signature you"
                    + " provided. Check your secret access key and signing method.");
        }
        Instant now = clock.instant();
        if (ChronoUnit.SECONDS.between(time, now) > SignatureRules.FIVE_MINUTES.toSeconds()
                || ChronoUnit.SECONDS.between(now, time) > SignatureRules.FIVE_MINUTES.toSeconds()) {
            throw new AwsFault(FaultCode.BAD_REQUEST, "The event is dated " + time.truncatedTo(ChronoUnit.SECONDS)
                    + "; our clock says " + now.truncatedTo(ChronoUnit.SECONDS) + ". More than five minutes are too many.");
        }
        prior = expected;
    }

    /** Signs the next event, as a client does. */
    public byte[] sign(Instant time, byte[] dateHeader, byte[] payload) {
        prior = signature(time, dateHeader, payload);
        return HexFormat.of().parseHex(prior);
    }

    private String signature(Instant time, byte[] dateHeader, byte[] payload) {
        String stamp = STAMP.format(time);
        String today = stamp.substring(0, stamp.indexOf('T'));
        if (!today.equals(day)) {
            key = Hmac.key(secret, today + "/" + region + "/transcribe/aws4_request");
            day = today;
        }
        String toSign = String.join(
                "\n", ALGORITHM, stamp, today + "/" + region + "/transcribe/aws4_request", prior, Hmac.sha256(dateHeader),
                Hmac.sha256(payload));
        return HexFormat.of().formatHex(Hmac.mac(key, toSign));
    }
}
