package org.chartwright.people.passkeys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chartwright.database.TenantRows;
import org.chartwright.people.Digest;
import org.chartwright.people.Person;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What authenticators are asked to sign: each once, for one purpose and, where it is known, for one person. Any thread. */
final class Questions {

    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int BYTES = 32;
    /** Whose a question is while nobody knows who will answer. */
    private static final UUID NOBODYS = new UUID(0, 0);

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom luck;

    Questions(Jdbi jdbi, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.luck = luck;
    }

    /** What is to be answered. */
    enum Purpose {
        REGISTER,
        SIGN_IN,
        PROVE
    }

    byte[] ask(Purpose purpose, @Nullable Person person) {
        byte[] question = new byte[BYTES];
        luck.nextBytes(question);
        TenantRows.ofAll(jdbi, handle -> {
            handle.execute("delete from passkey_challenge where expires_at < ?", clock.instant().atOffset(ZoneOffset.UTC));
            return handle.createUpdate("""
                            insert into passkey_challenge (digest, tenant_id, person_id, purpose, expires_at)
                            values (:digest, :tenant, cast(:person as uuid), :purpose, :end)""")
                    .bind("digest", Digest.of(question))
                    .bind("tenant", person == null ? NOBODYS : person.tenant().value())
                    .bind("person", person == null ? null : person.id().toString())
                    .bind("purpose", purpose.name())
                    .bind("end", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                    .execute();
        });
        return question;
    }

    /**
     * Uses a question up.
     *
     * @throws PasskeyException if it was not asked so, was answered before, or is too old
     */
    void answered(byte[] question, Purpose purpose, @Nullable Person person) throws PasskeyException {
        int found = TenantRows.ofAll(jdbi, handle -> handle.createUpdate("""
                        delete from passkey_challenge where digest = :digest and purpose = :purpose
                        and person_id is not distinct from cast(:person as uuid) and expires_at > :now""")
                .bind("digest", Digest.of(question))
                .bind("purpose", purpose.name())
                .bind("person", person == null ? null : person.id().toString())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        if (found != 1) {
            throw new PasskeyException("question");
        }
    }
}
