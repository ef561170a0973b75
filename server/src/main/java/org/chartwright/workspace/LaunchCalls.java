package org.chartwright.workspace;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartwright.access.Tenants;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.Chart;
import org.chartwright.database.TenantRows;
import org.chartwright.ehr.LaunchedVisits;
import org.chartwright.fhir.LedHere;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.Ways;
import org.chartwright.people.oidc.ClientKeys;
import org.chartwright.people.oidc.ClientProof;
import org.chartwright.people.oidc.Attempt;
import org.chartwright.people.oidc.OidcException;
import org.chartwright.people.oidc.OidcProvider;
import org.chartwright.people.oidc.SmartServer;
import org.chartwright.people.oidc.SmartTies;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Coming here from the hospital's EHR with a patient and a visit (SMART App Launch). Whoever comes is signed in here already, and
 * is who the EHR says, by a tie of their own making. Any thread.
 */
final class LaunchCalls {

    /** Sent with the page's own calls only. */
    static final String COOKIE = "__Host-chartwright-launch";

    private static final String BACK = "/app/launch/back";
    private static final String OPEN = "OpenEhrLaunch";
    private static final String TIE = "/tie";
    private static final int LONGEST = 4096;

    private final Jdbi jdbi;
    private final Ways ways;
    private final SmartTies ties;
    private final Tenants tenants;
    private final Chart chart;
    private final VisitBook book;
    private final PersonSessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final LaunchedVisits visits;
    private final SecureRandom luck = new SecureRandom();

