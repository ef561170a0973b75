package org.chartwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chartwright.access.TenantId;
import org.chartwright.aws.ApiHouse;
import org.chartwright.aws.LiveHouse;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose silence ends a stream: the client's, and not ours while it waits for us. */
final class StreamOpeningTest {

    private static final Configuration CONFIGURATION = new Configuration(
            ApiHouse.ROLE, "notes-bucket", null, null, null, null, List.of(), null, Map.of(), null, null);

    @TempDir
    private Path folder;

    private LiveHouse live;
    private Client client;
    private LiveStream stream;

    /** Is told why a stream ended. */
    private static final class Client implements LiveListener {
        private volatile @Nullable LiveException why;

        @Override
        public void caption(Caption caption) {}

        @Override
        public void heartbeat() {}

        @Override
        public void ended(@Nullable LiveException reason) {
            why = reason;
        }

        @Override
        public void abort() {}
    }

    @BeforeEach
    void open() throws Exception {
        live = new LiveHouse(folder, settings -> settings);
        client = new Client();
        TenantId tenant = live.house.client("visits").tenant();
        stream = live.sessions.open(tenant, new Opening(null, 16_000, Encoding.PCM), client);
    }

    @AfterEach
    void close() throws IOException {
        live.close();
    }

    private void pass(int seconds) {
        live.nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        live.sessions.tick();
    }

    private LiveException.@Nullable Kind reason() throws InterruptedException {
        stream.finish();
        LiveException why = client.why;
        return why == null ? null : why.kind();
    }

    @Test
    void whoWaitsForUsIsNotSilent() throws Exception {
        pass(60);
        stream.configure(CONFIGURATION, WordRules.NONE);
        pass(59);
        stream.ready();
        pass(14);
        stream.sound(new byte[3200]);
        stream.busy();
        pass(100);
        stream.ready();
        assertThat(reason()).isNull();
    }

    @Test
    void whoeverWeWaitForIs() throws Exception {
        pass(60);
        stream.ready();
        pass(16);
        assertThat(reason()).isEqualTo(LiveException.Kind.IDLE);
    }

    @Test
    void anOpeningThatNeverEndsHoldsNoPlace() throws Exception {
        pass(121);
        assertThat(reason()).isEqualTo(LiveException.Kind.UNAVAILABLE);
        assertThat(live.sessions.count()).isZero();
        assertThat(Objects.requireNonNull(client.why)).hasMessageContaining("in time");
    }
}
