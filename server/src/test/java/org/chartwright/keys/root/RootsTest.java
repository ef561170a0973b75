package org.chartwright.keys.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.AwsNamedKeys;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.Kind;
import org.chartwright.keys.KmsCalls;
import org.chartwright.keys.Label;
import org.chartwright.keys.SealException;
import org.chartwright.keys.SealException.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against stand-ins that really encrypt; the real services were not tried. */
final class RootsTest {

    private static final byte[] KEY = new byte[32];

    @TempDir
    Path folder;

    private KeeperStandIn keeper;

    @BeforeEach
    void start() throws IOException {
        keeper = new KeeperStandIn();
        Files.writeString(folder.resolve("token"), "s.token\n");
    }

    @AfterEach
    void stop() {
        keeper.close();
    }

    private RootConfig kms(String key) {
        return new RootConfig.AwsKms(calls(keeper.uri()), key);
    }

    private static KmsCalls.Settings calls(URI where) {
        return new KmsCalls.Settings(where, "us-east-1", "AKIAKMSKMSKMSKMSKMSK", "a-secret-that-nobody-prints");
    }

    private RootConfig vault(String key) {
        return new RootConfig.Transit(keeper.uri(), "transit", key, folder.resolve("token"), Optional.empty());
    }

    @Test
    void eachKeeperGivesBackWhatItWrappedUnderTheSameContextOnly() {
        for (RootConfig config : List.of(kms("alias/root"), kms(KeeperStandIn.ARN), vault("root"),
                new RootConfig.Local(folder.resolve("root-key")))) {
            try (RootKey root = config.openOrMake()) {
                Map<String, String> context = RootKey.context(UUID.randomUUID(), 1);
                byte[] wrapped = root.wrap(KEY, context);
                assertThat(root.unwrap(wrapped, context)).isEqualTo(KEY);
                assertTrouble(Trouble.BROKEN, () -> root.unwrap(wrapped, RootKey.context(UUID.randomUUID(), 1)));
                wrapped[wrapped.length - 3] ^= 1;
                assertThatExceptionOfType(SealException.class).isThrownBy(() -> root.unwrap(wrapped, context));
            }
        }
    }

    @Test
    void whatIsWrongWithAKeeperIsTold() {
        for (RootConfig config : List.of(kms("alias/root"), vault("root"))) {
            try (RootKey root = config.open()) {
                keeper.mood = KeeperStandIn.Mood.DENYING;
                assertTrouble(Trouble.KEY_DENIED, () -> root.wrap(KEY, Map.of()));
                keeper.mood = KeeperStandIn.Mood.BROKEN;
                assertTrouble(Trouble.UNAVAILABLE, () -> root.wrap(KEY, Map.of()));
                keeper.mood = KeeperStandIn.Mood.WELL;
            }
        }
        try (RootKey root = kms("alias/none").open(); RootKey transit = vault("none").open()) {
            assertTrouble(Trouble.KEY_UNKNOWN, () -> root.wrap(KEY, Map.of()));
            assertTrouble(Trouble.KEY_UNKNOWN, () -> transit.wrap(KEY, Map.of()));
        }
        try (RootKey root = kms("alias/root").open()) {
            keeper.mood = KeeperStandIn.Mood.DISABLED;
            assertTrouble(Trouble.KEY_DISABLED, () -> root.wrap(KEY, Map.of()));
        }
        URI nowhere = keeper.uri();
        keeper.close();
        try (RootKey root = new RootConfig.AwsKms(calls(nowhere), "alias/root").open()) {
            assertTrouble(Trouble.UNAVAILABLE, () -> root.wrap(KEY, Map.of()));
        }
    }

    @Test
    void aServerDoesNotStartOnAKeyThatIsDisabledDeniedAwayOrAnother() {
        try (Database database = TestDatabase.fresh()) {
            RootConfig config = kms("alias/root");
            KeyRoom.open(database, config, Clock.systemUTC()).close();
            Map<KeeperStandIn.Mood, String> refusals = Map.of(
                    KeeperStandIn.Mood.DISABLED, "is disabled",
                    KeeperStandIn.Mood.DENYING, "denies its use",
                    KeeperStandIn.Mood.BROKEN, "does not answer",
                    KeeperStandIn.Mood.ANOTHER_KEY, "is not the one");
            refusals.forEach((mood, sentence) -> {
                keeper.mood = mood;
                assertThatExceptionOfType(RootException.class)
                        .isThrownBy(() -> KeyRoom.open(database, config, Clock.systemUTC()))
                        .withMessageContaining(sentence);
            });
            keeper.mood = KeeperStandIn.Mood.WELL;
            assertThatExceptionOfType(RootException.class)
                    .isThrownBy(() -> KeyRoom.open(database, vault("root"), Clock.systemUTC()))
                    .withMessageContaining("Configure the former");
            KeyRoom.open(database, config, Clock.systemUTC()).close();
        }
    }

    @Test
    void aKeeperIsAskedOncePerTenantAndItsAbsenceLaterIsNoLoss() {
        try (Database database = TestDatabase.fresh();
                KeyRoom keys = KeyRoom.open(database, kms("alias/root"), Clock.systemUTC())) {
            UUID tenant = UUID.randomUUID();
            Label label = new Label(tenant, UUID.randomUUID(), Kind.QUEUE, "x");
            byte[] sealed = keys.seals().seal(label, KEY);
            int before = keeper.calls.get();
            for (int i = 0; i < 20; i++) {
                keys.seals().seal(new Label(tenant, UUID.randomUUID(), Kind.QUEUE, "x"), KEY);
            }
            assertThat(keeper.calls.get()).isEqualTo(before);
            keeper.mood = KeeperStandIn.Mood.BROKEN;
            assertTrouble(Trouble.UNAVAILABLE, () -> keys.seals().seal(
                    new Label(UUID.randomUUID(), UUID.randomUUID(), Kind.QUEUE, "x"), KEY));
            keeper.mood = KeeperStandIn.Mood.WELL;
            assertThat(keys.seals().open(label, sealed)).isEqualTo(KEY);
        }
    }

    @Test
    void aTenantNamesOnlyTheKeysOfKmsThatItMay() {
        UUID tenant = UUID.randomUUID();
        try (KmsCalls calls = new KmsCalls(calls(keeper.uri()))) {
            AwsNamedKeys named = new AwsNamedKeys(calls, Map.of(tenant, Set.of("alias/root")));
            assertThat(named.resolve(tenant, "alias/root")).isEqualTo(KeeperStandIn.ARN);
            assertTrouble(Trouble.KEY_DENIED, () -> named.resolve(UUID.randomUUID(), "alias/root"));
            Map<String, String> context = Map.of("ward", "7");
            byte[] wrapped = named.wrap(tenant, KeeperStandIn.ARN, context, KEY);
            assertThat(named.unwrap(tenant, KeeperStandIn.ARN, context, wrapped)).isEqualTo(KEY);
            assertTrouble(Trouble.BROKEN, () -> named.unwrap(tenant, KeeperStandIn.ARN, Map.of("ward", "8"), wrapped));
            keeper.mood = KeeperStandIn.Mood.DISABLED;
            assertTrouble(Trouble.KEY_DISABLED, () -> named.resolve(tenant, "alias/root"));
        }
    }

    private static void assertTrouble(Trouble trouble, ThrowingCallable call) {
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.trouble()).isEqualTo(trouble));
    }
}
