package org.chartwright.workspace;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.Tenant;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.people.Invitations;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.PersonSessions.PersonSession;
import org.chartwright.people.SignIn;
import org.chartwright.people.Ways;
import org.chartwright.people.passkeys.Passkeys;
import org.jspecify.annotations.Nullable;

/** Signing in and out, proving oneself again, and accepting an invitation. Any thread. */
final class SessionCalls {

    private static final int LONGEST = 256;

    private final Tenants tenants;
    private final SignIn signIn;
    private final PersonSessions sessions;
    private final Invitations invitations;
    private final AuditLog audit;
    private final Clock clock;
    private final Attempts attempts;
    private final Ways ways;

    SessionCalls(
            Tenants tenants,
            SignIn signIn,
            PersonSessions sessions,
            Invitations invitations,
            AuditLog audit,
            Attempts attempts,
            Workspace.Rooms rooms) {
        this.tenants = tenants;
        this.signIn = signIn;
        this.sessions = sessions;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = rooms.clock();
        this.attempts = attempts;
        this.ways = rooms.ways();
    }

    List<Route> routes() {
        return List.of(
                Route.alone("POST", "session", Route.NOBODY, "SignIn", this::signIn),
                Route.alone("GET", "session/ways", Route.NOBODY, "ListWays", _ -> Reply.ok(new WaysShown(
                        ways.local(), ways.provider().map(one -> one.settings().name()).orElse(null),
                        Passkeys.origin(ways.address().get()).orElse(null)))),
                Route.of("GET", "session", Route.ANYBODY, "GetSession", call -> Reply.ok(shown(call.session()))),
                Route.of("DELETE", "session", Route.ANYBODY, "SignOut", this::signOut),
                Route.alone("POST", "session/proof", Route.ANYBODY, "ProveAgain", this::prove),
                Route.alone("POST", "invitations/open", Route.NOBODY, "OpenInvitation", this::open),
                Route.alone("POST", "invitations/accept", Route.NOBODY, "AcceptInvitation", this::accept));
    }

    record Credentials(@Nullable String tenant, @Nullable String account, @Nullable String password, @Nullable String code) {

        /** Leaves all of it out. */
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    record Invited(@Nullable String token, @Nullable String password, @Nullable String code) {

        /** Leaves all of it out. */
        @Override
        public String toString() {
            return "Invited[]";
        }
    }

    record Shown(PersonShown person, long idleSeconds, boolean proved, boolean elsewhere, boolean passkeys) {}

    record WaysShown(boolean local, @Nullable String provider, @Nullable String passkeys) {}

    record Go(URI go) {}

    record PersonShown(UUID id, String account, String name, String role, String tenant) {}

    record Factor(String account, String name, String otpauth) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Factor[]";
        }
    }

    private Reply signIn(Call call) throws IOException {
        admitLocal(call);
        Credentials given = call.body(Credentials.class);
        String name = Call.maybe(given.tenant, "tenant", LONGEST);
        Optional<TenantId> tenant = tenants.find(name.isEmpty() ? Tenants.DEFAULT : name).map(Tenant::id);
        String account = Call.text(given.account, "account", LONGEST);
        Person person = proved(tenant.orElse(new TenantId(Act.HOUSE)), account, given);
        Actor actor = new Actor(person.account(), word(person.role()), call.request().getRemoteAddr());
        audit.record(Act.of(person.tenant().value(), actor, "workspace:SignIn", ""), Outcome.DONE, "");
        return begun(call, person);
    }

    /** A session for somebody who was proved. */
    Reply begun(Call call, Person person) {
        String token = sessions.begin(person);
        call.response().setHeader("Set-Cookie", cookie(token, ""));
        return Reply.ok(shown(sessions.find(token).orElseThrow(Problem::wrongCredentials)));
    }

    private Reply signOut(Call call) {
        sessions.end(call.token());
        // Not the storage: sound that has not reached us yet may wait there.
        Map<String, String> headers = Map.of("Set-Cookie", cookie("", "; Max-Age=0"), "Clear-Site-Data", "\"cache\"");
        return leave(call.session())
                .<Reply>map(page -> new Reply.Json(200, new Go(page), headers))
                .orElse(new Reply.Empty(204, headers));
    }

    /** Whoever came from elsewhere is signed in there still, and the next one at this machine with them. */
    private Optional<URI> leave(PersonSession session) {
        return session.elsewhere()
                ? ways.provider().flatMap(one -> one.leave(URI.create(ways.address().get() + "/app/")))
                : Optional.empty();
    }

    private Reply prove(Call call) throws IOException {
        admitLocal(call);
        Credentials given = call.body(Credentials.class);
        proved(call.tenant(), call.person().account(), given);
        sessions.proved(call.token());
        audit.record(call.act("workspace:ProveAgain"), Outcome.DONE, "");
        return Reply.done();
    }

    private Person proved(TenantId tenant, String account, Credentials given) {
        String password = Call.text(given.password, "password", LONGEST);
        String code = Call.text(given.code, "code", LONGEST);
        return switch (signIn.check(tenant, account, password, code)) {
            case SignIn.Outcome.Proved proved -> proved.person();
            case SignIn.Outcome.Refused _ -> throw Problem.wrongCredentials();
            case SignIn.Outcome.Wait wait ->
                throw Problem.tooSoon(Duration.between(clock.instant(), wait.until()).toSeconds() + 1);
        };
    }

    private Reply open(Call call) throws IOException {
        admitLocal(call);
        String token = Call.text(call.body(Invited.class).token, "token", LONGEST);
        return switch (invitations.open(token)) {
            case Invitations.Outcome.Factor factor -> Reply.ok(new Factor(factor.account(), factor.name(), factor.otpauth()));
            default -> throw Problem.notFound();
        };
    }

    private Reply accept(Call call) throws IOException {
        admitLocal(call);
        Invited given = call.body(Invited.class);
        String token = Call.text(given.token, "token", LONGEST);
        String password = given.password == null ? "" : given.password;
        String code = Call.text(given.code, "code", LONGEST);
        return switch (invitations.accept(token, password, code)) {
            case Invitations.Outcome.Done _ -> Reply.done();
            case Invitations.Outcome.BadPassword _ -> throw Problem.invalid(
                    "password", "A password has " + Invitations.SHORTEST_PASSWORD + " characters or more, and is not the account's name.");
            case Invitations.Outcome.BadCode _ -> throw Problem.invalid("code", "The code is not of this second factor.");
            case Invitations.Outcome.BadToken _, Invitations.Outcome.Factor _ -> throw Problem.notFound();
        };
    }

    private void admitLocal(Call call) {
        if (!ways.local()) {
            throw Problem.forbidden();
        }
        attempts.admit(call);
    }

    private Shown shown(PersonSession session) {
        Person person = session.person();
        String tenant = tenants.find(person.tenant()).map(Tenant::name).orElse("");
        return new Shown(
                new PersonShown(person.id(), person.account(), person.name(), word(person.role()), tenant),
                PersonSessions.IDLE.toSeconds(),
                sessions.isFresh(session),
                session.elsewhere(),
                session.passkeys());
    }

    static String word(Person.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static String cookie(String token, String end) {
        return PersonSessions.COOKIE + "=" + token + "; Path=/; Secure; HttpOnly; SameSite=Strict" + end;
    }
}