    LaunchCalls(Workspace.Rooms rooms, Tenants tenants, VisitBook book, PersonSessions sessions, AuditLog audit) {
        this.jdbi = rooms.jdbi();
        this.ways = rooms.ways();
        this.ties = new SmartTies(rooms.jdbi(), rooms.clock());
        this.tenants = tenants;
        this.chart = rooms.scribing().chart();
        this.book = book;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = rooms.clock();
        this.visits = new LaunchedVisits(chart, rooms.clock());
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "ehrs", Route.CARE, "ListEhrs", this::list),
                Route.byServer("GET", "ehrs/keys", "ReadClientKeys", this::keys),
                Route.of("DELETE", "ehrs/{name}/tie", Route.CARE, "UntieEhrUser", this::cut),
                Route.alone("POST", "ehrs/launch", Route.CARE, "BeginEhrLaunch", this::begin),
                Route.alone("POST", "ehrs/launch/answer", Route.CARE, OPEN, this::answer));
    }

    record EhrShown(String name, boolean tied) {}

    /** Whoever begins in the EHR brings {@code iss} and {@code launch}; whoever begins here chooses one by its name. */
    record Begun(@Nullable String iss, @Nullable String launch, @Nullable String name, @Nullable Boolean tie) {}

    record Answered(@Nullable String state, @Nullable String code, @Nullable String error) {

        /** Leaves all of it out. */
        @Override
        public String toString() {
            return "Answered[]";
        }
    }

    record Go(URI go) {}

    record Opened(UUID patient, @Nullable UUID visit) {}

    private Reply list(Call call) {
        return Reply.ok(new VisitBook.Listed(
                ehrs(call).map(one -> new EhrShown(one.settings().name(), ties.isTied(call.person(), one.settings().fhir()))).toList(),
                null));
    }

    /** The public halves of the keys by which we prove to EHRs who we are: they fetch them here. */
    private Reply keys(Call call) {
        return ways.ehrs().stream()
                .flatMap(one -> one.settings().proof() instanceof ClientProof.Key(ClientKeys keys) ? Stream.of(keys.published()) : Stream.of())
                .findFirst()
                .map(Reply::ok)
                .orElseThrow(Problem::notFound);
    }

    private Reply cut(Call call) {
        call.requireFresh(sessions);
        SmartServer ehr = named(call, call.part("name"));
        call.concerns("ehr", ehr.settings().name());
        if (!ties.cut(call.person(), ehr.settings().fhir())) {
            throw Problem.notFound();
        }
        return Reply.done();
    }

    private Reply begin(Call call) throws IOException {
        Begun begun = call.body(Begun.class);
        String iss = Call.maybe(begun.iss, "iss", LONGEST).replaceAll("/+$", "");
        String launch = Call.maybe(begun.launch, "launch", LONGEST);
        // Where it says that it comes from is looked up, and never called.
        SmartServer ehr = iss.isEmpty()
                ? named(call, Call.text(begun.name, "name", LONGEST))
                : ehrs(call).filter(one -> one.settings().fhir().toString().equals(iss)).findFirst().orElseThrow(Problem::notFound);
        if (!iss.isEmpty() && launch.isEmpty()) {
            throw Problem.invalid("launch", "It must be given.");
        }
        call.concerns("ehr", ehr.settings().name());
        boolean tie = Boolean.TRUE.equals(begun.tie);
        if (tie) {
            call.requireFresh(sessions);
        } else if (!ties.isTied(call.person(), ehr.settings().fhir())) {
            throw Problem.untied(ehr.settings().name());
        }
        Attempt attempt = Attempt.begin(
                luck, clock.instant(), PersonSessions.nameOf(call.token()), ehr.settings().name() + (tie ? TIE : ""));
        try {
            URI page = ehr.page(attempt, launch, redirect());
            audit.record(call.act("workspace:BeginEhrLaunch"), Outcome.DONE, "");
            return new Reply.Json(200, new Go(page), Map.of("Set-Cookie", cookie(attempt.text(), Attempt.LIFE.toSeconds())));
        } catch (OidcException _) {
            throw Problem.unavailable("The EHR cannot be reached.");
        }
    }

    private Reply answer(Call call) throws IOException {
        Answered answered = call.body(Answered.class);
        call.response().addHeader("Set-Cookie", cookie("", 0));
        try {
            Attempt attempt = Attempt.read(call.cookie(COOKIE), clock.instant())
                    .filter(one -> one.session().equals(PersonSessions.nameOf(call.token())))
                    .orElseThrow(OidcException::ofAttempt);
            String name = attempt.back().replace(TIE, "");
            SmartServer ehr = ehrs(call).filter(one -> one.settings().name().equals(name)).findFirst().orElseThrow(OidcException::ofAttempt);
            SmartServer.Launched launched = ehr.finish(
                    attempt, new OidcProvider.Answer(answered.state, answered.code, null, answered.error), redirect());
            require(call, ehr, launched, attempt.back().endsWith(TIE) && sessions.isFresh(call.session()));
            return Reply.ok(opened(call, led(ehr, launched)));
        } catch (OidcException e) {
            throw Problem.launch(e.reason().word());
        }
    }

    /** Whoever comes is who is signed in here; the first time that is made known, and recorded with it. */
    private void require(Call call, SmartServer ehr, SmartServer.Launched launched, boolean tie) throws OidcException {
        TenantRows.<OidcException>use(jdbi, call.tenant().value(), handle -> {
            if (ties.require(call.person(), ehr.settings().fhir(), launched.subject(), tie)) {
                call.concerns("ehr", ehr.settings().name());
                audit.record(handle, call.act("workspace:TieEhrUser"), Outcome.DONE, "");
            }
        });
    }

    private static LedHere led(SmartServer ehr, SmartServer.Launched launched) throws OidcException {
        String patient = ehr.read(launched, "Patient", launched.patient());
        String id = launched.encounter().orElse("");
        String encounter = id.isEmpty() ? "" : ehr.read(launched, "Encounter", id);
        try {
            return LedHere.read(ehr.settings().fhir().toString(), launched.patient(), patient, id, encounter);
        } catch (IllegalArgumentException _) {
            throw OidcException.ofPatient();
        }
    }

    /** What is found or brought in is recorded with it. */
    private Opened opened(Call call, LedHere led) {
        return chart.together(call.tenant(), handle -> {
            LaunchedVisits.Found found = visits.take(
                            handle, call.tenant(), call.person().account(), led, () -> book.practitionerOf(call.person()))
                    .orElseThrow(() -> Problem.launch("contradiction"));
            Optional<UUID> visit = found.visit();
            visit.ifPresentOrElse(id -> call.concerns("visit", id), () -> call.concerns("patient", found.patient()));
            audit.record(handle, call.act("workspace:" + OPEN), Outcome.DONE, "");
            return new Opened(found.patient(), visit.orElse(null));
        });
    }

    private Stream<SmartServer> ehrs(Call call) {
        return ways.ehrs().stream().filter(one -> tenants.find(one.settings().tenant())
                .filter(tenant -> tenant.id().equals(call.tenant()))
                .isPresent());
    }

    private SmartServer named(Call call, String name) {
        return ehrs(call).filter(one -> one.settings().name().equals(name)).findFirst().orElseThrow(Problem::notFound);
    }

    private URI redirect() {
        return URI.create(ways.address().get() + BACK);
    }

    private static String cookie(String value, long seconds) {
        return COOKIE + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" + seconds;
    }
}
