package org.chartwright.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How accounts begin, and begin anew after a lost password: by a token that is shown once to whoever invites. Any thread.
 */
public final class Invitations {

    /** How long a token may be used. */
    public static final Duration LIFE = Duration.ofHours(24);

    /** The shortest password. */
    public static final int SHORTEST_PASSWORD = 15;

    private static final int LONGEST_PASSWORD = 256;

    private final Jdbi jdbi;
    private final Seals seals;
    private final Clock clock;
    private final Secrets secrets;

    /** Those in that database. */
    public Invitations(Jdbi jdbi, Seals seals, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.clock = clock;
        this.secrets = new Secrets(luck);
    }

    /** What became of a token. */
    public sealed interface Outcome {

        /**
         * The second factor to be set up; it counts once a code of it was given.
         *
         * @param account whose
         * @param name what its person is called
         * @param secret its bytes, to be shown once
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Factor(String account, String name, byte[] secret) implements Outcome {

            /** The address that authenticators read, mostly from a picture. */
            public String otpauth() {
                return "otpauth://totp/Chartwright:" + account + "?secret=" + new Base32().encodeToString(secret).replace("=", "")
                        + "&issuer=Chartwright";
            }

            /** Leaves the secret out. */
            @Override
            public String toString() {
                return "Factor[]";
            }
        }

        /** The account can sign in. */
        record Done(String account) implements Outcome {}

        /** The token is unknown, used, or too old. */
        record BadToken() implements Outcome {}

        /** The password is too short, too long, or is the account's name over and over. */
        record BadPassword() implements Outcome {}

        /** The code is not of the second factor. */
        record BadCode() implements Outcome {}
    }

    /**
     * Invites somebody, or somebody again whose account there is: then their name and role become these, and what they proved
     * themselves with so far no longer counts once they have chosen anew.
     *
     * @return the token
     * @throws IllegalArgumentException if no account can be called so, or its person signs in elsewhere
     */
    public String invite(TenantId tenant, String account, String name, Person.Role role) {
        if (!Person.isAccount(account) || name.isBlank()) {
            throw new IllegalArgumentException("An account's name is 1 to 64 of a-z 0-9 . _ -, and its person has a name");
        }
        String token = secrets.token();
        TenantRows.use(jdbi, tenant.value(), handle -> {
            UUID person = handle.createQuery("""
                            insert into person (tenant_id, account, id, name, role, enabled, created_at)
                            values (:tenant, :account, :id, :name, :role, true, :now)
                            on conflict (tenant_id, account) do update set name = :name, role = :role, enabled = true
                            where person.subject is null returning id""")
                    .bind("tenant", tenant.value())
                    .bind("account", account)
                    .bind("id", UUID.randomUUID())
                    .bind("name", name.strip())
                    .bind("role", role.name())
                    .bind("now", now(clock.instant()))
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(() -> new IllegalArgumentException("That person signs in elsewhere and needs no invitation"));
            handle.execute("delete from person_invitation where person_id = ?", person);
            handle.execute(
                    "insert into person_invitation (digest, tenant_id, person_id, expires_at) values (?, ?, ?, ?)",
                    Digest.of(token), tenant.value(), person, now(clock.instant().plus(LIFE)));
        });
        return token;
    }

    private record Invited(UUID tenant, UUID person, String account, String name, byte @Nullable [] factor) {}

    /** Makes the second factor that goes with a token; the same one each time. */
    public Outcome open(String token) {
        return TenantRows.ofAll(jdbi, handle -> find(handle, token)
                .<Outcome>map(invited -> new Outcome.Factor(invited.account, invited.name, factor(handle, token, invited)))
                .orElseGet(Outcome.BadToken::new));
    }

    /** Uses a token up: from now on that password and that second factor are the account's. */
    public Outcome accept(String token, String password, String code) {
        return TenantRows.ofAll(jdbi, handle -> {
            Optional<Invited> found = find(handle, token);
            if (found.isEmpty()) {
                return new Outcome.BadToken();
            }
            Invited invited = found.get();
            if (!isGood(password, invited.account)) {
                return new Outcome.BadPassword();
            }
            byte[] factor = factor(handle, token, invited);
            OptionalLong step = secrets.step(factor, code, clock.instant());
            if (step.isEmpty()) {
                return new Outcome.BadCode();
            }
            handle.createUpdate("""
                            update person set password = :password, second_factor = :factor, second_factor_step = :step,
                                failures = 0, not_before = null where id = :id""")
                    .bind("password", secrets.digestPassword(password))
                    .bind("factor", seals.seal(label(invited.tenant, invited.person), factor))
                    .bind("step", step.getAsLong())
                    .bind("id", invited.person)
                    .execute();
            handle.execute("delete from person_invitation where person_id = ?", invited.person);
            handle.execute("delete from person_session where person_id = ?", invited.person);
            return new Outcome.Done(invited.account);
        });
    }

    private Optional<Invited> find(Handle handle, String token) {
        return handle.createQuery("""
                        select i.tenant_id, i.person_id, p.account, p.name, i.second_factor from person_invitation i
                        join person p on p.id = i.person_id
                        where i.digest = ? and i.expires_at > ? and p.enabled for update""")
                .bind(0, Digest.of(token))
                .bind(1, now(clock.instant()))
                .map((row, context) -> new Invited(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("account"),
                        row.getString("name"),
                        row.getBytes("second_factor")))
                .findOne();
    }

    private byte[] factor(Handle handle, String token, Invited invited) {
        byte[] sealed = invited.factor;
        if (sealed != null) {
            return seals.open(label(invited.tenant, invited.person), sealed);
        }
        byte[] made = secrets.random(Secrets.SECOND_FACTOR_BYTES);
        handle.execute(
                "update person_invitation set second_factor = ? where digest = ?",
                seals.seal(label(invited.tenant, invited.person), made), Digest.of(token));
        return made;
    }

    private static boolean isGood(String password, String account) {
        String folded = password.toLowerCase(Locale.ROOT);
        return password.length() >= SHORTEST_PASSWORD
                && password.length() <= LONGEST_PASSWORD
                && password.chars().distinct().count() >= 5
                && !folded.replace(account, "").isBlank();
    }

    static Label label(UUID tenant, UUID person) {
        return new Label(tenant, Label.TENANT_WIDE, Kind.ACCESS_SECRET, "second-factor/" + person);
    }

    static OffsetDateTime now(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
