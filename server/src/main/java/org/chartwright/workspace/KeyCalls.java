package org.chartwright.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.chartwright.access.AccessException;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.access.Users;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.LocalNamedKeys;
import org.chartwright.keys.Rotation;
import org.chartwright.keys.SealException;
import org.chartwright.people.PersonSessions;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's keys: those that seal what is kept, and those by which programs sign. No secret of a program is made or shown
 * here: whoever has one may read patients, which administrators may not. Any thread.
 */
final class KeyCalls {

    private final KeyRoom keys;
    private final Tenants tenants;
    private final Function<Actor, Users> users;
    private final PersonSessions sessions;
    private final AuditLog audit;

    KeyCalls(KeyRoom keys, Tenants tenants, Function<Actor, Users> users, PersonSessions sessions, AuditLog audit) {
        this.keys = keys;
        this.tenants = tenants;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "keys", Route.ADMINISTRATOR, "ListKeys", this::list),
                // Keeps transactions of its own: it may take long, and can be begun again wherever it stopped.
                Route.alone("POST", "keys/tenant/rotate", Route.ADMINISTRATOR, "RotateTenantKey", this::rotateTenant),
                Route.of("POST", "keys/named/{id}/rotate", Route.ADMINISTRATOR, "RotateKeyOnDemand", this::rotateNamed),
                Route.of("POST", "keys/access/{id}/disable", Route.ADMINISTRATOR, "DisableAccessKey", call -> enable(call, false)),
                Route.of("POST", "keys/access/{id}/enable", Route.ADMINISTRATOR, "EnableAccessKey", call -> enable(call, true)));
    }

    record TenantKeyShown(int version, Instant madeAt) {}

    record NamedKeyShown(String id, List<String> aliases, String state, int version, @Nullable Instant deletedAt) {

        static NamedKeyShown of(LocalNamedKeys.Description key) {
            return new NamedKeyShown(
                    key.arn().substring(key.arn().lastIndexOf('/') + 1),
                    key.aliases(),
                    key.state().toLowerCase(Locale.ROOT).replace('_', '-'),
                    key.versions(),
                    key.deletion().orElse(null));
        }
    }

    record AccessKeyShown(
            String id, String user, boolean enabled, Instant madeAt, @Nullable Instant usedAt, @Nullable String usedFor) {

        static AccessKeyShown of(Users.KeyFacts key) {
            return new AccessKeyShown(
                    key.id(), key.user(), key.enabled(), key.created(), key.lastUsed(), key.lastService());
        }
    }

    record KeysShown(@Nullable TenantKeyShown tenant, List<NamedKeyShown> named, List<AccessKeyShown> access) {}

    record Wrapped(int wrapped) {}

    record Versioned(int version) {}

    private Reply list(Call call) {
        UUID own = call.tenant().value();
        return Reply.ok(new KeysShown(
                keys.rotation().newest(own).map(KeyCalls::shown).orElse(null),
                keys.local().list(own).stream().map(NamedKeyShown::of).toList(),
                users(call).keys(tenant(call)).stream().map(AccessKeyShown::of).toList()));
    }

    private static TenantKeyShown shown(Rotation.Newest newest) {
        return new TenantKeyShown(newest.version(), newest.madeAt());
    }

    private Reply rotateTenant(Call call) {
        call.requireFresh(sessions);
        call.concerns("key", "tenant");
        audit.record(call.act("workspace:RotateTenantKey"), Outcome.DONE, "");
        return Reply.ok(new Wrapped(keys.rotation().tenant(call.tenant().value())));
    }

    private Reply rotateNamed(Call call) {
        call.requireFresh(sessions);
        UUID id = call.id();
        call.concerns("key", id);
        try {
            return Reply.ok(new Versioned(keys.local().rotate(actor(call), call.tenant().value(), id.toString())));
        } catch (SealException _) {
            throw Problem.notFound();
        }
    }

    private Reply enable(Call call, boolean enabled) {
        call.requireFresh(sessions);
        String id = call.part("id");
        call.concerns("key", id.matches("[A-Z0-9]{16,32}") ? id : "unknown");
        try {
            users(call).enable(tenant(call), id, enabled);
            return Reply.done();
        } catch (AccessException _) {
            throw Problem.notFound();
        }
    }

    private Users users(Call call) {
        return users.apply(actor(call));
    }

    private static Actor actor(Call call) {
        return call.act("workspace:Keys").actor();
    }

    private Tenant tenant(Call call) {
        return tenants.find(call.tenant()).orElseThrow(Problem::notFound);
    }
}
