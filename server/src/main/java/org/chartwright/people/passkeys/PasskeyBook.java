package org.chartwright.people.passkeys;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.database.TenantRows;
import org.chartwright.people.People;
import org.chartwright.people.Person;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The passkeys that there are. Any thread. */
final class PasskeyBook {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AttestedCredentialDataConverter form;

    PasskeyBook(Jdbi jdbi, Clock clock, ObjectConverter objects) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.form = new AttestedCredentialDataConverter(objects);
    }

    /**
     * A passkey and whose it is.
     *
     * @param elsewhere whether they sign in by the identity provider
     */
    record Found(UUID id, Person person, boolean elsewhere, CredentialRecord record) {}

    List<Passkey> all(Person person) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.createQuery(
                        "select id, name, created_at, used_at from passkey where person_id = ? order by created_at, id")
                .bind(0, person.id())
                .map((row, context) -> passkey(row))
                .list());
    }

    List<byte[]> credentialIds(Person person) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.createQuery(
                        "select credential_id from passkey where person_id = ? order by created_at, id")
                .bind(0, person.id())
                .mapTo(byte[].class)
                .list());
    }

    boolean remove(Person person, UUID id) {
        return TenantRows.of(jdbi, person.tenant().value(), handle ->
                        handle.execute("delete from passkey where person_id = ? and id = ?", person.id(), id))
                == 1;
    }

    /** Keeps one; empty if its authenticator's name for it is taken. */
    Optional<Passkey> add(Person person, String name, AttestedCredentialData credential, AuthenticatorData<?> told) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.createQuery("""
                        insert into passkey (tenant_id, id, person_id, credential_id, credential, name, counter,
                            backup_eligible, backed_up, created_at)
                        values (:tenant, :id, :person, :called, :credential, :name, :counter, :eligible, :backed, :now)
                        on conflict do nothing returning id, name, created_at, used_at""")
                .bind("tenant", person.tenant().value())
                .bind("id", UUID.randomUUID())
                .bind("person", person.id())
                .bind("called", credential.getCredentialId())
                .bind("credential", form.convert(credential))
                .bind("name", name)
                .bind("counter", told.getSignCount())
                .bind("eligible", told.isFlagBE())
                .bind("backed", told.isFlagBS())
                .bind("now", now())
                .map((row, context) -> passkey(row))
                .findOne());
    }

    /** The one that its authenticator calls so, of somebody who may come in; held until the transaction ends. */
    Optional<Found> find(Handle handle, byte[] called) {
        return handle.createQuery("select " + People.COLUMNS_OF_P + """
                        , p.subject is not null as elsewhere, k.id as passkey, k.credential, k.counter, k.backup_eligible, k.backed_up
                        from passkey k join person p on p.id = k.person_id where k.credential_id = ? and p.enabled for update of k""")
                .bind(0, called)
                .map((row, context) -> new Found(
                        row.getObject("passkey", UUID.class), People.person(row), row.getBoolean("elsewhere"), record(row)))
                .findOne();
    }

    void used(Handle handle, UUID id, AuthenticatorData<?> told) {
        handle.createUpdate("update passkey set counter = :counter, backed_up = :backed, used_at = :now where id = :id")
                .bind("counter", told.getSignCount())
                .bind("backed", told.isFlagBS())
                .bind("now", now())
                .bind("id", id)
                .execute();
    }

    private CredentialRecord record(ResultSet row) throws SQLException {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(), true, row.getBoolean("backup_eligible"), row.getBoolean("backed_up"),
                row.getLong("counter"), form.convert(row.getBytes("credential")), null, null, null, null);
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        Instant made = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Passkey(row.getObject("id", UUID.class), row.getString("name"), made, used == null ? null : used.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
