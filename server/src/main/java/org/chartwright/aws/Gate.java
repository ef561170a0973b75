package org.chartwright.aws;

import java.time.Clock;
import java.time.Duration;
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

    /** With the 4 seconds for which grants are remembered, a change counts within half a minute. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(25);

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

    /**
     * Something to run again and again while a caller is served for long: at most every half minute it asks anew, and throws
     * when a key was disabled or a policy says no by now. For one thread.
     */
    Runnable watch(Caller.Known caller, WireRequest request, Asked asked) {
        return new Runnable() {
            private Instant next = clock.instant().plus(BETWEEN_LOOKS);

            @Override
            public void run() {
                Instant now = clock.instant();
                if (!now.isBefore(next)) {
                    next = now.plus(BETWEEN_LOOKS);
                    require(caller, request, asked);
                }
            }
        };
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
