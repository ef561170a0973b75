package org.chartwright.people;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Checks a password and a one-time code together. Any thread. */
public final class SignIn {

    private static final int FREE_FAILURES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 6;

    private final Jdbi jdbi;
    private final Seals seals;
    private final Clock clock;
    private final Secrets secrets;
    /** Compared with where there is no password, so that nobody is told apart by the time an answer takes. */
    private final String nobodys;

    /** Of the accounts in that database. */
    public SignIn(Jdbi jdbi, Seals seals, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.clock = clock;
        this.secrets = new Secrets(luck);
        this.nobodys = secrets.digestPassword(secrets.token());
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is that person. */
        record Proved(Person person) implements Outcome {}

        /** It is not, or nobody knows: the account, the password or the code is wrong. */
        record Refused() implements Outcome {}

        /** After too many failures nothing is looked at before that moment. */
        record Wait(Instant until) implements Outcome {}
    }

    private record Row(
            Person person,
            @Nullable String password,
            byte @Nullable [] factor,
            long step,
            int failures,
            @Nullable Instant notBefore) {

        static Row of(ResultSet row) throws SQLException {
            OffsetDateTime wait = row.getObject("not_before", OffsetDateTime.class);
            return new Row(
                    People.person(row),
                    row.getString("password"),
                    row.getBytes("second_factor"),
                    row.getLong("second_factor_step"),
                    row.getInt("failures"),
                    wait == null ? null : wait.toInstant());
        }
    }

    /** Checks both. A code is good once. */
    public Outcome check(TenantId tenant, String account, String password, String code) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            Optional<Row> found = find(handle, tenant, account);
            Instant now = clock.instant();
            Instant wait = found.map(Row::notBefore).orElse(null);
            if (wait != null && wait.isAfter(now)) {
                return new Outcome.Wait(wait);
            }
            boolean known = secrets.isPassword(password, found.map(Row::password).orElse(nobodys));
            if (found.isEmpty()) {
                return new Outcome.Refused();
            }
            Row row = found.get();
            OptionalLong step = step(row, code, now);
            if (!known || !row.person.enabled() || step.isEmpty() || step.getAsLong() <= row.step) {
                count(handle, row, now);
                return new Outcome.Refused();
            }
            handle.execute(
                    "update person set failures = 0, not_before = null, second_factor_step = ? where id = ?",
                    step.getAsLong(), row.person.id());
            return new Outcome.Proved(row.person);
        });
    }

    private OptionalLong step(Row row, String code, Instant now) {
        byte[] sealed = row.factor;
        if (sealed == null) {
            return OptionalLong.empty();
        }
        UUID tenant = row.person.tenant().value();
        return secrets.step(seals.open(Invitations.label(tenant, row.person.id()), sealed), code, now);
    }

    private static void count(Handle handle, Row row, Instant now) {
        int failures = row.failures + 1;
        Instant until = failures <= FREE_FAILURES
                ? null
                : now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - FREE_FAILURES - 1)));
        handle.execute(
                "update person set failures = ?, not_before = ? where id = ?",
                failures, until == null ? null : Invitations.now(until), row.person.id());
    }

    private static Optional<Row> find(Handle handle, TenantId tenant, String account) {
        return handle.createQuery("select " + People.COLUMNS
                        + ", password, second_factor, second_factor_step, failures, not_before"
                        + " from person where tenant_id = ? and account = ? for update")
                .bind(0, tenant.value())
                .bind(1, account)
                .map((row, context) -> Row.of(row))
                .findOne();
    }
}
