package org.chartwright.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Real encryption under keys that have a name and live in memory; any may be disabled. */
public final class TestNamedKeys implements NamedKeys {

    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    /** Those that may not be used now. */
    public final Set<String> disabled = ConcurrentHashMap.newKeySet();

    /** Makes a key of that alias. */
    public void make(UUID tenant, String alias) {
        byte[] material = new byte[32];
        new SecureRandom().nextBytes(material);
        keys.put(arn(tenant, alias), material);
    }

    private static String arn(UUID tenant, String alias) {
        return "arn:aws:kms:us-east-1:123456789012:" + tenant + "/" + alias;
    }

    @Override
    public String resolve(UUID tenant, String id) {
        String arn = id.startsWith("arn:") ? id : arn(tenant, id);
        material(arn);
        return arn;
    }

    private byte[] material(String arn) {
        byte[] material = keys.get(arn);
        if (material == null) {
            throw new SealException(SealException.Trouble.KEY_UNKNOWN);
        }
        if (disabled.contains(arn)) {
            throw new SealException(SealException.Trouble.KEY_DISABLED);
        }
        return material;
    }

    @Override
    public byte[] wrap(UUID tenant, String arn, Map<String, String> context, byte[] key) {
        try {
            return new AesGcmJce(material(arn)).encrypt(key, bound(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] unwrap(UUID tenant, String arn, Map<String, String> context, byte[] wrapped) {
        try {
            return new AesGcmJce(material(arn)).decrypt(wrapped, bound(context));
        } catch (GeneralSecurityException e) {
            throw new SealException(SealException.Trouble.BROKEN, e);
        }
    }

    private static byte[] bound(Map<String, String> context) {
        return new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8);
    }
}
