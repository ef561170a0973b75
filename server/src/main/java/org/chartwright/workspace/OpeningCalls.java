package org.chartwright.workspace;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.chartwright.people.PersonSessions;
import org.jspecify.annotations.Nullable;

/** Opening another clinician's visit with a reason, and looking at who did. Any thread. */
final class OpeningCalls {

    static final String PATH = "visits/{id}/open-anyway";

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final BrokenGlass glass;
    private final VisitBook book;
    private final VisitSight sight;
    private final PersonSessions sessions;

    OpeningCalls(BrokenGlass glass, VisitBook book, VisitSight sight, PersonSessions sessions) {
        this.glass = glass;
        this.book = book;
        this.sight = sight;
        this.sessions = sessions;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", PATH, Route.CLINICIAN, "OpenAnyway", this::open),
                Route.of("GET", "openings", Route.AUDITOR, "ListOpenings", call -> Reply.ok(new VisitBook.Listed(
                        glass.all(call.tenant(), call.number("cursor").orElse(0)), null))),
                Route.of("POST", "openings/{id}/reviewed", Route.AUDITOR, "ReviewOpening", this::reviewed));
    }

    record Sent(@Nullable String reason) {

        /** Leaves the reason out: it may tell of a patient. */
        @Override
        public String toString() {
            return "Sent[]";
        }
    }

    record Opened(Instant until) {}

    private Reply open(Call call) throws IOException {
        call.concerns("visit", call.id());
        call.requireFresh(sessions);
        var _ = book.visit(call.tenant(), call.id());
        String reason = Call.text(call.body(Sent.class).reason(), "reason", LONGEST);
        if (reason.length() < SHORTEST) {
            throw Problem.invalid("reason", "Say in a sentence why you must see this visit.");
        }
        if (sight.isTheirs(call.person(), call.id())) {
            throw Problem.conflict("The visit is open to you as it is.");
        }
        return Reply.created(new Opened(glass.open(call.person(), call.id(), reason)
                .orElseThrow(() -> Problem.conflict("You have opened " + BrokenGlass.MOST + " visits of others within a day."))));
    }

    private Reply reviewed(Call call) {
        call.concerns("opening", call.id());
        if (!glass.reviewed(call.tenant(), call.id(), call.person().account())) {
            throw Problem.notFound();
        }
        return Reply.done();
    }
}
