package org.chartwright.workspace;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.Ways;
import org.chartwright.people.oidc.Attempt;
import org.chartwright.people.oidc.Elsewhere;
import org.chartwright.people.oidc.Identity;
import org.chartwright.people.oidc.OidcException;
import org.chartwright.people.oidc.OidcProvider;
import org.jspecify.annotations.Nullable;

/** Signing in, and proving oneself again, by the hospital's identity provider. Any thread. */
final class ProviderCalls {

    /** Sent along when the provider's page leads back to us, which a stricter cookie is not. */
    static final String COOKIE = "__Host-chartwright-attempt";

    private static final String BACK = "session/provider/answer";
    private static final String BEGIN = "SignInElsewhere";
    private static final int LONGEST = 4096;

    private final Ways ways;
    private final Elsewhere elsewhere;
    private final PersonSessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final Attempts attempts;
    private final SecureRandom luck = new SecureRandom();

    ProviderCalls(Ways ways, Elsewhere elsewhere, PersonSessions sessions, AuditLog audit, Clock clock, Attempts attempts) {
        this.ways = ways;
        this.elsewhere = elsewhere;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.attempts = attempts;
    }

    List<Route> routes() {
        return List.of(
                Route.alone("POST", "session/provider", Route.NOBODY, BEGIN, call -> begin(call, "")),
                Route.alone("POST", "session/provider/proof", Route.ANYBODY, "ProveElsewhere",
                        call -> begin(call, PersonSessions.nameOf(call.token()))),
                Route.alone("GET", BACK, Route.NOBODY, BEGIN, this::answer));
    }

    record Begun(@Nullable String back) {}

    record Go(URI go) {}

    private Reply begin(Call call, String session) throws IOException {
        attempts.admit(call);
        OidcProvider provider = ways.provider().orElseThrow(Problem::notFound);
        String back = Call.maybe(call.body(Begun.class).back, "back", LONGEST);
        Attempt attempt = Attempt.begin(luck, clock.instant(), session, back);
        try {
            Go go = new Go(provider.page(attempt, redirect()));
            return new Reply.Json(200, go, Map.of("Set-Cookie", cookie(attempt.text(), Attempt.LIFE.toSeconds())));
        } catch (OidcException _) {
            throw Problem.unavailable("The identity provider cannot be reached.");
        }
    }

    /** A person's browser comes back with the provider's answer; whatever becomes of it, a page of ours is shown. */
    private Reply answer(Call call) {
        attempts.admit(call);
        OidcProvider provider = ways.provider().orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        Attempt attempt = Attempt.read(call.cookie(COOKIE), now).orElse(null);
        call.response().addHeader("Set-Cookie", cookie("", 0));
        try {
            if (attempt == null) {
                throw OidcException.ofAttempt();
            }
            Identity identity = provider.finish(
                    attempt,
                    new OidcProvider.Answer(asked(call, "state"), asked(call, "code"), asked(call, "iss"), asked(call, "error")),
                    redirect());
            Person person = elsewhere.welcome(identity);
            if (attempt.isProof()) {
                if (!sessions.provedAs(person, attempt.session(), identity.session())) {
                    throw OidcException.ofProof();
                }
            } else {
                call.response().addHeader("Set-Cookie", SessionCalls.cookie(sessions.begin(person, identity.session()), ""));
            }
            Actor actor = new Actor(person.account(), SessionCalls.word(person.role()), call.request().getRemoteAddr());
            String deed = attempt.isProof() ? "workspace:ProveElsewhere" : "workspace:" + BEGIN;
            audit.record(Act.of(person.tenant().value(), actor, deed, ""), Outcome.DONE, "");
            return page(attempt.back());
        } catch (OidcException e) {
            audit.record(call.act("workspace:" + BEGIN), Outcome.REFUSED, e.reason().word());
            return page((attempt == null ? "" : attempt.back()) + "#sign-in=" + e.reason().word());
        }
    }

    private static Reply page(String path) {
        return new Reply.Empty(303, Map.of("Location", "/app/" + path));
    }

    private URI redirect() {
        return URI.create(ways.address().get() + ApiServlet.PATH + BACK);
    }

    private static @Nullable String asked(Call call, String name) {
        return call.asked(name).filter(text -> text.length() <= LONGEST).orElse(null);
    }

    private static String cookie(String value, long seconds) {
        return COOKIE + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + seconds;
    }
}
