package org.chartwright.workspace;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chartwright.people.Invitations;
import org.chartwright.people.People;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.Ways;
import org.jspecify.annotations.Nullable;

/** Who may work here; for administrators. Any thread. */
final class PeopleCalls {

    private static final int LONGEST = 200;

    private final People people;
    private final Invitations invitations;
    private final PersonSessions sessions;
    private final Ways ways;

    PeopleCalls(People people, Invitations invitations, PersonSessions sessions, Ways ways) {
        this.people = people;
        this.invitations = invitations;
        this.sessions = sessions;
        this.ways = ways;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "people", Route.ADMINISTRATOR, "ListPeople", call -> Reply.ok(new VisitBook.Listed(
                        people.all(call.tenant()).stream().map(Shown::of).toList(), null))),
                Route.of("POST", "people", Route.ADMINISTRATOR, "InvitePerson", this::invite),
                Route.of("POST", "people/{account}/disable", Route.ADMINISTRATOR, "DisablePerson", this::disable));
    }

    record Sent(@Nullable String account, @Nullable String name, @Nullable String role) {}

    record Shown(UUID id, String account, String name, String role, boolean enabled) {

        static Shown of(Person person) {
            return new Shown(
                    person.id(), person.account(), person.name(), SessionCalls.word(person.role()), person.enabled());
        }
    }

    record Invited(String token) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Invited[]";
        }
    }

    private Reply invite(Call call) throws IOException {
        call.requireFresh(sessions);
        requireLocal(ways);
        Sent sent = call.body(Sent.class);
        String account = Call.text(sent.account, "account", LONGEST);
        if (!Person.isAccount(account)) {
            throw Problem.invalid("account", "An account's name is 1 to 64 of a-z 0-9 . _ -");
        }
        call.concerns("person", account);
        if (people.isElsewhere(call.tenant(), account)) {
            throw Problem.conflict("That person signs in by the identity provider and needs no invitation.");
        }
        Person.Role role;
        try {
            role = Person.Role.valueOf(Call.text(sent.role, "role", LONGEST).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("role", "It must be clinician, reviewer, auditor or administrator.");
        }
        return Reply.created(new Invited(
                invitations.invite(call.tenant(), account, Call.text(sent.name, "name", LONGEST), role)));
    }

    /** Nobody could use an invitation where there are no accounts of our own. */
    static void requireLocal(Ways ways) {
        if (!ways.local()) {
            throw Problem.conflict("This server has no accounts of its own: people sign in by the identity provider.");
        }
    }

    private Reply disable(Call call) {
        call.requireFresh(sessions);
        String account = call.part("account");
        call.concerns("person", account);
        if (account.equals(call.person().account())) {
            throw Problem.conflict("Nobody disables their own account: there would be no way back.");
        }
        if (!people.disable(call.tenant(), account)) {
            throw Problem.notFound();
        }
        return Reply.done();
    }
}
