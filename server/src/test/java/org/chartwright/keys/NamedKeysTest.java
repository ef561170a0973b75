package org.chartwright.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.Entry;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.SealException.Trouble;
import org.chartwright.keys.root.LocalRoot;
import org.chartwright.keys.root.RootConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamedKeysTest {

    private static final Map<String, String> CONTEXT = Map.of("ward", "7", "visit", "12");

    @TempDir
    Path folder;

    private final Database database = TestDatabase.fresh();
    private UUID tenant;
    private Tenant other;
    private KeyRoom keys;

    @BeforeEach
    void open() {
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("one");
        tenants.add("two");
        tenant = tenants.find("one").orElseThrow().id().value();
        other = tenants.find("two").orElseThrow();
        keys = open(Clock.systemUTC());
    }

    private KeyRoom open(Clock clock) {
        return KeyRoom.open(database, new RootConfig.Local(folder.resolve("root-key")), clock);
    }

    @AfterEach
    void close() {
        keys.close();
        database.close();
    }

    @Test
    void aKeyIsFoundByItsFourNamesByItsOwnTenantOnly() {
        LocalNamedKeys named = keys.local();
        String arn = named.create(Actor.SERVER, tenant, "alias/notes").orElseThrow();
        assertThat(named.create(Actor.SERVER, tenant, "alias/notes")).isEmpty();
        String prefix = arn.substring(0, arn.indexOf("key/"));
        for (String name : new String[] {arn, arn.substring(arn.lastIndexOf('/') + 1), "alias/notes", prefix + "alias/notes"}) {
            assertThat(named.resolve(tenant, name)).isEqualTo(arn);
            assertTrouble(Trouble.KEY_UNKNOWN, () -> named.resolve(other.id().value(), name));
        }
        assertTrouble(Trouble.KEY_UNKNOWN, () -> named.resolve(tenant, "alias/none"));
        assertThat(named.list(other.id().value())).isEmpty();
    }

    @Test
    void aDisabledOrDyingKeyIsRefusedAtOnceAndComesBack() throws IOException {
        LocalNamedKeys named = keys.local();
        NamedKey key = new NamedKey(named.create(Actor.SERVER, tenant, "alias/notes").orElseThrow(), CONTEXT);
        byte[] sealed = seal(key);
        named.disable(Actor.SERVER, tenant, "alias/notes");
        assertTrouble(Trouble.KEY_DISABLED, () -> named.resolve(tenant, "alias/notes"));
        assertTrouble(Trouble.KEY_DISABLED, () -> open(sealed));
        named.enable(Actor.SERVER, tenant, "alias/notes");
        assertThat(open(sealed)).isEqualTo("a note");
        Instant when = named.scheduleDeletion(Actor.SERVER, tenant, "alias/notes", 7);
        assertTrouble(Trouble.KEY_DISABLED, () -> open(sealed));
        keys.keepHouse();
        named.enable(Actor.SERVER, tenant, "alias/notes");
        assertThat(open(sealed)).isEqualTo("a note");
        named.scheduleDeletion(Actor.SERVER, tenant, "alias/notes", 7);
        try (KeyRoom later = open(Clock.fixed(when.plus(Duration.ofDays(1)), ZoneOffset.UTC))) {
            later.keepHouse();
        }
        assertTrouble(Trouble.KEY_UNKNOWN, () -> open(sealed));
    }

    @Test
    void whatIsDoneToAKeyIsRecordedWithItAndIsNotDoneWhereItCannotBe() {
        LocalNamedKeys named = keys.local();
        Actor boss = new Actor("boss", "administrator", "10.0.0.7");
        String arn = named.create(boss, tenant, "alias/notes").orElseThrow();
        named.create(boss, tenant, "alias/notes");
        named.disable(boss, tenant, "alias/notes");
        named.enable(boss, tenant, "alias/notes");
        named.rotate(boss, tenant, "alias/notes");
        Instant when = named.scheduleDeletion(boss, tenant, "alias/notes", 7);
        assertThat(recorded()).containsExactly(
                "boss kms:CreateKey " + arn + " alias/notes", "boss kms:DisableKey " + arn, "boss kms:EnableKey " + arn,
                "boss kms:RotateKeyOnDemand " + arn, "boss kms:ScheduleKeyDeletion " + arn);

        // The next entry will meet one that has its number already.
        TenantRows.ofAll(database.jdbi(), handle -> handle.execute("update audit_chain set seq = seq - 1"));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> named.enable(boss, tenant, "alias/notes"));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> named.create(boss, tenant, "alias/other"));
        assertThat(named.list(tenant)).extracting(LocalNamedKeys.Description::state).containsExactly("PENDING_DELETION");
        TenantRows.ofAll(database.jdbi(), handle -> handle.execute("update audit_chain set seq = seq + 1"));

        try (KeyRoom later = open(Clock.fixed(when.plus(Duration.ofDays(1)), ZoneOffset.UTC))) {
            later.keepHouse();
            later.keepHouse();
        }
        assertThat(recorded()).hasSize(6).last().isEqualTo("server kms:DeleteKey " + arn.replaceAll(".*:", ""));
    }

    private List<String> recorded() {
        List<String> lines = new ArrayList<>();
        AuditExport.each(database.jdbi(), tenant, line -> {
            Entry entry = Entry.parse(line);
            lines.add(entry.act().actor().name() + " " + entry.act().action() + " " + entry.act().object());
        });
        return lines;
    }

    @Test
    void noOtherContextOpensAnything() {
        LocalNamedKeys named = keys.local();
        String arn = named.create(Actor.SERVER, tenant, "alias/notes").orElseThrow();
        byte[] wrapped = named.wrap(tenant, arn, CONTEXT, new byte[32]);
        assertThat(named.unwrap(tenant, arn, CONTEXT, wrapped)).hasSize(32);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            Map<String, String> wrong = new HashMap<>(CONTEXT);
            switch (i % 4) {
                case 0 -> wrong.put("ward", "7" + i);
                case 1 -> wrong.put("more" + i, "x");
                case 2 -> wrong.remove(i % 8 == 2 ? "ward" : "visit");
                default -> wrong.put("ward", wrong.remove("visit") + i);
            }
            try {
                named.unwrap(tenant, arn, wrong, wrapped);
            } catch (SealException e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(200);
    }

    @Test
    void rotationTouchesNoSealedThingAndTheOldOnesStillOpen() throws IOException {
        LocalNamedKeys named = keys.local();
        NamedKey key = new NamedKey(named.create(Actor.SERVER, tenant, "alias/notes").orElseThrow(), CONTEXT);
        byte[] sealed = seal(key);
        byte[] before = sealed.clone();
        assertThat(named.rotate(Actor.SERVER, tenant, "alias/notes")).isEqualTo(2);
        assertThat(keys.rotation().tenant(tenant)).isPositive();
        LocalRoot.rotate(folder.resolve("root-key"));
        try (KeyRoom again = open(Clock.systemUTC())) {
            again.rotation().root();
        }
        LocalRoot.dropOlder(folder.resolve("root-key"));
        keys.close();
        keys = open(Clock.systemUTC());
        assertThat(sealed).isEqualTo(before);
        assertThat(open(sealed)).isEqualTo("a note");
        assertThat(open(seal(key))).isEqualTo("a note");
        assertThat(TenantRows.<Integer, RuntimeException>of(database.jdbi(), tenant, handle ->
                        handle.createQuery("select count(*) from tenant_key where tenant_id = ?").bind(0, tenant)
                                .mapTo(Integer.class).one()))
                .as("older keys of the tenant are destroyed")
                .isEqualTo(1);
    }

    private Label label() {
        return new Label(tenant, new UUID(7, 7), Kind.OBJECT, "note");
    }

    private byte[] seal(NamedKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = keys.seals().sealing(label(), key, bytes)) {
            out.write(TestSeals.bytes("a note"));
        }
        return bytes.toByteArray();
    }

    private String open(byte[] sealed) throws IOException {
        return new String(
                keys.seals().opening(label(), new ByteArrayInputStream(sealed)).readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void assertTrouble(Trouble trouble, ThrowingCallable call) {
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.trouble()).isEqualTo(trouble));
    }
}
