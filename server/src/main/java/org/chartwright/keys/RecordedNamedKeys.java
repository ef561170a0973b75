package org.chartwright.keys;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;

/**
 * Named keys whose every use is recorded before its result is given. Not to be used inside a transaction that has recorded
 * something: both would wait for the same chain. Any thread.
 */
final class RecordedNamedKeys implements NamedKeys {

    private final NamedKeys keys;
    private final AuditLog record;

    RecordedNamedKeys(NamedKeys keys, AuditLog record) {
        this.keys = keys;
        this.record = record;
    }

    @Override
    public String resolve(UUID tenant, String id) {
        return keys.resolve(tenant, id);
    }

    @Override
    public byte[] wrap(UUID tenant, String arn, Map<String, String> context, byte[] key) {
        return recorded(tenant, "kms:Encrypt", arn, () -> keys.wrap(tenant, arn, context, key));
    }

    @Override
    public byte[] unwrap(UUID tenant, String arn, Map<String, String> context, byte[] wrapped) {
        return recorded(tenant, "kms:Decrypt", arn, () -> keys.unwrap(tenant, arn, context, wrapped));
    }

    private byte[] recorded(UUID tenant, String action, String arn, Supplier<byte[]> use) {
        try {
            byte[] result = use.get();
            record.use(tenant, action, arn, Outcome.DONE, "");
            return result;
        } catch (SealException e) {
            record.use(tenant, action, arn, Outcome.FAILED, e.trouble().name());
            throw e;
        }
    }
}
