package org.chartwright.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Decision;
import org.chartwright.access.policy.Grants;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;

/** Keys without a database, each with one policy. */
public final class KnownKeys implements Credentials {

    private final Map<String, Holder> holders = new ConcurrentHashMap<>();

    /** A key whose holder may do what that policy says. */
    public KnownKeys with(AccessKey key, TenantId tenant, String policy) {
        String account = "111111111111";
        Identity identity = new Identity(tenant, account, Arns.user(account, key.id()), key.id());
        holders.put(key.id(), new Holder(
                key, identity, "AIDA" + key.id(), null, grants(policy), About.user(account, key.id(), "AIDA" + key.id())));
        return this;
    }

    private static Grants grants(String policy) {
        try {
            return new Grants(List.of(PolicyReader.read(policy, PolicyReader.Kind.PERMISSIONS)), null, List.of());
        } catch (PolicyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Optional<Holder> find(String accessKeyId) {
        return Optional.ofNullable(holders.get(accessKeyId));
    }

    @Override
    public void used(String accessKeyId, String service) {}

    @Override
    public Decision decide(Identity caller, Asked asked) {
        Holder holder = holders.get(caller.accessKeyId());
        return holder.grants().decide(new Asked(asked.action(), asked.resource(), asked.context().with(holder.about())));
    }
}
