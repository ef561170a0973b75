package org.chartwright.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sessions of people who signed in. Any thread. */
public final class PersonSessions {

    /** The cookie that holds a session's token; browsers send it by TLS, or on the machine itself, and to this host only. */
    public static final String COOKIE = "__Host-chartwright";

    /** How long a session may rest. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    /** How long it lives in any case. */
    public static final Duration LIFE = Duration.ofHours(12);

    /** How long somebody who proved themselves need not do so again for what is grave, such as signing. */
    public static final Duration PROOF = Duration.ofMinutes(15);

    private static final String COLUMNS = People.COLUMNS_OF_P + ", s.proved_at, p.subject is not null as elsewhere,"
            + " exists (select 1 from passkey k where k.person_id = p.id) as passkeys";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Secrets secrets;

    /** Those in that database. */
    public PersonSessions(Jdbi jdbi, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.secrets = new Secrets(luck);
    }

    /**
     * Who is in a session.
     *
     * @param person who
     * @param provedAt when they last proved themselves
     * @param elsewhere whether they sign in by the hospital's identity provider
     * @param passkeys whether they have any
     */
    public record PersonSession(Person person, Instant provedAt, boolean elsewhere, boolean passkeys) {}

    /** Begins one for somebody who proved themselves here; the token is its only name. */
    public String begin(Person person) {
        return begin(person, "");
    }

    /**
     * Likewise for somebody whom the identity provider vouches for.
     *
     * @param there what it calls their session there, which ends this one with it; empty where it does not say
     */
    public String begin(Person person, String there) {
        String token = secrets.token();
        OffsetDateTime now = Invitations.now(clock.instant());
        TenantRows.use(jdbi, person.tenant().value(), handle -> {
            handle.execute("delete from person_session where seen_at < ?", Invitations.now(clock.instant().minus(LIFE)));
            handle.execute(
                    "insert into person_session (digest, tenant_id, person_id, began_at, seen_at, proved_at, sid)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    Digest.of(token), person.tenant().value(), person.id(), now, now, now, sid(there));
        });
        return token;
    }

    /** Who that token's session is of, while it lives; asking keeps it from resting. */
    public Optional<PersonSession> find(String token) {
        return living(token, "update person_session s set seen_at = :now from person p where ", " returning ");
    }

    /** Likewise, for what a page asks by itself: the session goes on resting. */
    public Optional<PersonSession> look(String token) {
        return living(token, "select " + COLUMNS + " from person_session s, person p where ", "");
    }

    private Optional<PersonSession> living(String token, String before, String after) {
        Instant now = clock.instant();
        String sql = before + "s.digest = :digest and p.id = s.person_id and p.enabled and s.seen_at > :rested"
                + " and s.began_at > :oldest" + (after.isEmpty() ? "" : after + COLUMNS);
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery(sql)
                .bind("now", Invitations.now(now))
                .bind("digest", Digest.of(token))
                .bind("rested", Invitations.now(now.minus(IDLE)))
                .bind("oldest", Invitations.now(now.minus(LIFE)))
                .map((row, context) -> new PersonSession(
                        People.person(row),
                        row.getObject("proved_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("elsewhere"),
                        row.getBoolean("passkeys")))
                .findOne());
    }

    /** Notes that its person has just proved themselves again. */
    public void proved(String token) {
        TenantRows.ofAll(jdbi, handle -> handle.execute(
                "update person_session set proved_at = ? where digest = ?",
                Invitations.now(clock.instant()), Digest.of(token)));
    }

    /** The name by which {@link #provedAs} knows a session; whoever reads it can do nothing else with it. */
    public static String nameOf(String token) {
        return Digest.base64(Digest.of(token));
    }

    /**
     * Notes the same of the session of that name, if it is that person's. False if there is none.
     *
     * @param there as in {@link #begin(Person, String)}: the proof may have begun another session there
     */
    public boolean provedAs(Person person, String name, String there) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.execute(
                        "update person_session set proved_at = ?, sid = coalesce(?, sid) where digest = ? and person_id = ?",
                        Invitations.now(clock.instant()), sid(there), Base64.getUrlDecoder().decode(name), person.id()))
                == 1;
    }

    private static byte @Nullable [] sid(String there) {
        return there.isEmpty() ? null : Digest.of(there);
    }

    /** Whether what is grave may be done without another proof. */
    public boolean isFresh(PersonSession session) {
        return session.provedAt().plus(PROOF).isAfter(clock.instant());
    }

    /** Ends it. */
    public void end(String token) {
        TenantRows.ofAll(jdbi, handle -> handle.execute("delete from person_session where digest = ?", Digest.of(token)));
    }
}
