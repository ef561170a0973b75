package org.chartwright.access;

import java.time.Clock;
import java.util.Optional;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.access.policy.Grants;
import org.chartwright.access.policy.Policy;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.chartwright.access.policy.Who;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Roles in the database. */
public final class StoredRoles implements Roles {

    /** What the sessions in which this server acts as a role are called. */
    private static final String SESSION = "chartwright";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Credentials credentials;
    private final Unknown unknown;

    /** Roles of that database, for callers with those credentials. */
    public StoredRoles(Jdbi jdbi, Clock clock, Credentials credentials, Unknown unknown) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.credentials = credentials;
        this.unknown = unknown;
    }

    @Override
    public Handover take(Identity caller, String roleArn, Service service, String what) {
        Asked pass = new Asked(
                "iam:PassRole",
                roleArn,
                Context.EMPTY
                        .with("iam:PassedToService", service.principal())
                        .with("iam:AssociatedResourceArn", what)
                        .with("aws:CurrentTime", clock.instant().toString()));
        Decision decision = credentials.decide(caller, pass);
        if (!decision.allowed()) {
            return new Handover.NotAllowed(decision, pass);
        }
        Mandate mandate = new Mandate(
                caller.accountId(), caller.principalArn(), caller.accessKeyId(), roleArn, service);
        boolean trusted = TenantRows.of(jdbi, caller.tenant().value(), handle ->
                trust(handle, caller.tenant(), caller.accountId(), mandate, what));
        return trusted ? new Handover.Taken(mandate) : new Handover.NotTrusted();
    }

    @Override
    public Decision decide(TenantId tenant, Mandate mandate, String what, Asked asked) {
        Acting acting = TenantRows.of(jdbi, tenant.value(), handle -> acting(handle, tenant, mandate, what));
        if (!acting.trusted) {
            return Decision.NO_LONGER_KNOWN;
        }
        Grants grants = acting.grants;
        Context about = acting.about;
        if (mandate.principalArn().contains(":assumed-role/") && acting.ofCaller) {
            // Its key has ended perhaps, but what its session allowed still counts.
            Optional<Credentials.Holder> session = credentials.find(mandate.accessKeyId())
                    .filter(holder -> holder.identity().principalArn().equals(mandate.principalArn()));
            grants = session.map(Credentials.Holder::grants).orElse(Grants.NONE);
            about = session.map(Credentials.Holder::about).orElse(Context.EMPTY);
        }
        return grants.decide(new Asked(
                asked.action(), asked.resource(), asked.context().with(work(acting.account, what)).with(about)));
    }

    /** In whose name work is done: the role's, or the caller's. */
    private record Acting(String account, boolean trusted, boolean ofCaller, Grants grants, Context about) {}

    private Acting acting(Handle handle, TenantId tenant, Mandate mandate, String what) {
        String account = mandate.account();
        boolean trusted = trust(handle, tenant, account, mandate, what);
        Optional<String> role = kept(handle, tenant, account, mandate.roleArn());
        StoredGrants.Kind kind = role.isPresent() ? StoredGrants.Kind.ROLE : StoredGrants.Kind.USER;
        String name = role.orElseGet(() -> mandate.principalArn().substring(mandate.principalArn().indexOf('/') + 1));
        Optional<StoredGrants.Found> found = StoredGrants.find(handle, tenant.value(), account, kind, name);
        String id = found.map(StoredGrants.Found::id).orElse("");
        return new Acting(
                account,
                trusted,
                role.isEmpty(),
                found.map(StoredGrants.Found::grants).orElse(Grants.NONE),
                role.isPresent() ? About.role(account, name, id, SESSION) : About.user(account, name, id));
    }

    private boolean trust(Handle handle, TenantId tenant, String account, Mandate mandate, String what) {
        Optional<String> trust = kept(handle, tenant, account, mandate.roleArn()).flatMap(name -> handle.createQuery(
                        "select trust from iam_role where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .mapTo(String.class)
                .findOne());
        if (trust.isEmpty()) {
            return unknown == Unknown.ANY || mandate.roleArn().isEmpty();
        }
        try {
            Policy policy = PolicyReader.read(trust.get(), PolicyReader.Kind.TRUST);
            Policy.Trust said = policy.trust(
                    new Who.Service(mandate.service().principal()),
                    new Asked("sts:AssumeRole", mandate.roleArn(), work(account, what)));
            return said == Policy.Trust.IN_PERSON;
        } catch (PolicyException _) {
            return false;
        }
    }

    /** What is known when this server acts by itself. */
    private Context work(String account, String what) {
        return Context.EMPTY
                .with("aws:SourceArn", what)
                .with("aws:SourceAccount", account)
                .with("aws:ViaAWSService", "true")
                .with("aws:SecureTransport", "true")
                .with("aws:ResourceAccount", account)
                .with("aws:CurrentTime", clock.instant().toString())
                .with("aws:EpochTime", Long.toString(clock.instant().getEpochSecond()));
    }

    private static Optional<String> kept(Handle handle, TenantId tenant, String account, String arn) {
        return Arns.roleOf(account, arn).filter(name -> handle.createQuery(
                        "select 1 from iam_role where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }
}
