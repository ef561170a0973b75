package org.chartwright.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.keys.NamedKeyRows.Row;
import org.chartwright.keys.NamedKeyRows.State;
import org.chartwright.keys.SealException.Trouble;
import org.jdbi.v3.core.HandleConsumer;

/**
 * Named keys kept here, in the manner of AWS KMS: with aliases, states, versions, and a waiting time before deletion. Their
 * material is wrapped like all keys, in a scope of its own. A change of state takes effect at once on every server, and is recorded
 * in the transaction that makes it. Any thread.
 */
public final class LocalNamedKeys implements NamedKeys {

    private static final Pattern ARN = Pattern.compile("arn:aws:kms:([a-z0-9-]+):([0-9]{12}):(key/[0-9a-f-]{36}|alias/.+)");
    private static final Pattern ID = Pattern.compile("(?:key/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern ALIAS = Pattern.compile("alias/[A-Za-z0-9/_-]{1,250}");
    private static final int MATERIAL = 32;

    private final NamedKeyRows rows;
    private final ScopeKeys scopes;
    private final String region;
    private final Clock clock;
    private final SecureRandom luck;
    private final AuditLog record;

    LocalNamedKeys(NamedKeyRows rows, ScopeKeys scopes, String region, Clock clock, SecureRandom luck, AuditLog record) {
        this.rows = rows;
        this.scopes = scopes;
        this.region = region;
        this.clock = clock;
        this.luck = luck;
        this.record = record;
    }

    /**
     * A key as its tenant sees it.
     *
     * @param arn its ARN
     * @param aliases what it is called, each beginning with {@code alias/}
     * @param state ENABLED, DISABLED or PENDING_DELETION
     * @param versions how often its material was made anew, 1 for never
     * @param deletion when it will be deleted, if it will
     */
    public record Description(String arn, List<String> aliases, String state, int versions, Optional<Instant> deletion) {}

    /**
     * Makes a key.
     *
     * @param by who orders it, here as below
     * @param alias {@code alias/} and up to 250 of {@code A-Z a-z 0-9 / _ -}
     * @return its ARN; empty when the alias is taken
     */
    public Optional<String> create(Actor by, UUID tenant, String alias) {
        if (!ALIAS.matcher(alias).matches() || alias.startsWith("alias/aws/")) {
            throw new IllegalArgumentException("An alias is alias/ and 1 to 250 of A-Z a-z 0-9 / _ -, and not alias/aws/…");
        }
        UUID id = UUID.randomUUID();
        byte[] material = newMaterial(tenant, id, 1);
        String arn = arn(tenant, id);
        boolean made = rows.add(tenant, id, alias, material, clock.instant(), recorded(by, tenant, "CreateKey", arn + " " + alias));
        return made ? Optional.of(arn) : Optional.empty();
    }

    /** All keys of a tenant, oldest first. */
    public List<Description> list(UUID tenant) {
        return rows.all(tenant).stream()
                .map(row -> new Description(
                        arn(tenant, row.id()), rows.aliases(tenant, row.id()), row.state().name(), row.version(),
                        Optional.ofNullable(row.deletion())))
                .toList();
    }

    /** From now on nothing is sealed or opened with it. */
    public void disable(Actor by, UUID tenant, String id) {
        change(by, "DisableKey", tenant, id, State.DISABLED);
    }

    /** From now on it is used again; also takes back a deletion that is not done yet. */
    public void enable(Actor by, UUID tenant, String id) {
        change(by, "EnableKey", tenant, id, State.ENABLED);
    }

    private void change(Actor by, String action, UUID tenant, String id, State state) {
        Row row = find(tenant, id);
        rows.change(tenant, row.id(), state, null, recorded(by, tenant, action, arn(tenant, row.id())));
    }

    private HandleConsumer<RuntimeException> recorded(Actor by, UUID tenant, String action, String object) {
        return handle -> record.record(handle, Act.of(tenant, by, "kms:" + action, object), Outcome.DONE, "");
    }

    /** Makes its material anew; what the older one sealed still opens, and no sealed thing is touched. */
    public int rotate(Actor by, UUID tenant, String id) {
        Row row = find(tenant, id);
        int version = row.version() + 1;
        byte[] material = newMaterial(tenant, row.id(), version);
        rows.addVersion(
                tenant, row.id(), version, material, recorded(by, tenant, "RotateKeyOnDemand", arn(tenant, row.id())));
        return version;
    }

    /** Deletes it after a time of waiting in which it cannot be used, 7 to 30 days. */
    public Instant scheduleDeletion(Actor by, UUID tenant, String id, int days) {
        if (days < 7 || days > 30) {
            throw new IllegalArgumentException("A key waits 7 to 30 days for its deletion");
        }
        Instant when = clock.instant().plus(Duration.ofDays(days));
        Row row = find(tenant, id);
        rows.change(
                tenant, row.id(), State.PENDING_DELETION, when,
                recorded(by, tenant, "ScheduleKeyDeletion", arn(tenant, row.id())));
        return when;
    }

    /** Deletes the keys whose time has come. */
    void deleteDue() {
        rows.deleteDue(clock.instant(), (handle, gone) -> record.record(
                handle, Act.of(gone.tenant(), Actor.SERVER, "kms:DeleteKey", "key/" + gone.id()), Outcome.DONE, ""));
    }

    @Override
    public String resolve(UUID tenant, String id) {
        Row row = find(tenant, id);
        requireEnabled(row);
        return arn(tenant, row.id());
    }

    @Override
    public byte[] wrap(UUID tenant, String arn, Map<String, String> context, byte[] key) {
        Row row = find(tenant, arn);
        requireEnabled(row);
        try {
            byte[] wrapped = cipher(tenant, row.id(), row.version()).encrypt(key, bound(arn, context));
            return ByteBuffer.allocate(Integer.BYTES + wrapped.length).putInt(row.version()).put(wrapped).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    @Override
    public byte[] unwrap(UUID tenant, String arn, Map<String, String> context, byte[] wrapped) {
        Row row = find(tenant, arn);
        requireEnabled(row);
        if (wrapped.length < Integer.BYTES) {
            throw new SealException(Trouble.BROKEN);
        }
        int version = ByteBuffer.wrap(wrapped).getInt();
        try {
            return cipher(tenant, row.id(), version)
                    .decrypt(Arrays.copyOfRange(wrapped, Integer.BYTES, wrapped.length), bound(arn, context));
        } catch (GeneralSecurityException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    private static void requireEnabled(Row row) {
        if (row.state() != State.ENABLED) {
            throw new SealException(Trouble.KEY_DISABLED);
        }
    }

    private Row find(UUID tenant, String id) {
        String name = id;
        Matcher arn = ARN.matcher(id);
        if (arn.matches()) {
            // A key of another account looks like one that does not exist.
            name = arn.group(1).equals(region) && arn.group(2).equals(rows.account(tenant)) ? arn.group(3) : "";
        }
        Matcher key = ID.matcher(name);
        Optional<Row> row = key.matches()
                ? rows.find(tenant, UUID.fromString(key.group(1)))
                : rows.findAlias(tenant, name);
        return row.orElseThrow(() -> new SealException(Trouble.KEY_UNKNOWN));
    }

    private String arn(UUID tenant, UUID id) {
        return "arn:aws:kms:" + region + ":" + rows.account(tenant) + ":key/" + id;
    }

    private byte[] newMaterial(UUID tenant, UUID id, int version) {
        byte[] material = new byte[MATERIAL];
        luck.nextBytes(material);
        return scopes.wrap(tenant, id, material, label(tenant, id, version));
    }

    private AesGcmJce cipher(UUID tenant, UUID id, int version) throws GeneralSecurityException {
        byte[] wrapped = rows.material(tenant, id, version).orElseThrow(() -> new SealException(Trouble.BROKEN));
        return new AesGcmJce(scopes.unwrap(tenant, id, wrapped, label(tenant, id, version)));
    }

    private static byte[] label(UUID tenant, UUID id, int version) {
        return new Label(tenant, id, Kind.NAMED_KEY, "material", version).canonical();
    }

    /** Lengths stand before the texts, so that no two sets of pairs look alike. */
    private static byte[] bound(String arn, Map<String, String> context) {
        StringBuilder all = new StringBuilder(arn);
        new TreeMap<>(context).forEach((key, value) ->
                all.append('\n').append(key.length()).append(':').append(key).append(value.length()).append(':').append(value));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
