package org.chartwright.fhir.smart;

import com.nimbusds.jose.jwk.JWKSet;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/** Programs that may ask for the record. Any thread. */
public final class SmartClients {

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom luck;

    /** Those in that database. */
    public SmartClients(Jdbi jdbi, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.luck = luck;
    }

    /**
     * A program.
     *
     * @param id by which it calls itself
     * @param tenant whose record it sees
     * @param organization what that tenant is called
     * @param name for people
     * @param keys its public keys
     * @param scopes the most it may do
     * @param enabled whether it may do anything
     */
    public record SmartClient(
            String id, TenantId tenant, String organization, String name, JWKSet keys, Scopes scopes, boolean enabled) {}

    /**
     * Registers a program.
     *
     * @param keys a JSON Web Key Set; private parts in it are not kept
     * @return its id, or empty when the tenant has one of that name
     * @throws IllegalArgumentException if the keys are none, or hold no public key
     */
    public Optional<String> add(TenantId tenant, String name, String keys, Scopes scopes) {
        JWKSet set = keys(keys).toPublicJWKSet();
        if (set.isEmpty()) {
            throw new IllegalArgumentException("The key set holds no public key");
        }
        String id = new UUID(luck.nextLong(), luck.nextLong()).toString();
        int made = TenantRows.of(jdbi, tenant.value(), handle -> handle.createUpdate("""
                        insert into smart_client (id, tenant_id, name, keys, scopes, enabled, created_at)
                        values (:id, :tenant, :name, :keys, :scopes, true, :now) on conflict (tenant_id, name) do nothing""")
                .bind("id", id)
                .bind("tenant", tenant.value())
                .bind("name", name)
                .bind("keys", set.toString())
                .bind("scopes", scopes.toString())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        return made == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The program of that id, whosever it is. */
    public Optional<SmartClient> find(String id) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        select c.*, t.name as organization from smart_client c join tenant t on t.id = c.tenant_id
                        where c.id = ?""")
                .bind(0, id)
                .map((row, context) -> client(row))
                .findOne());
    }

    /** A tenant's programs, by name. */
    public List<SmartClient> all(TenantId tenant) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery("""
                        select c.*, t.name as organization from smart_client c join tenant t on t.id = c.tenant_id
                        where c.tenant_id = ? order by c.name""")
                .bind(0, tenant.value())
                .map((row, context) -> client(row))
                .list());
    }

    /** Takes a program's rights away; its tokens are dead at once. False when the tenant has no such program. */
    public boolean disable(TenantId tenant, String id) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            handle.execute("delete from smart_token where tenant_id = ? and client_id = ?", tenant.value(), id);
            return handle.execute(
                    "update smart_client set enabled = false where tenant_id = ? and id = ?", tenant.value(), id) == 1;
        });
    }

    private static SmartClient client(ResultSet row) throws SQLException {
        return new SmartClient(
                row.getString("id"),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("organization"),
                row.getString("name"),
                keys(row.getString("keys")),
                Scopes.parse(row.getString("scopes")),
                row.getBoolean("enabled"));
    }

    private static JWKSet keys(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException _) {
            throw new IllegalArgumentException("It is no JSON Web Key Set");
        }
    }
}
