package org.chartwright.workspace;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwright.access.Tenant;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.metering.DailyUsage;
import org.chartwright.people.Invitations;
import org.chartwright.people.People;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.Ways;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who else works on this server: for administrators of its first tenant. Any thread. */
final class TenantCalls {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
    private static final int LONGEST = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Tenants tenants;
    private final Invitations invitations;
    private final PersonSessions sessions;
    private final Ways ways;
    private final HouseOnly house;

    TenantCalls(
            Jdbi jdbi, Clock clock, Tenants tenants, Invitations invitations, PersonSessions sessions, Ways ways) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.tenants = tenants;
        this.invitations = invitations;
        this.sessions = sessions;
        this.ways = ways;
        this.house = new HouseOnly(tenants);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "tenants", Route.ADMINISTRATOR, "ListTenants", this::list),
                Route.of("POST", "tenants", Route.ADMINISTRATOR, "CreateTenant", this::add));
    }

    record TenantShown(String name, String account, boolean own, long people, long visits, double seconds) {}

    record TenantSent(@Nullable String name, @Nullable String account, @Nullable String person) {}

    /** How much each used this month; nothing of what it was used for. */
    private Reply list(Call call) {
        house.require(call);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Reply.ok(new VisitBook.Listed(
                tenants.all().stream().map(tenant -> shown(tenant, call.tenant(), today)).toList(), null));
    }

    private TenantShown shown(Tenant tenant, TenantId own, LocalDate today) {
        List<DailyUsage> days = DailyUsage.of(jdbi, tenant.id().value(), today.withDayOfMonth(1), today);
        return new TenantShown(
                tenant.name(),
                tenant.accountId(),
                tenant.id().equals(own),
                new People(jdbi).all(tenant.id()).stream().filter(Person::enabled).count(),
                days.stream().mapToLong(DailyUsage::jobs).sum(),
                days.stream().mapToDouble(DailyUsage::seconds).sum());
    }

    /** With the invitation of its first administrator, who sees to the rest. */
    private Reply add(Call call) throws IOException {
        house.require(call);
        call.requireFresh(sessions);
        PeopleCalls.requireLocal(ways);
        TenantSent sent = call.body(TenantSent.class);
        String name = Call.text(sent.name, "name", LONGEST);
        String account = Call.text(sent.account, "account", LONGEST);
        String person = Call.text(sent.person, "person", LONGEST);
        if (!name.matches(NAME)) {
            throw Problem.invalid("name", "A tenant's name is 1 to 63 of a-z 0-9 -, and begins with a letter or digit.");
        }
        if (!Person.isAccount(account)) {
            throw Problem.invalid("account", "An account's name is 1 to 64 of a-z 0-9 . _ -");
        }
        call.concerns("tenant", name);
        Tenant tenant = tenants.add(name).orElseThrow(() -> Problem.conflict("There is a tenant of that name."));
        return Reply.created(new PeopleCalls.Invited(
                invitations.invite(tenant.id(), account, person, Person.Role.ADMINISTRATOR)));
    }
}
