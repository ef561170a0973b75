package org.chartwright.workspace;

import jakarta.servlet.http.HttpServlet;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.chartwright.access.AdminRecord;
import org.chartwright.access.Secrets;
import org.chartwright.access.Tenants;
import org.chartwright.access.Users;
import org.chartwright.audit.AuditLog;
import org.chartwright.chart.Chart;
import org.chartwright.chart.NoteLife;
import org.chartwright.custody.Custody;
import org.chartwright.ehr.Deliveries;
import org.chartwright.ehr.NoteOutbox;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.Seals;
import org.chartwright.objects.ObjectStore;
import org.chartwright.people.Invitations;
import org.chartwright.people.People;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.SignIn;
import org.chartwright.people.Ways;
import org.chartwright.people.oidc.Elsewhere;
import org.chartwright.people.passkeys.Passkeys;
import org.chartwright.review.ReviewDesk;
import org.chartwright.scribing.Scribing;
import org.jdbi.v3.core.Jdbi;

/** Opens the face for people. A bucket cannot be called {@code app}. */
public final class Workspace {

    /** Below which the pages lie. */
    public static final String PAGES = "/app/*";

    private Workspace() {}

    /**
     * What the workspace works with.
     *
     * @param jdbi the database
     * @param keys of what is kept
     * @param clock tells the time
     * @param nanoTime counts nanoseconds and never goes back
     * @param scribing jobs, their record, templates and vocabularies
     * @param objects where recordings are stored
     * @param bucket in which bucket, of each tenant's own
     * @param streamed the sound of visits that were streamed
     * @param state how the server is
     * @param ways how people may prove themselves
     * @param sight which visits clinicians work with
     */
    public record Rooms(
            Jdbi jdbi,
            KeyRoom keys,
            Clock clock,
            LongSupplier nanoTime,
            Scribing scribing,
            ObjectStore objects,
            String bucket,
            StreamedSound streamed,
            Supplier<HouseState> state,
            Ways ways,
            VisitSight sight) {

        Seals seals() {
            return keys.seals();
        }
    }

    /** The servlets, by the paths they answer. */
    public static Map<String, HttpServlet> open(Rooms rooms) {
        AuditLog audit = new AuditLog(rooms.jdbi(), rooms.clock());
        PersonSessions sessions = new PersonSessions(rooms.jdbi(), rooms.clock(), new SecureRandom());
        return Map.of(
                PAGES, new PagesServlet(),
                ApiServlet.PATH + "*", new ApiServlet(routes(rooms, audit, sessions), sessions, audit, rooms.jdbi()));
    }

    static List<Route> routes(Rooms rooms, AuditLog audit, PersonSessions sessions) {
        Jdbi jdbi = rooms.jdbi();
        Clock clock = rooms.clock();
        SecureRandom luck = new SecureRandom();
        Scribing scribing = rooms.scribing();
        Chart chart = scribing.chart();
        Tenants tenants = new Tenants(jdbi, clock, luck);
        Invitations invitations = new Invitations(jdbi, rooms.seals(), clock, luck);
        Custody custody = Custody.of(jdbi, rooms.seals(), clock);
        BrokenGlass glass = new BrokenGlass(jdbi, rooms.seals(), clock);
        VisitSight sight = rooms.sight();
        VisitBook book = new VisitBook(chart, scribing.jobs(), custody.consents(), sight, clock);
        Deliveries deliveries = new Deliveries(jdbi, clock);
        ReviewDesk desk = new ReviewDesk(
                jdbi, chart, new NoteLife(chart, clock, new NoteOutbox(clock)), scribing.desk(), clock);

        List<Route> routes = new ArrayList<>();
        Elsewhere elsewhere = new Elsewhere(jdbi, tenants, clock);
        Attempts attempts = new Attempts(1, rooms.nanoTime());
        SessionCalls session = new SessionCalls(
                tenants, new SignIn(jdbi, rooms.seals(), clock, luck), sessions, invitations, audit, attempts, rooms);
        routes.addAll(session.routes());
        routes.addAll(new PasskeyCalls(
                        new Passkeys(jdbi, clock, luck, rooms.ways().address()), sessions, session, audit, attempts, rooms.ways())
                .routes());
        routes.addAll(new ProviderCalls(rooms.ways(), elsewhere, sessions, audit, clock, attempts).routes());
        routes.addAll(new ProviderLogoutCalls(rooms.ways(), elsewhere, jdbi, audit, rooms.nanoTime()).routes());
        routes.addAll(new LaunchCalls(rooms, tenants, book, sessions, audit).routes());
        routes.addAll(new VisitCalls(chart, book, custody.consents(), scribing.desk(), sight, glass).routes());
        routes.addAll(new OpeningCalls(glass, book, sight, sessions).routes());
        routes.addAll(new RecordingCalls(rooms, audit, book).routes());
        routes.addAll(new ReviewCalls(desk, book, deliveries, sessions).routes());
        routes.addAll(new TemplateCalls(scribing.desk(), new HouseOnly(tenants)).routes());
        routes.addAll(new PeopleCalls(new People(jdbi), invitations, sessions, rooms.ways()).routes());
        routes.addAll(new TenantCalls(jdbi, clock, tenants, invitations, sessions, rooms.ways()).routes());
        routes.addAll(new KeyCalls(
                        rooms.keys(), tenants,
                        actor -> new Users(jdbi, clock, luck, new AdminRecord(audit, actor), new Secrets(rooms.seals())),
                        sessions, audit)
                .routes());
        routes.addAll(new OperationsCalls(jdbi, scribing.vocabularies(), deliveries, rooms.state()).routes());
        return routes.stream().map(sight::guarded).toList();
    }
}
