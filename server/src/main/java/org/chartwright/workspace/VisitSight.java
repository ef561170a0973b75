package org.chartwright.workspace;

import java.util.UUID;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.Visit;
import org.chartwright.people.Person;

/**
 * Which visits somebody works with. Reviewers work with all of their tenant's. Of a visit that is of no clinician who signs in
 * here nobody is kept out. Any thread.
 */
public final class VisitSight {

    private final Rule rule;
    private final Chart chart;
    private final BrokenGlass glass;

    /** By that rule. */
    public VisitSight(Rule rule, Chart chart, BrokenGlass glass) {
        this.rule = rule;
        this.chart = chart;
        this.glass = glass;
    }

    /** What clinicians work with. */
    public enum Rule {
        /** All visits of their tenant. */
        ALL,
        /** Their own. */
        OWN
    }

    /** Whether somebody may work with a visit; of one that there is not, whoever looks for it is told. */
    public boolean isTheirs(Person person, UUID visit) {
        return rule == Rule.ALL
                || person.role() != Person.Role.CLINICIAN
                || chart.find(person.tenant(), Visit.class, visit)
                        .map(kept -> isTheirs(person, kept.entry()))
                        .orElse(true);
    }

    /** Whether somebody may look at it, if only for a while. */
    public boolean sees(Person person, UUID visit) {
        return isTheirs(person, visit) || glass.until(person, visit).isPresent();
    }

    boolean isTheirs(Person person, Visit visit) {
        UUID practitioner = visit.practitioner();
        if (rule == Rule.ALL || person.role() != Person.Role.CLINICIAN || practitioner == null) {
            return true;
        }
        String account = chart.find(person.tenant(), Practitioner.class, practitioner)
                .map(kept -> kept.entry().account())
                .orElse("");
        return account.isEmpty() || account.equals(person.account());
    }

    /** A visit as somebody sees it in a list: of another's only what tells that there is one. */
    VisitShown inList(Person person, Visit visit, VisitShown shown) {
        return isTheirs(person, visit) ? shown : shown.ofAnother();
    }

    /** Guards what is done with a visit: looking needs less than changing. */
    Route guarded(Route route) {
        if (!route.path().startsWith("visits/{id}") || route.path().equals(OpeningCalls.PATH)) {
            return route;
        }
        boolean looks = route.method().equals("GET");
        return new Route(
                route.method(), route.path(), route.roles(), route.action(), route.manner(), route.answer(), call -> {
                    UUID visit = call.id();
                    if (looks ? !sees(call.person(), visit) : !isTheirs(call.person(), visit)) {
                        call.concerns("visit", visit);
                        throw Problem.closed();
                    }
                    route.before().accept(call);
                });
    }
}
