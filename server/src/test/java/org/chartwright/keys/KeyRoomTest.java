package org.chartwright.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.keys.root.RootException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyRoomTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final UUID tenant = UUID.randomUUID();
    private final UUID visit = UUID.randomUUID();
    private final Label label = new Label(tenant, visit, Kind.CHECKPOINT, "HEARD");
    private final Database database = TestDatabase.fresh();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void theRootKeyIsMadeAtFirstStartForItsOwnerAloneAndUsedAgain() throws IOException {
        byte[] sealed;
        try (KeyRoom keys = open()) {
            sealed = keys.seals().seal(label, TestSeals.bytes("words"));
            assertThat(keys.isUp()).isTrue();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        try (KeyRoom keys = open()) {
            assertThat(keys.seals().open(label, sealed)).isEqualTo(TestSeals.bytes("words"));
        }
    }

    @Test
    void aLostAWrongAndAnOpenRootKeyAreRefused() throws IOException {
        open().close();
        byte[] right = Files.readAllBytes(file());
        Files.delete(file());
        assertRefused("cannot be read");
        assertThat(file()).doesNotExist();

        Path another = folder.resolve("another");
        try (Database other = TestDatabase.fresh()) {
            KeyRoom.open(other, new RootConfig.Local(another), CLOCK).close();
        }
        Files.move(another, file());
        assertRefused("is not the one");

        Files.writeString(file(), "not a key");
        assertRefused("is not a keyset");

        Files.write(file(), right);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertRefused("may be read by others");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        open().close();
    }

    @Test
    void aDestroyedScopeIsGoneWithItsTransactionAndStaysGone() {
        try (KeyRoom keys = open()) {
            byte[] sealed = keys.seals().seal(label, TestSeals.bytes("words"));
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> TenantRows.use(database.jdbi(), tenant, handle -> {
                keys.destroy(handle, tenant, visit);
                throw new IllegalStateException("rolled back");
            }));
            assertThat(keys.seals().open(label, sealed)).isEqualTo(TestSeals.bytes("words"));

            TenantRows.use(database.jdbi(), tenant, handle -> keys.destroy(handle, tenant, visit));
            assertTrouble(SealException.Trouble.DESTROYED, () -> keys.seals().open(label, sealed));
            assertTrouble(SealException.Trouble.DESTROYED, () -> keys.seals().seal(label, new byte[0]));
        }
    }

    @Test
    void aKeyIsThereAlthoughItsUsersTransactionFailed() {
        try (KeyRoom keys = open()) {
            byte[][] sealed = new byte[1][];
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> TenantRows.use(database.jdbi(), tenant, handle -> {
                sealed[0] = keys.seals().seal(label, TestSeals.bytes("words"));
                throw new IllegalStateException("rolled back");
            }));
            try (KeyRoom later = open()) {
                assertThat(later.seals().open(label, sealed[0])).isEqualTo(TestSeals.bytes("words"));
            }
        }
    }

    private KeyRoom open() {
        return KeyRoom.open(database, new RootConfig.Local(file()), CLOCK);
    }

    private Path file() {
        return folder.resolve("root-key");
    }

    private void assertRefused(String because) {
        assertThatExceptionOfType(RootException.class).isThrownBy(() -> open().close()).withMessageContaining(because);
    }

    private static void assertTrouble(
            SealException.Trouble trouble, ThrowingCallable call) {
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.trouble()).isEqualTo(trouble));
    }
}
