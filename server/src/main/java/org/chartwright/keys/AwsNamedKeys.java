package org.chartwright.keys;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chartwright.keys.SealException.Trouble;

/**
 * Named keys of AWS KMS. All tenants share this server's permissions there, so the configuration says which tenant may name
 * which key. Any thread.
 *
 * @param calls of KMS
 * @param rights ids, ARNs and aliases by tenant
 */
public record AwsNamedKeys(KmsCalls calls, Map<UUID, Set<String>> rights) implements NamedKeys {

    @Override
    public String resolve(UUID tenant, String id) {
        Set<String> allowed = rights.getOrDefault(tenant, Set.of());
        if (allowed.contains(id)) {
            return calls.resolve(id);
        }
        String arn = calls.resolve(id);
        if (!allowed.contains(arn) && !allowed.contains(arn.substring(arn.lastIndexOf('/') + 1))) {
            throw new SealException(Trouble.KEY_DENIED);
        }
        return arn;
    }

    @Override
    public byte[] wrap(UUID tenant, String arn, Map<String, String> context, byte[] key) {
        return calls.encrypt(arn, context, key);
    }

    @Override
    public byte[] unwrap(UUID tenant, String arn, Map<String, String> context, byte[] wrapped) {
        return calls.decrypt(arn, context, wrapped);
    }
}
