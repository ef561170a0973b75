package org.chartwright.workspace;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.TenantRows;
import org.chartwright.people.Person;
import org.chartwright.people.Ways;
import org.chartwright.people.oidc.Elsewhere;
import org.chartwright.people.oidc.OidcException;
import org.chartwright.people.oidc.OidcProvider;
import org.chartwright.people.oidc.SignedOut;
import org.jdbi.v3.core.Jdbi;

/**
 * The identity provider says that somebody signed out there: OpenID Connect's back-channel logout. Its token is the only proof;
 * whoever has none learns nothing and ends nothing. Any thread.
 */
final class ProviderLogoutCalls {

    private static final String ACTION = "SignOutElsewhere";
    private static final int LARGEST_FORM = 64 << 10;

    /** All of a ward's people may leave at once; nobody but the provider has a reason to come more often. */
    private static final int PER_SECOND = 20;

    private final Ways ways;
    private final Elsewhere elsewhere;
    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Attempts attempts;

    ProviderLogoutCalls(Ways ways, Elsewhere elsewhere, Jdbi jdbi, AuditLog audit, LongSupplier nanoTime) {
        this.ways = ways;
        this.elsewhere = elsewhere;
        this.jdbi = jdbi;
        this.audit = audit;
        this.attempts = new Attempts(PER_SECOND, nanoTime);
    }

    List<Route> routes() {
        return List.of(Route.byServer("POST", "session/provider/logout", ACTION, this::logout));
    }

    /** As the standard has it (section 2.8): 200, or 400 for whatever is wrong. */
    private Reply logout(Call call) throws IOException {
        attempts.admit(call);
        OidcProvider provider = ways.provider().orElseThrow(Problem::notFound);
        try {
            end(call, provider.signedOut(call.form("logout_token", LARGEST_FORM).orElse("")));
            return new Reply.Empty(200, Map.of());
        } catch (OidcException e) {
            audit.record(call.act("workspace:" + ACTION), Outcome.REFUSED, e.reason().word());
            Map<String, String> told = Map.of("error", "invalid_request", "error_description", e.reason().word());
            return new Reply.Json(400, told, Map.of());
        }
    }

    /** The token is used, sessions end and that is recorded, or none of it. */
    private void end(Call call, SignedOut out) throws OidcException {
        Actor actor = new Actor("identity-provider", "identity-provider", call.request().getRemoteAddr());
        TenantRows.<Boolean, OidcException>ofAll(jdbi, handle -> {
            List<Person> gone = elsewhere.goodbye(handle, out);
            for (Person person : gone) {
                Act act = Act.of(person.tenant().value(), actor, "workspace:" + ACTION, "person/" + person.account());
                audit.record(handle, act, Outcome.DONE, "");
            }
            if (gone.isEmpty()) {
                audit.record(handle, Act.of(Act.HOUSE, actor, "workspace:" + ACTION, ""), Outcome.DONE, "");
            }
            return true;
        });
    }
}
