package org.chartwright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TenantsTest {

    private static Database database;
    private static Tenants tenants;
    private static Secrets secrets;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        secrets = new Secrets(TestKeys.of(database).seals());
        tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyStartFindsTheSameDefaultTenantAndKey() {
        AccessKey first = tenants.openDefault(secrets).orElseThrow();
        assertThat(first.id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(first.secret()).hasSize(40);
        assertThat(first.toString()).doesNotContain(first.secret());
        assertThat(tenants.openDefault(secrets)).contains(first);
        assertThat(tenants.find("default").orElseThrow().accountId()).matches("[0-9]{12}");
    }

    @Test
    void secretsLieSealedAndThoseOfAnOlderVersionAreSealedAtTheStart() {
        AccessKey key = tenants.add("sealed", secrets).orElseThrow();
        Sessions.Made made = new Sessions(database.jdbi(), Clock.systemUTC(), new SecureRandom(), secrets)
                .make(new Sessions.Wanted(
                        tenants.find("sealed").orElseThrow().id(), false, "sealed", "", List.of(), Duration.ofHours(1)));
        assertThat(kept()).allMatch(text -> text.startsWith("sealed:"));
        TestDatabase.acrossAll(database, handle -> {
            handle.execute("update access_key set secret = ? where id = ?", key.secret(), key.id());
            handle.execute("update iam_session set secret = ?, token = ? where id = ?",
                    made.key().secret(), made.term().token(), made.key().id());
        });
        assertThat(secrets.sealPlain(database)).isEqualTo(3);
        assertThat(secrets.sealPlain(database)).isZero();
        assertThat(kept()).allMatch(text -> text.startsWith("sealed:"));
        Credentials credentials = new StoredCredentials(database.jdbi(), Clock.systemUTC(), System::nanoTime, secrets);
        assertThat(credentials.find(key.id()).orElseThrow().key()).isEqualTo(key);
        assertThat(credentials.find(made.key().id()).orElseThrow().term()).isEqualTo(made.term());
    }

    private static List<String> kept() {
        return TestDatabase.across(database, handle -> handle.createQuery(
                        "select secret from access_key union all select secret from iam_session"
                                + " union all select token from iam_session")
                .mapTo(String.class)
                .list());
    }

    @Test
    void aKeyLeadsToItsTenantAndNoOther() {
        AccessKey north = tenants.add("north", secrets).orElseThrow();
        AccessKey south = tenants.add("south", secrets).orElseThrow();
        assertThat(tenants.add("north", secrets)).isEmpty();
        Credentials credentials = new StoredCredentials(database.jdbi(), Clock.systemUTC(), System::nanoTime, secrets);
        Identity caller = credentials.find(north.id()).orElseThrow().identity();
        Tenant tenant = tenants.find("north").orElseThrow();
        assertThat(caller.tenant()).isEqualTo(tenant.id());
        assertThat(caller.principalArn()).isEqualTo("arn:aws:iam::" + tenant.accountId() + ":user/north");
        assertThat(credentials.find(south.id()).orElseThrow().identity().tenant()).isNotEqualTo(tenant.id());
        assertThat(credentials.find("AKIAAAAAAAAAAAAAAAAA")).isEmpty();
    }

    @Test
    void aDisabledKeyIsRefusedWithinFiveSeconds() throws AccessException {
        AccessKey key = tenants.add("leaving", secrets).orElseThrow();
        AtomicLong time = new AtomicLong();
        Credentials credentials = new StoredCredentials(database.jdbi(), Clock.systemUTC(), time::get, secrets);
        assertThat(credentials.find(key.id())).isPresent();
        Users users = new Users(
                database.jdbi(), Clock.systemUTC(), new SecureRandom(),
                new AdminRecord(new AuditLog(database.jdbi(), Clock.systemUTC()), Actor.SERVER), secrets);
        Tenant tenant = tenants.find("leaving").orElseThrow();
        users.enable(tenant, key.id(), false);
        time.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(credentials.find(key.id())).isEmpty();
        assertThatThrownBy(() -> users.enable(tenant, "AKIAAAAAAAAAAAAAAAAA", false))
                .isInstanceOf(AccessException.class);
    }

    @Test
    void theCredentialsFileHasAProfileForEachTenantAndOnlyItsOwnerReadsIt() throws Exception {
        CredentialsFile file = new CredentialsFile(folder.resolve("credentials"));
        Tenant first = new Tenant(new TenantId(new UUID(0, 1)), "default", "000000000001");
        Tenant north = new Tenant(new TenantId(new UUID(0, 2)), "north", "000000000002");
        file.put(first, new AccessKey("AKIA1", "one"));
        file.put(north, new AccessKey("AKIA2", "two"));
        file.put(first, new AccessKey("AKIA3", "three"));
        assertThat(Files.readAllLines(file.path()))
                .containsSubsequence("[north]", "aws_access_key_id = AKIA2", "aws_secret_access_key = two", "aws_account_id = 000000000002")
                .containsSubsequence(
                        "[default]",
                        "aws_access_key_id = AKIA3",
                        "aws_secret_access_key = three",
                        "aws_account_id = 000000000001")
                .doesNotContain("aws_access_key_id = AKIA1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path()))).isEqualTo("rw-------");
    }

    @Test
    void namesThatWouldBreakTheFileAreRefused() {
        assertThat(Tenant.isName("clinic-7.west")).isTrue();
        for (String bad : new String[] {"", "Big", "a b", "a]\n[b", "-x", "x".repeat(65)}) {
            assertThatThrownBy(() -> tenants.add(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
