package org.chartwright.workspace;

import jakarta.servlet.http.HttpServlet;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwright.access.Tenants;
import org.chartwright.audit.AuditLog;
import org.chartwright.keys.Seals;
import org.chartwright.people.Invitations;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.SignIn;
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
     * @param seals of what is kept
     * @param clock tells the time
     */
    public record Rooms(Jdbi jdbi, Seals seals, Clock clock) {}

    /** The servlets, by the paths they answer. */
    public static Map<String, HttpServlet> open(Rooms rooms) {
        Jdbi jdbi = rooms.jdbi();
        Clock clock = rooms.clock();
        SecureRandom luck = new SecureRandom();
        AuditLog audit = new AuditLog(jdbi, clock);
        PersonSessions sessions = new PersonSessions(jdbi, clock, luck);
        Invitations invitations = new Invitations(jdbi, rooms.seals(), clock, luck);
        List<Route> routes = new ArrayList<>(new SessionCalls(
                        new Tenants(jdbi, clock, luck), new SignIn(jdbi, rooms.seals(), clock, luck), sessions, invitations, audit, clock)
                .routes());
        return Map.of(PAGES, new PagesServlet(), ApiServlet.PATH + "*", new ApiServlet(routes, sessions, audit, jdbi));
    }
}
