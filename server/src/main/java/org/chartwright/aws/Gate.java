package org.chartwright.aws;

import java.time.Clock;
import java.time.Instant;
import org.chartwright.access.Credentials;
import org.chartwright.access.Surroundings;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;

/**
 * Lets a known caller do what policies allow, and nothing else. Safe for any number of threads.
 *
 * <p>A stream asks again while it runs: what was allowed at its start may be allowed no more.
 */
public final class Gate {

    private final Credentials credentials;
    private final Clock clock;

    /** For callers with those credentials. */
    public Gate(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Passes, or throws {@code AccessDeniedException} in AWS's words. */
    public void require(Caller.Known caller, WireRequest request, Asked asked) {
        Context context = asked.context().with(surroundings(caller, request, clock.instant()));
        Asked whole = new Asked(asked.action(), asked.resource(), context);
        Decision decision = credentials.decide(caller.identity(), whole);
        if (!decision.allowed()) {
            throw denied(caller, decision, whole);
        }
    }

    /** What policies may know of a request. */
    static Context surroundings(Caller.Known caller, WireRequest request, Instant now) {
        return new Surroundings(
                        request.origin().address(),
                        request.origin().secure(),
                        request.first("user-agent").orElse(null),
                        request.first("referer").orElse(null))
                .at(now)
                .with("aws:RequestedRegion", caller.signature().region());
    }

    static AwsFault denied(Caller.Known caller, Decision decision, Asked asked) {
        if (decision == Decision.NO_LONGER_KNOWN) {
            return new AwsFault(
                    FaultCode.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
        }
        return new AwsFault(FaultCode.ACCESS_DENIED, decision.sentence(caller.identity().principalArn(), asked));
    }
}
