package org.chartwright.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The users of a tenant and their keys. Whatever is changed takes effect within 5 seconds on every server. Thread-safe. */
public final class Users {

    /** Most keys of one user: the old and the new one while a key is rotated, and a few more. */
    public static final int MOST_KEYS = 5;

    private static final String NAME = "[\\w+=,.@-]{1,64}";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AdminRecord record;
    private final Ids ids;
    private final Secrets secrets;

    /** Users of that database, with the record of what is changed. */
    public Users(Jdbi jdbi, Clock clock, SecureRandom luck, AdminRecord record, Secrets secrets) {
        this.record = record;
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.clock = clock;
        this.ids = new Ids(luck);
    }

    /**
     * A key as it is shown: without its secret.
     *
     * @param id public
     * @param user whose
     * @param enabled whether it can be used
     * @param created when
     * @param lastUsed about when, or null for never
     * @param lastService for what, or null for never
     */
    public record KeyFacts(
            String id,
            String user,
            boolean enabled,
            Instant created,
            @Nullable Instant lastUsed,
            @Nullable String lastService) {}

    /** Makes a user, who may do nothing yet and has no key. */
    public void add(Tenant tenant, String name) throws AccessException {
        if (!name.matches(NAME)) {
            throw new AccessException("A user's name is 1 to 64 of A-Z a-z 0-9 _ + = , . @ -");
        }
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            int made = handle.createUpdate("""
                            insert into iam_user (tenant_id, name, id, created_at) values (:tenant, :name, :id, :now)
                            on conflict (tenant_id, name) do nothing""")
                    .bind("tenant", tenant.id().value())
                    .bind("name", name)
                    .bind("id", ids.next("AIDA"))
                    .bind("now", now())
                    .execute();
            if (made == 0) {
                throw new AccessException("There is a user " + name + " already.");
            }
            record.changed(handle, tenant, "CreateUser", "user/" + name);
            return name;
        });
    }

    /** The names of all users, in order. */
    public List<String> all(Tenant tenant) {
        return TenantRows.of(jdbi, tenant.id().value(), handle ->
                handle.createQuery("select name from iam_user where tenant_id = ? order by name")
                        .bind(0, tenant.id().value())
                        .mapTo(String.class)
                        .list());
    }

    /** Deletes a user with all keys, sessions, memberships and policies of their own. */
    public void delete(Tenant tenant, String name) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            for (String sql : List.of(
                    "delete from access_key where tenant_id = ? and user_name = ?",
                    "delete from iam_session where tenant_id = ? and kind = 'USER' and name = ?",
                    "delete from iam_member where tenant_id = ? and user_name = ?")) {
                handle.execute(sql, tenant.id().value(), name);
            }
            StoredGrants.forget(handle, tenant.id().value(), StoredGrants.Kind.USER, name);
            if (handle.execute("delete from iam_user where tenant_id = ? and name = ?", tenant.id().value(), name) == 0) {
                throw noUser(name);
            }
            record.changed(handle, tenant, "DeleteUser", "user/" + name);
            return name;
        });
    }

    /** Another key for a user; its secret is told only now. */
    public AccessKey addKey(Tenant tenant, String user) throws AccessException {
        return TenantRows.<AccessKey, AccessException>of(jdbi, tenant.id().value(), handle -> {
            List<String> keys = handle.createQuery("""
                            select k.id from iam_user u left join access_key k
                                on k.tenant_id = u.tenant_id and k.user_name = u.name
                            where u.tenant_id = ? and u.name = ?""")
                    .bind(0, tenant.id().value())
                    .bind(1, user)
                    .map((row, context) -> String.valueOf(row.getString(1)))
                    .list();
            if (keys.isEmpty()) {
                throw noUser(user);
            } else if (keys.size() >= MOST_KEYS) {
                throw new AccessException("The user " + user + " has " + MOST_KEYS + " keys; delete one first.");
            }
            AccessKey key = new AccessKey(ids.next("AKIA"), ids.secret());
            keep(handle, tenant, user, key, secrets, now());
            record.changed(handle, tenant, "CreateAccessKey", "user/" + user + "/key/" + key.id());
            return key;
        });
    }

    static void keep(Handle handle, Tenant tenant, String user, AccessKey key, Secrets secrets, OffsetDateTime now) {
        handle.createUpdate("""
                        insert into access_key (id, tenant_id, user_name, secret, enabled, created_at)
                        values (:id, :tenant, :user, :secret, true, :now)""")
                .bind("id", key.id())
                .bind("tenant", tenant.id().value())
                .bind("user", user)
                .bind("secret", secrets.seal(tenant.id().value(), key.id(), key.secret()))
                .bind("now", now)
                .execute();
    }

    /** All keys of a tenant, by user. */
    public List<KeyFacts> keys(Tenant tenant) {
        return TenantRows.of(jdbi, tenant.id().value(), handle -> handle.createQuery("""
                        select id, user_name, enabled, created_at, last_used_at, last_used_service
                        from access_key where tenant_id = ? order by user_name, created_at, id""")
                .bind(0, tenant.id().value())
                .map((row, context) -> facts(row))
                .list());
    }

    /** Makes a key useless, or useful again. */
    public void enable(Tenant tenant, String key, boolean enabled) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            requireOne(key, handle.execute(
                    "update access_key set enabled = ? where tenant_id = ? and id = ?", enabled, tenant.id().value(), key));
            record.changed(handle, tenant, enabled ? "EnableAccessKey" : "DisableAccessKey", "key/" + key);
            return key;
        });
    }

    /** Deletes a key for good. */
    public void deleteKey(Tenant tenant, String key) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            requireOne(key, handle.execute(
                    "delete from access_key where tenant_id = ? and id = ?", tenant.id().value(), key));
            record.changed(handle, tenant, "DeleteAccessKey", "key/" + key);
            return key;
        });
    }

    private static void requireOne(String key, int changed) throws AccessException {
        if (changed == 0) {
            throw new AccessException("There is no key " + key + ".");
        }
    }

    private static AccessException noUser(String name) {
        return new AccessException("There is no user " + name + ".");
    }

    private static KeyFacts facts(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new KeyFacts(
                row.getString("id"),
                row.getString("user_name"),
                row.getBoolean("enabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant(),
                row.getString("last_used_service"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
