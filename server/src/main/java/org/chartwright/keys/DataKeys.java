package org.chartwright.keys;

import com.google.crypto.tink.subtle.Hkdf;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chartwright.keys.SealException.Trouble;
import org.chartwright.keys.SealHead.Form;
import org.jspecify.annotations.Nullable;

/**
 * The keys of single things: made at sealing, found again from the head at opening. A key is wrapped under the named key, if
 * one is asked for, and then under that of the scope, so that both are needed. Any thread.
 */
final class DataKeys {

    private static final int KEY_BYTES = 32;
    private static final byte[] COMMIT = {'c', 'o', 'm', 'm', 'i', 't', ' ', '1'};

    private final ScopeKeys scopes;
    private final NamedKeys named;
    private final SecureRandom luck;

    DataKeys(ScopeKeys scopes, NamedKeys named, SecureRandom luck) {
        this.scopes = scopes;
        this.named = named;
        this.luck = luck;
    }

    /**
     * A new thing's key.
     *
     * @param key in the clear
     * @param bound what the thing's ciphertext must be bound to
     * @param head to be written before it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(byte[] key, byte[] bound, SealHead head) {}

    /**
     * An old thing's key.
     *
     * @param key in the clear
     * @param bound what its ciphertext is bound to
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(byte[] key, byte[] bound) {}

    Made make(Form form, Label label, @Nullable NamedKey wish) {
        byte[] key = new byte[KEY_BYTES];
        luck.nextBytes(key);
        byte[] wrapped = wish == null ? key : named.wrap(label.tenant(), wish.arn(), wish.context(), key);
        wrapped = scopes.wrap(label.tenant(), label.scope(), wrapped, label.canonical());
        byte[] committed = SealHead.committed(form, label.scope(), wish, wrapped);
        SealHead head = new SealHead(form, label.scope(), wish, wrapped, commitment(key, label, committed));
        return new Made(key, bound(label, head), head);
    }

    Found find(SealHead head, Label label) {
        if (!head.scope().equals(label.scope())) {
            throw new SealException(Trouble.BROKEN);
        }
        byte[] key = scopes.unwrap(label.tenant(), label.scope(), head.wrapped(), label.canonical());
        NamedKey also = head.named();
        if (also != null) {
            key = named.unwrap(label.tenant(), also.arn(), also.context(), key);
        }
        if (!MessageDigest.isEqual(commitment(key, label, head.committed()), head.commitment())) {
            throw new SealException(Trouble.BROKEN);
        }
        return new Found(key, bound(label, head));
    }

    private static byte[] bound(Label label, SealHead head) {
        return joined(label.canonical(), head.bytes());
    }

    /** HMAC under a key of its own that follows from the thing's: a second key with the same result cannot be found. */
    private static byte[] commitment(byte[] key, Label label, byte[] committed) {
        try {
            byte[] derived = Hkdf.computeHkdf("HmacSha256", key, new byte[0], COMMIT, KEY_BYTES);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived, "HmacSHA256"));
            return mac.doFinal(joined(label.canonical(), committed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
