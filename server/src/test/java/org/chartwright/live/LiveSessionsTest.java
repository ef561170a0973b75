package org.chartwright.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.audio.Signals;
import org.chartwright.audit.AuditLog;
import org.chartwright.aws.ApiHouse;
import org.chartwright.aws.LiveHouse;
import org.chartwright.custody.Consent;
import org.chartwright.custody.TenantRules;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Word;
import org.chartwright.live.log.Seal;
import org.chartwright.live.log.SessionLog;
import org.chartwright.metering.Quotas;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.Heard;
import org.chartwright.scribing.JobRequest.PatientContext;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.scribing.Stages;
import org.chartwright.scribing.VisitRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a session, whatever becomes of its streams and its server. */
final class LiveSessionsTest {

    private static final Configuration CONFIGURATION = new Configuration(
            ApiHouse.ROLE, "notes-bucket", null, null, null, null, List.of(), null, Map.of(), null, null);

    @TempDir
    private Path folder;

    private LiveHouse live;
    private TenantId tenant;

    @BeforeEach
    void open() throws IOException {
        live = new LiveHouse(folder.resolve("first"), settings -> settings);
        tenant = live.house.client("visits").tenant();
    }

    @AfterEach
    void close() throws IOException {
        live.close();
    }

    /** Remembers what it was told. */
    private static final class Told implements LiveListener {
        private final List<Caption> captions = new CopyOnWriteArrayList<>();
        private volatile @Nullable LiveException why;

        @Override
        public void caption(Caption caption) {
            captions.add(caption);
        }

        @Override
        public void heartbeat() {}

        @Override
        public void ended(@Nullable LiveException reason) {
            why = reason;
        }

        @Override
        public void abort() {}
    }

    private static short[] talk(int stretches) {
        short[] talk = Signals.silence(0.5);
        for (int i = 0; i < stretches; i++) {
            talk = Signals.join(talk, Signals.voice(0.8 + 0.2 * (i % 4), 3000, i), Signals.silence(1));
        }
        return talk;
    }

