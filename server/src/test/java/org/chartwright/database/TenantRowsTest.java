package org.chartwright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.chartwright.access.Secrets;
import org.chartwright.access.Tenants;
import org.chartwright.keys.TestKeys;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second wall between tenants: what PostgreSQL itself refuses, whatever a query forgot to say. */
final class TenantRowsTest {

    private static final String SECRETS = "select count(*) from access_key";

    private static Database database;
    private static UUID north;
    private static UUID south;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        Secrets secrets = new Secrets(TestKeys.of(database).seals());
        tenants.add("north", secrets);
        tenants.add("south", secrets);
        north = tenants.find("north").orElseThrow().id().value();
        south = tenants.find("south").orElseThrow().id().value();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static int count(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Integer.class).one();
    }

    @Test
    void aQueryThatNamesNoTenantSeesNothingInAnyTableOfTenants() {
        for (String table : tablesOfTenants()) {
            assertThat((int) database.jdbi().withHandle(handle -> count(handle, "select count(*) from " + table)))
                    .as(table)
                    .isZero();
        }
        assertThat((int) TenantRows.ofAll(database.jdbi(), handle -> count(handle, SECRETS))).isEqualTo(2);
        assertThat((int) database.jdbi().withHandle(handle -> count(handle, SECRETS)))
                .as("the sight ends with its transaction")
                .isZero();
    }

    @Test
    void aTransactionWithinAnotherIsPartOfItAndItsSightEndsWithIt() {
        assertThatThrownBy(() -> TenantRows.of(database.jdbi(), north, outer -> {
                    TenantRows.use(database.jdbi(), north, inner -> inner.execute(
                            "insert into iam_user (tenant_id, name, id, created_at) values (?, 'ghost', 'AIDAGHOST', now())", north));
                    throw new IllegalStateException("undone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat((int) TenantRows.ofAll(
                        database.jdbi(), handle -> count(handle, "select count(*) from iam_user where name = 'ghost'")))
                .isZero();
        assertThat((int) TenantRows.of(database.jdbi(), north, outer -> {
                    assertThat((int) TenantRows.ofAll(database.jdbi(), inner -> count(inner, SECRETS))).isEqualTo(2);
                    return count(outer, SECRETS);
                }))
                .isEqualTo(1);
    }

    @Test
    void aQueryThatForgetsItsTenantSeesAndChangesOnlyWhatIsOfTheTenantOfItsTransaction() {
        assertThat((int) TenantRows.of(database.jdbi(), north, handle -> count(handle, SECRETS))).isEqualTo(1);
        assertThat((int) TenantRows.of(database.jdbi(), north, handle -> count(handle, "select count(*) from tenant")))
                .isEqualTo(1);
        assertThat((int) TenantRows.of(
                        database.jdbi(), north, handle -> handle.execute("update iam_user set boundary = null")))
                .isEqualTo(1);
        assertThat((int) TenantRows.of(database.jdbi(), north, handle -> handle.execute(
                        "delete from access_key where tenant_id = ?", south)))
                .isZero();
        assertThat((int) TenantRows.of(database.jdbi(), UUID.randomUUID(), handle -> count(handle, SECRETS)))
                .isZero();
    }

    @Test
    void nothingIsWrittenForAnotherTenantOrForNone() {
        String insert = "insert into tag (tenant_id, kind, name, key, value) values (?, 'JOB', 'x', 'a', 'b')";
        assertThatThrownBy(() -> TenantRows.use(database.jdbi(), north, handle -> handle.execute(insert, south)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(insert, north)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> TenantRows.use(database.jdbi(), north, handle -> handle.execute(
                        "update iam_user set tenant_id = ?", south)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theServersConnectionsCanNeitherPassTheWallNorTakeItDown() {
        database.jdbi().useHandle(handle -> {
            assertThat(handle.createQuery("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                            .mapTo(Boolean.class)
                            .one())
                    .isFalse();
            assertThat(handle.createQuery("select tablename from pg_tables where tableowner = current_user")
                            .mapTo(String.class)
                            .list())
                    .isEmpty();
            assertThatThrownBy(() -> handle.execute("alter table job disable row level security"))
                    .hasStackTraceContaining("must be owner");
            assertThatThrownBy(() -> handle.execute("drop policy tenant_apart on job"))
                    .hasStackTraceContaining("must be owner");
        });
    }

    @Test
    void anOutsideDatabasesOrdinaryOwnerIsBoundAsWell() {
        try (Database ordinary = TestDatabase.freshOfAnOrdinaryUser()) {
            new Tenants(ordinary.jdbi(), Clock.systemUTC(), new SecureRandom())
                    .add("north", new Secrets(TestKeys.of(ordinary).seals()));
            assertThat((int) TenantRows.ofAll(ordinary.jdbi(), handle -> count(handle, SECRETS))).isEqualTo(1);
            assertThat((int) ordinary.jdbi().withHandle(handle -> count(handle, SECRETS))).isZero();
            assertThat((int) TenantRows.of(ordinary.jdbi(), north, handle -> count(handle, SECRETS))).isZero();
        }
    }

    @Test
    void everyTableThatNamesATenantForcesTheRule() {
        List<String> open = database.jdbi().withHandle(handle -> handle.createQuery("""
                        select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                        and not (relrowsecurity and relforcerowsecurity)""")
                .mapTo(String.class)
                .list());
        assertThat(tablesOfTenants()).doesNotContainAnyElementsOf(open).contains("tenant", "job", "access_key");
    }

    private static List<String> tablesOfTenants() {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                        and (c.relname = 'tenant' or exists (select 1 from pg_attribute a
                            where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))""")
                .mapTo(String.class)
                .list());
    }
}
