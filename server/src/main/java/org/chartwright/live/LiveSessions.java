package org.chartwright.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.chart.Visit;
import org.chartwright.custody.Consents;
import org.chartwright.keys.PlainTexts;
import org.chartwright.live.LiveException.Kind;
import org.chartwright.live.LiveSession.Status;
import org.chartwright.live.log.Journal;
import org.chartwright.live.log.SessionLog;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.scribing.Submission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of all tenants: who may stream, which stream a session has, and what becomes of it. Thread-safe.
 */
public final class LiveSessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);
    private static final long TICK_MILLIS = 500;
    private static final long SWEEP_SECONDS = 60;
    private static final long HANDOVER_SECONDS = 30;

    private final LiveSettings settings;
    private final LiveRooms rooms;
    private final SessionRows rows;
    private final SessionFolder folder;
    private final Journal journal;
    private final LongSupplier nanos;
    private final Housekeeping housekeeping;
    private final Map<Name, LiveStream> streams = new ConcurrentHashMap<>();
    private final Watches watches = new Watches(this);
    private final AtomicInteger taken = new AtomicInteger();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("live-clock").factory());
    private volatile boolean closed;

    /** A session of a tenant. */
    record Name(TenantId tenant, UUID session) {

        static Name of(LiveSession session) {
            return new Name(session.tenant(), session.id());
        }
    }

    /**
     * Opens the sessions of a folder; those that a crash cut off rest and can be gone on with.
     *
     * @throws IOException when the folder cannot be used
     */
    public LiveSessions(LiveSettings settings, LiveRooms rooms, Clock clock, LongSupplier nanos) throws IOException {
        this.settings = settings;
        this.rooms = rooms;
        this.nanos = nanos;
        this.rows = new SessionRows(rooms.jdbi(), rooms.seals(), clock);
        this.folder = SessionFolder.open(settings.folder());
        this.journal = Journal.open(settings.folder(), Duration.ofMillis(TICK_MILLIS));
        this.housekeeping = new Housekeeping(this, rooms, folder);
        rows.pauseAllOf(folder.home());
        var _ = clockwork.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        var _ = clockwork.scheduleWithFixedDelay(
                () -> Thread.ofVirtual().name("live-sweep").start(housekeeping::sweep),
                SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Seals what an older version kept in the clear, at the start of a server; says how many sessions that were. */
    public static int sealPlain(PlainTexts texts) {
        return SessionRows.sealPlain(texts);
    }

    /**
     * Begins a session, or goes on with one; a stream that it has already is ended with a conflict.
     *
     * @throws LiveException when that cannot be
     */
    public LiveStream open(TenantId tenant, Opening opening, LiveListener listener)
            throws LiveException, InterruptedException {
        if (closed) {
            throw new LiveException(Kind.UNAVAILABLE, "This server is stopping. Try again later.");
        }
        requireConsent(tenant, opening.visit() == null ? opening.session() : opening.visit());
        if (opening.session() != null) {
            endOther(new Name(tenant, opening.session()));
        }
        if (taken.incrementAndGet() > settings.streams()) {
            taken.decrementAndGet();
            throw new LiveException(Kind.LIMIT, "There are as many streams as this server can take. Try again later.");
        }
        boolean opened = false;
        try {
            LiveSession session = session(tenant, opening);
            LiveStream stream = new LiveStream(session, this, listener);
            Name name = new Name(tenant, session.id());
            opened = streams.putIfAbsent(name, stream) == null;
            if (!opened) {
                LiveException why =
                        new LiveException(Kind.CONFLICT, "Another stream of this session began at the same time.");
                stream.fail(why);
                throw why;
            }
            requireNotEndedMeanwhile(stream);
            return stream;
        } finally {
            if (!opened) {
                taken.decrementAndGet();
            }
        }
    }

    /** The answer holds for a visit, or for a session from its first stream on: a client that has to ask chooses its id. */
    private void requireConsent(TenantId tenant, @Nullable UUID subject) throws LiveException {
        Optional<Consents.Lack> lack = rooms.custody().consents().lacking(tenant.value(), subject);
        if (lack.isPresent()) {
            throw new LiveException(Kind.CONSENT, switch (lack.get()) {
                case MISSING -> "A consent is required before sound is accepted. Choose a session id, record the consent for"
                        + " it, and begin the stream with that session id.";
                case NOT_GIVEN -> "The consent to this recording was refused or withdrawn.";
            });
        }
    }

    private void endOther(Name name) throws LiveException, InterruptedException {
        LiveStream other = streams.get(name);
        if (other == null) {
            return;
        }
        other.fail(new LiveException(Kind.CONFLICT, "A new stream was started with the same session id; this one is ended."));
        if (!other.awaitReleased(HANDOVER_SECONDS)) {
            throw new LiveException(Kind.UNAVAILABLE, "The former stream of this session does not end. Try again later.");
        }
    }

    private LiveSession session(TenantId tenant, Opening opening) throws LiveException {
        UUID id = opening.session() == null ? UUID.randomUUID() : opening.session();
        LiveSession fresh = new LiveSession(
                tenant, id, folder.home(), rows.now(), null, Status.IN_PROGRESS, opening.sampleRate(),
                opening.encoding(), null);
        if (rows.add(fresh)) {
            return fresh;
        }
        LiveSession known = rows.find(tenant, id).orElseThrow(() -> new LiveException(
                Kind.CONFLICT, "Another stream of this session began at the same time."));
        requireOpen(known, opening);
        rows.status(known, Status.IN_PROGRESS);
        return known;
    }

    private void requireOpen(LiveSession known, Opening opening) throws LiveException {
        if (known.status().ended() || rooms.jobs().find(known.tenant(), Configuration.folder(known.id())).isPresent()) {
            throw new LiveException(Kind.ENDED, "The session has ended; it can't be resumed. Start a new session.");
        }
        if (isOver(known)) {
            throw new LiveException(Kind.ENDED, "The session began more than " + settings.life().toMinutes()
                    + " minutes ago; it can't be resumed. Start a new session.");
        }
        if (known.sampleRate() != opening.sampleRate() || known.encoding() != opening.encoding()) {
            throw new LiveException(
                    Kind.BAD_REQUEST, "The sample rate and the media encoding must be those that the session began with.");
        }
        if (!known.home().equals(folder.home())) {
            throw new LiveException(Kind.UNAVAILABLE, "The session was begun with another server; go on with that one.");
        }
    }

    /** Housekeeping ends no session that has a stream; whether it had begun to before there was one shows only now. */
    private void requireNotEndedMeanwhile(LiveStream stream) throws LiveException {
        LiveSession session = stream.session();
        boolean ended = session.configuration() != null
                && (housekeeping.isEnding(session)
                        || find(session.tenant(), session.id()).stream().anyMatch(now -> now.status().ended()));
        if (ended) {
            LiveException why = new LiveException(Kind.ENDED, "The session is being ended; it can't be resumed.");
            stream.fail(why);
            throw why;
        }
    }

    /** Whether a session has lived as long as it may. */
    boolean isOver(LiveSession session) {
        return session.created().plus(settings.life()).isBefore(rows.now());
    }

    /** The tenant's session of that name. */
    public Optional<LiveSession> find(TenantId tenant, UUID session) {
        return rows.find(tenant, session);
    }

    /** The job that follows the end of that session, once it has ended. */
    public Optional<Job> after(LiveSession session) {
        return rooms.jobs().find(session.tenant(), Configuration.folder(session.id()));
    }

    /** The newest session of a visit of the record that can be gone on with. */
    public Optional<LiveSession> ofVisit(TenantId tenant, UUID visit) {
        return rows.ofVisit(tenant, visit)
                .filter(session -> !isOver(session) && !session.status().ended() && after(session).isEmpty());
    }

    /**
     * Tells a session to somebody who watches it, on the calling thread, until it ends or they leave: what was said before,
     * and then all that is said, over all streams that come.
     *
     * @param seen how many final captions they have had already
     */
    public void watch(LiveSession session, int seen, LiveListener listener) {
        watches.serve(session, seen, listener);
    }

    Optional<LiveStream> streaming(LiveSession session) {
        return Optional.ofNullable(streams.get(Name.of(session)));
    }

    List<Telling> watching(LiveSession session) {
        return watches.of(Name.of(session));
    }

    LiveRooms rooms() {
        return rooms;
    }

    /** How many streams there are. */
    public int count() {
        return taken.get();
    }

    /**
     * Ends a session: from here on its documents will come. Doing it again changes nothing.
     *
     * @throws LiveException when no job can be taken of it now; the session rests, and housekeeping tries again
     */
    void complete(LiveSession session, Configuration configuration) throws LiveException {
        switch (rooms.jobs().submit(session.tenant(), configuration.job(session.id()))) {
            case Submission.Accepted _, Submission.NameTaken _ -> rows.status(session, Status.COMPLETED);
            case Submission.OverLimit _ -> {
                rows.ending(session);
                throw new LiveException(
                        Kind.LIMIT,
                        "The session can't be completed because a limit of your account is reached. All of it is kept. Start a"
                                + " stream with the same session id later and end the session again; it is also tried again"
                                + " for you.");
            }
            case Submission.NoConsent _ -> throw new IllegalStateException("A session is asked when it begins");
        }
        configuration.visit().ifPresent(visit -> rooms.visits().reached(
                session.tenant(), visit, Visit.State.PROCESSING, session.id().toString()));
    }

    /** Nothing more will be told of a session. */
    void over(LiveSession session) {
        watches.end(Name.of(session), null);
    }

    void released(LiveStream stream) {
        LiveSession session = stream.session();
        if (streams.remove(Name.of(session), stream)) {
            taken.decrementAndGet();
            // Whoever ends the stream may have been interrupted for it; the database must be reached all the same.
            boolean interrupted = Thread.interrupted();
            try {
                rows.status(session, Status.PAUSED);
            } catch (RuntimeException e) {
                LOG.warn("Session {} rests, which could not be noted: {}", session.id(), e.getClass().getName());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** The sound of a session that has ended, while it is kept here; the caller closes it. */
    public Optional<SessionSound> sound(TenantId tenant, UUID id) throws IOException {
        Optional<LiveSession> ended = rows.find(tenant, id).filter(session -> session.status().ended());
        Path file = SessionFolder.log(settings.folder(), tenant, id);
        if (ended.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Configuration configuration = ended.get().configuration();
        int channels = configuration == null ? 1 : configuration.soundChannels();
        return Optional.of(new SessionSound(readLog(ended.get(), channels), channels));
    }

    /** What was said in a session while no stream adds to it. */
    SessionLog readLog(LiveSession session, int channels) throws IOException {
        return SessionLog.read(
                SessionFolder.log(settings.folder(), session.tenant(), session.id()),
                rooms.sealing().of(session.tenant(), session.id()),
                channels);
    }

    UUID home() {
        return folder.home();
    }

    SessionLog openLog(LiveSession session, int channels) throws IOException {
        return SessionLog.open(
                SessionFolder.log(settings.folder(), session.tenant(), session.id()),
                journal,
                rooms.sealing().of(session.tenant(), session.id()),
                channels);
    }

    Listening listening(WordRules rules) {
        return Listening.of(rooms.recognizer(), rooms.stages().wording(), rules);
    }

    /** What streams may do. */
    public LiveSettings settings() {
        return settings;
    }

    SessionRows rows() {
        return rows;
    }

    MediaDecoder decoder() {
        return rooms.decoder();
    }

    LongSupplier nanos() {
        return nanos;
    }

    /** Looks after all streams once; the clockwork does it twice a second. */
    void tick() {
        long now = nanos.getAsLong();
        watches.tick(settings.heartbeat().toNanos());
        for (LiveStream stream : streams.values()) {
            try {
                stream.tick(now);
                if (isOver(stream.session())) {
                    stream.fail(new LiveException(Kind.ENDED, "The session has lived as long as it may."));
                }
            } catch (RuntimeException e) {
                LOG.error("Session {} could not be looked after: {}", stream.sessionId(), e.getClass().getName());
            }
        }
    }

    /** Ends sessions that their clients never ended, and forgets what is no longer needed; done every minute. */
    void sweep() {
        housekeeping.sweep();
    }

    /** Ends all streams; their sessions rest. */
    @Override
    public void close() throws IOException {
        closed = true;
        clockwork.shutdownNow();
        watches.endAll();
        for (LiveStream stream : streams.values()) {
            stream.fail(new LiveException(Kind.UNAVAILABLE, "This server is stopping; go on with the session later."));
        }
        try {
            for (LiveStream stream : streams.values()) {
                var _ = stream.awaitReleased(HANDOVER_SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        journal.close();
        folder.close();
    }

    /** When the moment was, by this room's clock. */
    Instant now() {
        return rows.now();
    }
}