    private static byte[] bytes(short[] samples, int from, int to) {
        byte[] bytes = new byte[2 * (to - from)];
        for (int i = from; i < to; i++) {
            bytes[2 * (i - from)] = (byte) samples[i];
            bytes[2 * (i - from) + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }

    private static void send(LiveStream stream, short[] talk, int from, int to) throws Exception {
        for (int at = from; at < to; at += 3200) {
            stream.sound(bytes(talk, at, Math.min(to, at + 3200)));
        }
    }

    private static Opening opening(@Nullable UUID session) {
        return new Opening(session, 16_000, Encoding.PCM);
    }

    private static List<HeardPiece> pieces(Path folder, TenantId tenant, UUID session) throws IOException {
        try (SessionLog log = SessionLog.read(SessionFolder.log(folder, tenant, session), Seal.NONE, 1)) {
            List<HeardPiece> pieces = new ArrayList<>();
            for (byte[] note : log.notes()) {
                pieces.add(HeardPiece.unpacked(note));
            }
            return pieces;
        }
    }

    private static long frames(Path folder, TenantId tenant, UUID session) throws IOException {
        try (SessionLog log = SessionLog.read(SessionFolder.log(folder, tenant, session), Seal.NONE, 1)) {
            return log.frames();
        }
    }

    @Test
    void cutsAndKillsLoseNothingThatWasAcknowledged() throws Exception {
        short[] talk = talk(12);
        LiveStream whole = live.sessions.open(tenant, opening(null), new Told());
        whole.configure(CONFIGURATION, WordRules.NONE);
        send(whole, talk, 0, talk.length);
        whole.finish();
        List<HeardPiece> uncut = pieces(folder.resolve("first"), tenant, whole.sessionId());
        assertThat(uncut).hasSizeGreaterThan(8);

        Random luck = new Random(5);
        Path place = folder.resolve("first");
        LiveSessions sessions = live.sessions;
        for (int round = 0; round < 6; round++) {
            UUID session = UUID.randomUUID();
            List<Long> cuts = new ArrayList<>();
            int at = 0;
            while (at < talk.length) {
                Told told = new Told();
                LiveStream stream = sessions.open(tenant, opening(session), told);
                stream.configure(CONFIGURATION, WordRules.NONE);
                int to = Math.min(talk.length, at + 16_000 + luck.nextInt(10 * 16_000));
                send(stream, talk, at, to);
                int how = luck.nextInt(3);
                if (how == 0 || to == talk.length) {
                    stream.finish();
                } else if (how == 1) {
                    stream.fail(new LiveException(LiveException.Kind.BAD_REQUEST, "cut"));
                    stream.awaitReleased();
                } else {
                    Path next = folder.resolve("killed-" + round + "-" + at);
                    long acknowledged = told.captions.stream().mapToLong(caption -> caption.time().endMillis()).max().orElse(0);
                    LiveHouse.asKilled(place, next);
                    sessions.close();
                    place = next;
                    sessions = live.another(place);
                    assertThat(frames(place, tenant, session)).isGreaterThanOrEqualTo(16 * acknowledged);
                }
                at = (int) frames(place, tenant, session);
                cuts.add(at / 16L);
            }
            for (HeardPiece piece : uncut) {
                boolean whileCut = cuts.stream()
                        .anyMatch(cut -> cut > piece.startMillis() - 1000 && cut < piece.endMillis() + 1000);
                if (!whileCut) {
                    assertThat(pieces(place, tenant, session)).as("round %d, cuts at %s", round, cuts).contains(piece);
                }
            }
        }
        sessions.close();
    }

    @Test
    void aSessionThatNobodyEndsIsEndedForItsClient() throws Exception {
        LiveStream stream = live.sessions.open(tenant, opening(null), new Told());
        stream.configure(CONFIGURATION, WordRules.NONE);
        send(stream, talk(2), 0, talk(2).length);
        stream.finish();
        live.sessions.sweep();
        LiveSession session = live.sessions.find(tenant, stream.sessionId()).orElseThrow();
        assertThat(session.status()).isEqualTo(LiveSession.Status.PAUSED);
        live.ahead = Duration.ofHours(6);
        live.sessions.sweep();
        session = live.sessions.find(tenant, stream.sessionId()).orElseThrow();
        assertThat(session.status()).isEqualTo(LiveSession.Status.COMPLETED);
        assertThat(live.sessions.after(session)).isPresent();
        live.house.sql("update job set status = 'COMPLETED', ended_at = now() where name like 'healthscribe-streaming/%'");
        live.sessions.sweep();
        assertThat(SessionFolder.log(folder.resolve("first"), tenant, stream.sessionId())).doesNotExist();
    }

    @Test
    void aStreamBeginsOnlyWithTheConsentThatIsRequiredAndSoundIsKeptAsLongAsTheTenantSays() throws Exception {
        TenantRules rules = live.house.custody().rules();
        rules.put(tenant.value(), new TenantRules.Rules(true, 90, 7));
        UUID session = UUID.randomUUID();
        for (UUID without : new UUID[] {null, session}) {
            assertThat(catchThrowable(() -> live.sessions.open(tenant, opening(without), new Told())))
                    .isInstanceOfSatisfying(LiveException.class, e -> assertThat(e.kind()).isEqualTo(LiveException.Kind.CONSENT))
                    .hasMessageStartingWith("A consent is required");
        }
        live.house.custody().consents().record(tenant.value(), new Consent(
                session, "Dr. Weber", "the patient", "May we?", Consent.Answer.GIVEN, live.sessions.now()));
        LiveStream stream = live.sessions.open(tenant, opening(session), new Told());
        stream.configure(CONFIGURATION, WordRules.NONE);
        send(stream, talk(1), 0, talk(1).length);
        stream.endSession();
        stream.finish();
        Path log = SessionFolder.log(folder.resolve("first"), tenant, session);
        live.house.sql("update job set status = 'COMPLETED', ended_at = now() where name like 'healthscribe-streaming/%'");
        live.sessions.sweep();
        assertThat(log).exists();
        live.house.custody().holds().place(tenant.value(), session.toString());
        live.ahead = Duration.ofDays(8);
        live.sessions.sweep();
        assertThat(log).exists();
        assertThat(live.house.custody().holds().release(tenant.value(), session.toString())).isTrue();
        live.sessions.sweep();
        assertThat(log).doesNotExist();
    }

    @Test
    void aReaderThatStandsStillEndsItsOwnStreamAndNoOther() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        LiveListener still = new LiveListener() {
            @Override
            public void caption(Caption caption) throws InterruptedException {
                reading.countDown();
                new CountDownLatch(1).await();
            }

            @Override
            public void heartbeat() {}

            @Override
            public void ended(@Nullable LiveException why) {}

            @Override
            public void abort() {
                aborted.countDown();
            }
        };
        Told told = new Told();
        LiveStream slow = live.sessions.open(tenant, opening(null), still);
        LiveStream other = live.sessions.open(tenant, opening(null), told);
        short[] talk = talk(3);
        for (LiveStream stream : List.of(slow, other)) {
            stream.configure(CONFIGURATION, WordRules.NONE);
            send(stream, talk, 0, talk.length);
        }
        assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 3; i++) {
            slow.sound(new byte[3200]);
            other.sound(new byte[3200]);
            live.nanos.addAndGet(Duration.ofSeconds(8).toNanos());
        }
        assertThat(aborted.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(slow.awaitReleased(60)).isTrue();
        other.finish();
        assertThat(told.why).isNull();
        assertThat(told.captions).isNotEmpty();
        assertThat(frames(folder.resolve("first"), tenant, slow.sessionId())).isGreaterThanOrEqualTo(talk.length);
    }

    /** As HealthScribe's documents have it: open the same session again and send the end again. */
    @Test
    void aSessionWhoseTenantIsAtItsLimitIsKeptAndEndedWhenThatIsPossible() throws Exception {
        AuditLog audit = new AuditLog(live.house.jdbi(), Clock.systemUTC());
        LiveStream first = live.sessions.open(tenant, opening(null), new Told());
        first.configure(CONFIGURATION, WordRules.NONE);
        first.endSession();
        first.finish();
        Quotas.set(live.house.jdbi(), tenant.value(), 1L, null, audit);

        List<LiveSession> over = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Told told = new Told();
            LiveStream stream = live.sessions.open(tenant, opening(null), told);
            stream.configure(CONFIGURATION, WordRules.NONE);
            send(stream, talk(1), 0, talk(1).length);
            stream.endSession();
            stream.finish();
            assertThat(told.why).isNotNull().extracting(LiveException::kind).isEqualTo(LiveException.Kind.LIMIT);
            LiveSession session = live.sessions.find(tenant, stream.sessionId()).orElseThrow();
            assertThat(session.status()).isEqualTo(LiveSession.Status.PAUSED);
            assertThat(live.sessions.after(session)).isEmpty();
            over.add(session);
        }
        live.sessions.sweep();
        assertThat(live.sessions.find(tenant, over.getFirst().id()).orElseThrow().status())
                .isEqualTo(LiveSession.Status.PAUSED);

        Quotas.set(live.house.jdbi(), tenant.value(), null, null, audit);
        LiveStream again = live.sessions.open(tenant, opening(over.getFirst().id()), new Told());
        again.configure(CONFIGURATION, WordRules.NONE);
        live.sessions.sweep();
        assertThat(live.sessions.after(over.getFirst())).as("its client goes on with it").isEmpty();
        again.endSession();
        again.finish();
        for (LiveSession session : over) {
            LiveSession now = live.sessions.find(tenant, session.id()).orElseThrow();
            assertThat(now.status()).isEqualTo(LiveSession.Status.COMPLETED);
            assertThat(live.sessions.after(now)).isPresent();
        }
    }

