package org.chartwright.keys.root;

import java.util.Map;
import org.chartwright.keys.KmsCalls;

/** A root key in AWS KMS. One call a tenant every five minutes at most. */
final class AwsKmsRoot implements RootKey {

    private final KmsCalls calls;
    private final String key;

    AwsKmsRoot(KmsCalls calls, String key) {
        this.calls = calls;
        this.key = key;
    }

    @Override
    public String name() {
        return "aws-kms:" + key;
    }

    @Override
    public byte[] wrap(byte[] tenantKey, Map<String, String> context) {
        return calls.encrypt(key, context, tenantKey);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        return calls.decrypt(key, context, wrapped);
    }

    @Override
    public void close() {
        calls.close();
    }
}
