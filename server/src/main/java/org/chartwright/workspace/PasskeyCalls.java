package org.chartwright.workspace;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.Ways;
import org.chartwright.people.passkeys.Passkey;
import org.chartwright.people.passkeys.PasskeyException;
import org.chartwright.people.passkeys.Passkeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Passkeys: one's own, signing in and proving oneself by them. Any thread. */
final class PasskeyCalls {

    private static final int NAME = 100;
    /** What an answer holds that makes a passkey, and one that proves somebody. */
    private static final List<List<String>> MEMBERS =
            List.of(List.of("attestationObject"), List.of("authenticatorData", "signature", "userHandle"));

    private final Passkeys passkeys;
    private final PersonSessions sessions;
    private final SessionCalls shown;
    private final AuditLog audit;
    private final Attempts attempts;
    private final Ways ways;

    PasskeyCalls(
            Passkeys passkeys, PersonSessions sessions, SessionCalls shown, AuditLog audit, Attempts attempts, Ways ways) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.shown = shown;
        this.audit = audit;
        this.attempts = attempts;
        this.ways = ways;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "passkeys", Route.ANYBODY, "ListPasskeys", call -> Reply.ok(new VisitBook.Listed(
                        passkeys.all(call.person()).stream().map(Shown::of).toList(), null))),
                Route.alone("POST", "passkeys/question", Route.ANYBODY, "AskToRegisterPasskey", call -> {
                    call.requireFresh(sessions);
                    return Reply.ok(passkeys.askToRegister(call.person()));
                }),
                Route.alone("POST", "passkeys", Route.ANYBODY, "RegisterPasskey", this::register),
                Route.of("DELETE", "passkeys/{id}", Route.ANYBODY, "RemovePasskey", this::remove),
                Route.alone("POST", "session/passkey/question", Route.NOBODY, "AskToSignIn", call -> {
                    admitLocal(call);
                    return Reply.ok(passkeys.askToSignIn());
                }),
                Route.alone("POST", "session/passkey", Route.NOBODY, "SignIn", this::signIn),
                Route.alone("POST", "session/proof/passkey/question", Route.ANYBODY, "AskToProve", call -> {
                    attempts.admit(call);
                    return Reply.ok(passkeys.askToProve(call.person()));
                }),
                Route.alone("POST", "session/proof/passkey", Route.ANYBODY, "ProveAgain", this::prove));
    }

    record Answered(@Nullable String name, @Nullable JsonNode credential) {

        String text() {
            if (credential == null || !credential.path("id").isString() || !credential.path("rawId").isString()
                    || !credential.path("response").path("clientDataJSON").isString()
                    || !credential.path("clientExtensionResults").isObject()
                    || MEMBERS.stream().noneMatch(one -> one.stream()
                            .allMatch(name -> credential.path("response").path(name).isString()))) {
                throw Problem.invalid("credential", "It must be what the browser made of the question.");
            }
            return credential.toString();
        }

        /** Leaves all of it out. */
        @Override
        public String toString() {
            return "Answered[]";
        }
    }

    record Shown(UUID id, String name, Instant createdAt, @Nullable Instant usedAt) {

        static Shown of(Passkey passkey) {
            return new Shown(passkey.id(), passkey.name(), passkey.createdAt(), passkey.usedAt());
        }
    }

    private Reply register(Call call) throws IOException {
        call.requireFresh(sessions);
        Answered given = call.body(Answered.class);
        String name = Call.text(given.name, "name", NAME);
        try {
            Passkey made = passkeys.register(call.person(), name, given.text());
            call.concerns("passkey", made.id());
            audit.record(call.act("workspace:RegisterPasskey"), Outcome.DONE, "");
            return Reply.created(Shown.of(made));
        } catch (PasskeyException e) {
            audit.record(call.act("workspace:RegisterPasskey"), Outcome.REFUSED, e.why());
            throw Problem.conflict("That passkey could not be taken up. Begin again.");
        }
    }

    private Reply remove(Call call) {
        call.requireFresh(sessions);
        call.concerns("passkey", call.id());
        if (!passkeys.remove(call.person(), call.id())) {
            throw Problem.notFound();
        }
        return Reply.done();
    }

    private Reply signIn(Call call) throws IOException {
        admitLocal(call);
        Answered given = call.body(Answered.class);
        try {
            Person person = passkeys.signIn(given.text());
            Actor actor = new Actor(person.account(), SessionCalls.word(person.role()), call.request().getRemoteAddr());
            audit.record(Act.of(person.tenant().value(), actor, "workspace:SignIn", ""), Outcome.DONE, "passkey");
            return shown.begun(call, person);
        } catch (PasskeyException e) {
            throw Problem.wrongCredentials().because("passkey-" + e.why());
        }
    }

    private Reply prove(Call call) throws IOException {
        attempts.admit(call);
        Answered given = call.body(Answered.class);
        try {
            passkeys.prove(call.person(), given.text());
            sessions.proved(call.token());
            audit.record(call.act("workspace:ProveAgain"), Outcome.DONE, "passkey");
            return Reply.done();
        } catch (PasskeyException e) {
            throw Problem.wrongCredentials().because("passkey-" + e.why());
        }
    }

    private void admitLocal(Call call) {
        if (!ways.local()) {
            throw Problem.forbidden();
        }
        attempts.admit(call);
    }
}