    @Test
    void whatAClientSaysOfASessionIsSealedInTheDatabase() throws Exception {
        Configuration clinical = new Configuration(
                ApiHouse.ROLE, "notes-bucket", null, null, null, null, List.of(),
                new PatientContext(Pronouns.SHE_HER), Map.of(VisitRecord.TAG, UUID.randomUUID().toString()), null, null);
        LiveStream stream = live.sessions.open(tenant, opening(null), new Told());
        stream.configure(clinical, WordRules.NONE);
        stream.finish();
        String row = "select configuration from live_session where id = '" + stream.sessionId() + "'";
        assertThat(live.house.ask(row)).startsWith("sealed:").doesNotContain("SHE_HER");
        assertThat(live.sessions.find(tenant, stream.sessionId()).orElseThrow().configuration()).isEqualTo(clinical);
        assertThat(live.sessions.ofVisit(tenant, clinical.visit().orElseThrow())).isPresent();

        live.house.sql("update live_session set configuration = ?", new JsonMapper().writeValueAsString(clinical));
        assertThat(LiveSessions.sealPlain(live.house.plainTexts())).isEqualTo(1);
        assertThat(live.house.ask(row)).startsWith("sealed:");
        assertThat(live.sessions.find(tenant, stream.sessionId()).orElseThrow().configuration()).isEqualTo(clinical);
        assertThat(LiveSessions.sealPlain(live.house.plainTexts())).isZero();
    }

