package org.chartwright.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The groups of a tenant's users: whoever belongs to one may do what its policies allow, and nothing that they deny. Whatever
 * is changed takes effect within 5 seconds on every server. Thread-safe.
 */
public final class Groups {

    /** Most groups of one user, as in IAM. */
    public static final int MOST_OF_A_USER = 10;

    private static final String NAME = "[\\w+=,.@-]{1,128}";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AdminRecord record;
    private final Ids ids;

    /** Groups of that database, with the record of what is changed. */
    public Groups(Jdbi jdbi, Clock clock, SecureRandom luck, AdminRecord record) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.record = record;
        this.ids = new Ids(luck);
    }

    /** Makes a group, to which nobody belongs and which holds nothing. */
    public void add(Tenant tenant, String name) throws AccessException {
        if (!name.matches(NAME)) {
            throw new AccessException("A group's name is 1 to 128 of A-Z a-z 0-9 _ + = , . @ -");
        }
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            int made = handle.execute("""
                            insert into iam_group (tenant_id, name, id, created_at) values (?, ?, ?, ?)
                            on conflict (tenant_id, name) do nothing""",
                    tenant.id().value(), name, ids.next("AGPA"), clock.instant().atOffset(ZoneOffset.UTC));
            if (made == 0) {
                throw new AccessException("There is a group " + name + " already.");
            }
            record.changed(handle, tenant, "CreateGroup", "group/" + name);
            return name;
        });
    }

    /** The names of all groups, in order. */
    public List<String> all(Tenant tenant) {
        return TenantRows.of(jdbi, tenant.id().value(), handle ->
                handle.createQuery("select name from iam_group where tenant_id = ? order by name")
                        .bind(0, tenant.id().value())
                        .mapTo(String.class)
                        .list());
    }

    /** The names of the users who belong to a group, in order. */
    public List<String> members(Tenant tenant, String name) {
        return TenantRows.of(jdbi, tenant.id().value(), handle -> members(handle, tenant, name));
    }

    private static List<String> members(Handle handle, Tenant tenant, String name) {
        return handle.createQuery(
                        "select user_name from iam_member where tenant_id = ? and group_name = ? order by user_name")
                .bind(0, tenant.id().value())
                .bind(1, name)
                .mapTo(String.class)
                .list();
    }

    /**
     * Lets a user belong to a group; nothing changes when they do already.
     *
     * @throws AccessException if there is no such user or group, or the user belongs to {@value #MOST_OF_A_USER}
     */
    public void put(Tenant tenant, String name, String user) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            StoredGrants.requireHolder(handle, tenant, new Policies.Holder.Group(name));
            StoredGrants.requireHolder(handle, tenant, new Policies.Holder.User(user));
            handle.execute(
                    "insert into iam_member (tenant_id, group_name, user_name) values (?, ?, ?) on conflict do nothing",
                    tenant.id().value(), name, user);
            int groups = handle.createQuery("select count(*) from iam_member where tenant_id = ? and user_name = ?")
                    .bind(0, tenant.id().value())
                    .bind(1, user)
                    .mapTo(Integer.class)
                    .one();
            if (groups > MOST_OF_A_USER) {
                throw new AccessException("The user " + user + " belongs to " + MOST_OF_A_USER + " groups already.");
            }
            record.changed(handle, tenant, "AddUserToGroup", "group/" + name + "/" + user);
            return user;
        });
    }

    /** Takes a user out of a group. */
    public void remove(Tenant tenant, String name, String user) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            int gone = handle.execute(
                    "delete from iam_member where tenant_id = ? and group_name = ? and user_name = ?",
                    tenant.id().value(), name, user);
            if (gone == 0) {
                throw new AccessException("The user " + user + " does not belong to a group " + name + ".");
            }
            record.changed(handle, tenant, "RemoveUserFromGroup", "group/" + name + "/" + user);
            return user;
        });
    }

    /**
     * Deletes a group with the policies that it holds.
     *
     * @throws AccessException while somebody belongs to it: they might be denied something by it
     */
    public void delete(Tenant tenant, String name) throws AccessException {
        TenantRows.<Object, AccessException>of(jdbi, tenant.id().value(), handle -> {
            if (!members(handle, tenant, name).isEmpty()) {
                throw new AccessException("Somebody belongs to the group " + name + "; take them out first.");
            }
            StoredGrants.forget(handle, tenant.id().value(), StoredGrants.Kind.GROUP, name);
            if (handle.execute("delete from iam_group where tenant_id = ? and name = ?", tenant.id().value(), name) == 0) {
                throw new AccessException("There is no group " + name + ".");
            }
            record.changed(handle, tenant, "DeleteGroup", "group/" + name);
            return name;
        });
    }
}
