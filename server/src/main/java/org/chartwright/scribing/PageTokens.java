package org.chartwright.scribing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chartwright.access.TenantId;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Seals the place where a page of a list ended, so that a token is good only for the tenant and filter it was made for.
 * The key lies in the database: a token of one server is good on another and after a restart.
 */
final class PageTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_LENGTH = 16;
    private static final Label KEY = new Label(Label.SERVER, Label.TENANT_WIDE, Kind.SERVER_SECRET, "page-tokens");

    private final SecretKeySpec key;

    PageTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Tokens sealed with the database's key, which is made the first time. */
    static PageTokens of(Jdbi jdbi, Seals seals) {
        byte[] luck = new byte[32];
        new SecureRandom().nextBytes(luck);
        byte[] sealed = seals.seal(KEY, luck);
        return new PageTokens(seals.open(KEY, jdbi.inTransaction(handle -> {
            handle.execute(
                    "insert into server_secret (name, value) values ('page-tokens', ?) on conflict (name) do nothing", sealed);
            return handle.createQuery("select value from server_secret where name = 'page-tokens'")
                    .mapTo(byte[].class)
                    .one();
        })));
    }

    /**
     * Where a page ended: entries are ordered by time, then by key.
     *
     * @param at the last entry's time
     * @param last the last entry's key
     */
    record Place(Instant at, String last) {}

    String seal(TenantId tenant, String list, Place place) {
        byte[] last = place.last.getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(Long.BYTES + last.length)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.at))
                .put(last)
                .array();
        byte[] token = Arrays.copyOf(content, content.length + SEAL_LENGTH);
        System.arraycopy(mark(tenant, list, content), 0, token, content.length, SEAL_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    @Nullable Place open(TenantId tenant, String list, @Nullable String token) throws BadTokenException {
        if (token == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw new BadTokenException();
        }
        int length = bytes.length - SEAL_LENGTH;
        if (length < Long.BYTES) {
            throw new BadTokenException();
        }
        byte[] content = Arrays.copyOf(bytes, length);
        byte[] seal = Arrays.copyOfRange(bytes, length, bytes.length);
        if (!MessageDigest.isEqual(seal, mark(tenant, list, content))) {
            throw new BadTokenException();
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        Instant at = Instant.EPOCH.plus(read.getLong(), ChronoUnit.MICROS);
        return new Place(at, StandardCharsets.UTF_8.decode(read).toString());
    }

    private byte[] mark(TenantId tenant, String list, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(tenant.toString().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SEAL_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