    @Test
    void theJobAfterTheEndGetsTheWordsThatWereHeard() throws Exception {
        Told told = new Told();
        short[] talk = talk(4);
        LiveStream stream = live.sessions.open(tenant, opening(null), told);
        stream.configure(CONFIGURATION, WordRules.NONE);
        send(stream, talk, 0, talk.length);
        stream.endSession();
        stream.finish();
        Stages stages = Stages.of(new MediaDecoder(MediaLimits.DEFAULT), new ScriptedEars());
        Heard heard = new Remembering(folder.resolve("first"), (_, _) -> Seal.NONE, stages)
                .hear(tenant, stream.sessionId(), ScribeRequest.oneMicrophone(NoteRequest.DEFAULT, UUID.randomUUID()));
        List<Word> words = told.captions.stream()
                .filter(caption -> !caption.isPartial())
                .flatMap(caption -> caption.words().stream())
                .toList();
        assertThat(heard.words()).isEqualTo(words).isNotEmpty();
        assertThat(heard.length()).isEqualTo(Duration.ofMillis(talk.length / 16));
        assertThat(heard.voices()).isNotEmpty();
        assertThat(heard.sound()).singleElement().satisfies(quality -> {
            assertThat(quality.seconds()).isCloseTo(talk.length / 16_000.0, within(0.01));
            assertThat(quality.speechRatio()).isPositive();
        });
    }

    @Test
    void asManyStreamsAsThereMayBe() throws Exception {
        try (LiveHouse small = new LiveHouse(folder.resolve("small"), settings -> new LiveSettings(
                settings.folder(), 1, settings.idle(), settings.sound(), settings.life(), settings.heartbeat()))) {
            TenantId other = small.house.client("small").tenant();
            LiveStream only = small.sessions.open(other, opening(null), new Told());
            assertThat(catchThrowable(
                            () -> small.sessions.open(other, opening(null), new Told())))
                    .isInstanceOfSatisfying(LiveException.class, e -> assertThat(e.kind()).isEqualTo(LiveException.Kind.LIMIT));
            only.finish();
            small.sessions.open(other, opening(null), new Told()).finish();
        }
    }
}
