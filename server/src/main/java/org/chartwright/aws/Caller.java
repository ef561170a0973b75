package org.chartwright.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chartwright.access.Credentials;
import org.chartwright.access.Identity;
import org.chartwright.access.Signatures;
import org.chartwright.aws.operations.DownloadLinks;
import org.chartwright.aws.operations.Place;
import org.chartwright.aws.signing.EventChain;
import org.chartwright.aws.signing.Presigner;
import org.chartwright.aws.signing.ReplayGuard;
import org.chartwright.aws.signing.SignatureCheck;
import org.chartwright.aws.signing.SignatureRules;
import org.chartwright.aws.signing.SigningCredential;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;

/** Finds out who is calling, and signs links in their name. Safe for any number of threads. */
final class Caller implements DownloadLinks {

    private static final Duration LINK_LIFE = Duration.ofMinutes(15);

    private final Credentials credentials;
    private final SignatureCheck check;
    private final ReplayGuard replays;
    private final Presigner presigner;
    private final Place place;
    private final String service;
    private final Clock clock;

    Caller(Credentials credentials, Signatures signatures, Place place, SignatureRules rules, Clock clock) {
        this.credentials = credentials;
        this.check = new SignatureCheck(rules, clock, this::signingCredential);
        this.replays = new ReplayGuard(clock, signatures);
        this.presigner = new Presigner(clock, place.region());
        this.place = place;
        this.service = String.valueOf(rules.service());
        this.clock = clock;
    }

    /** A caller whose signature holds. */
    record Known(Identity identity, SignatureCheck.Verified signature) {}

    Known of(WireRequest request) {
        SignatureCheck.Verified signature = check.verify(request);
        credentials.used(signature.accessKey(), service);
        return new Known(holder(signature.accessKey()).identity(), signature);
    }

    /** The same for a request whose body is a stream of signed events. */
    Known ofEvents(WireRequest head) {
        SignatureCheck.Verified signature = check.verifyEvents(head);
        return new Known(holder(signature.accessKey()).identity(), signature);
    }

    /** The signatures of the events that follow such a request. */
    EventChain chain(Known caller) {
        return new EventChain(holder(caller.signature().accessKey()).key().secret(), caller.signature(), clock);
    }

    /** Notes that this request changes something, so that it cannot do so again. */
    void admitChange(Known caller) {
        replays.admit(caller.identity().tenant(), caller.signature());
    }

    @Override
    public String link(Identity caller, String path) {
        String key = caller.accessKeyId();
        return presigner
                .get(place.api().get(), path, key, credential(holder(key)), LINK_LIFE)
                .toString();
    }

    private Credentials.Holder holder(String accessKey) {
        return credentials
                .find(accessKey)
                .orElseThrow(() -> new AwsFault(
                        FaultCode.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid."));
    }

    private Optional<SigningCredential> signingCredential(String accessKey) {
        return credentials.find(accessKey).map(Caller::credential);
    }

    private static SigningCredential credential(Credentials.Holder holder) {
        Credentials.Term term = holder.term();
        return new SigningCredential(
                holder.key().secret(), term == null ? null : term.token(), term == null ? null : term.end());
    }
}
