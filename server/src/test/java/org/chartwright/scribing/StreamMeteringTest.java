package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.aws.ApiHouse;
import org.chartwright.aws.LiveHouse;
import org.chartwright.live.Caption;
import org.chartwright.live.Configuration;
import org.chartwright.live.Encoding;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveListener;
import org.chartwright.live.LiveSession;
import org.chartwright.live.LiveSessions;
import org.chartwright.live.LiveStream;
import org.chartwright.live.Opening;
import org.chartwright.live.Remembering;
import org.chartwright.live.ScriptedEars;
import org.chartwright.live.log.Seal;
import org.chartwright.metering.Source;
import org.chartwright.metering.UsageReport;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a streamed visit is charged for: each second of its sound once, whatever was cut, killed and tried again. */
final class StreamMeteringTest {

    private static final Configuration CONFIGURATION = new Configuration(
            ApiHouse.ROLE, "notes-bucket", null, null, null, null, List.of(), null, Map.of(), null, null);
    private static final int SECOND = 32_000;

    @TempDir
    private Path folder;

    private static final LiveListener NOBODY = new LiveListener() {
        @Override
        public void caption(Caption caption) {}

        @Override
        public void heartbeat() {}

        @Override
        public void ended(@Nullable LiveException why) {}

        @Override
        public void abort() {}
    };

    /** Opens the session and sends until there are so many seconds of sound in it. */
    private static LiveStream until(int seconds, LiveSessions sessions, TenantId tenant, UUID session) throws Exception {
        LiveStream stream = sessions.open(tenant, new Opening(session, 16_000, Encoding.PCM), NOBODY);
        stream.configure(CONFIGURATION, WordRules.NONE);
        int missing = seconds * SECOND - 2 * (int) stream.frames();
        for (; missing > 0; missing -= SECOND / 2) {
            stream.sound(new byte[Math.min(missing, SECOND / 2)]);
        }
        return stream;
    }

    private static List<UsageReport.Line> usage(LiveHouse live) {
        Instant now = Instant.now();
        return UsageReport.of(live.house.jdbi(), now.minusSeconds(3600), now.plusSeconds(3600), new BigDecimal("0.001"))
                .lines();
    }

    @Test
    void eachSecondIsCountedOnceWhateverIsCutKilledAndTriedAgain() throws Exception {
        Path first = folder.resolve("first");
        Path killed = folder.resolve("killed");
        UUID session = UUID.randomUUID();
        try (LiveHouse live = new LiveHouse(first, settings -> settings)) {
            TenantId tenant = live.house.client("clinic").tenant();
            until(10, live.sessions, tenant, session).finish();
            LiveStream cut = until(15, live.sessions, tenant, session);
            cut.secure();
            cut.fail(new LiveException(LiveException.Kind.BAD_REQUEST, "cut"));
            LiveStream running = until(21, live.sessions, tenant, session);
            running.secure();
            LiveHouse.asKilled(first, killed);
            live.sessions.close();

            try (LiveSessions next = live.another(killed)) {
                LiveStream last = until(32, next, tenant, session);
                last.endSession();
                last.finish();
                assertThatThrownBy(() -> until(40, next, tenant, session)).isInstanceOf(LiveException.class);
                assertThat(usage(live)).as("before the documents are there").isEmpty();
                LiveSession ended = next.find(tenant, session).orElseThrow();
                work(live, next.after(ended).orElseThrow(), killed, session);
            }
            assertThat(usage(live)).containsExactly(new UsageReport.Line("clinic", Source.STREAM, 1, 32_000, 32));
        }
    }

    /** A worker that was taken for dead comes back when another has done its work, and both say so twice. */
    private static void work(LiveHouse live, Job job, Path sessions, UUID session) throws Exception {
        JobRecord record = new JobRecord(live.house.jdbi(), live.house.keys(), Clock.systemUTC(), live.house.visits());
        Stages stages = Stages.of(new MediaDecoder(MediaLimits.DEFAULT), new ScriptedEars());
        JobRecord.Taken slow = record.take(job.id(), false).orElseThrow();
        record.keep(slow, JobRecord.Stage.HEARD, heard(job, sessions, stages, session));
        JobRecord.Taken quick = record.take(job.id(), false).orElseThrow();
        Heard again = heard(job, sessions, stages, session);
        assertThat(again.length()).isEqualTo(Duration.ofSeconds(32));
        record.keep(quick, JobRecord.Stage.HEARD, again);
        record.end(quick, null);
        assertThatThrownBy(() -> record.end(quick, null)).isInstanceOf(JobRecord.LostException.class);
        assertThatThrownBy(() -> record.end(slow, null)).isInstanceOf(JobRecord.LostException.class);
    }

    private static Heard heard(Job job, Path sessions, Stages stages, UUID session) throws Exception {
        return new Remembering(sessions, (_, _) -> Seal.NONE, stages)
                .hear(job.tenant(), session, ScribeRequest.oneMicrophone(NoteRequest.DEFAULT, UUID.randomUUID()));
    }
}
