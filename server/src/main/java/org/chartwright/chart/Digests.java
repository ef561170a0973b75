package org.chartwright.chart;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chartwright.access.TenantId;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Handle;

/**
 * Turns properties into digests under a key of the tenant's: equal properties have equal digests, and whoever has the
 * database alone can neither read nor guess one. Any thread.
 */
final class Digests {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int KEPT = 16;

    private final Seals seals;
    private final SecureRandom luck;
    private final Map<TenantId, SecretKeySpec> known = new ConcurrentHashMap<>();

    Digests(Seals seals, SecureRandom luck) {
        this.seals = seals;
        this.luck = luck;
    }

    /** Of that kind's property; the handle is one of the tenant's transactions. */
    byte[] digest(Handle handle, TenantId tenant, Find find) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key(handle, tenant));
            byte[] whole = mac.doFinal((find.by() + '\0' + find.value()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, KEPT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    private SecretKeySpec key(Handle handle, TenantId tenant) {
        SecretKeySpec found = known.get(tenant);
        if (found == null) {
            found = new SecretKeySpec(seals.open(label(tenant), sealed(handle, tenant)), HMAC);
            known.put(tenant, found);
        }
        return found;
    }

    /** Two that come first at once make one key: the second's insert waits for the first's and does nothing. */
    private byte[] sealed(Handle handle, TenantId tenant) {
        return stored(handle, tenant).orElseGet(() -> {
            byte[] key = new byte[BYTES];
            luck.nextBytes(key);
            handle.execute(
                    "insert into chart_search_key (tenant_id, key) values (?, ?) on conflict do nothing",
                    tenant.value(), seals.seal(label(tenant), key));
            return stored(handle, tenant).orElseThrow();
        });
    }

    private static Optional<byte[]> stored(Handle handle, TenantId tenant) {
        return handle.createQuery("select key from chart_search_key where tenant_id = ?")
                .bind(0, tenant.value())
                .mapTo(byte[].class)
                .findOne();
    }

    private static Label label(TenantId tenant) {
        return new Label(tenant.value(), Label.TENANT_WIDE, Kind.CHART, "search-key");
    }
}
