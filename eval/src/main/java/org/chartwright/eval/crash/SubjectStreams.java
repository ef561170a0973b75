package org.chartwright.eval.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.custody.Custody;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.live.Caption;
import org.chartwright.live.Configuration;
import org.chartwright.live.Encoding;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveListener;
import org.chartwright.live.LiveRooms;
import org.chartwright.live.LiveSessions;
import org.chartwright.live.LiveSettings;
import org.chartwright.live.LiveStream;
import org.chartwright.live.Opening;
import org.chartwright.live.Remembering;
import org.chartwright.live.Sealing;
import org.chartwright.scribing.RuleBook;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.Stages;
import org.chartwright.scribing.StreamedVisits;
import org.jspecify.annotations.Nullable;

/**
 * The real live room of the process that is killed, behind lines of text: {@code open}, {@code sound} and {@code end}, each
 * with its session and its client's attempt. What it answers is what a client of the live faces is told. One thread calls; each session has another.
 */
final class SubjectStreams implements AutoCloseable {

    private static final Configuration CONFIGURATION = new Configuration(
            "arn:aws:iam::123456789012:role/scribe", "out", null, null, null, null, List.of(), null, Map.of(), null, null);

    private static final Duration LONG = Duration.ofHours(1);

    private final LiveSessions sessions;
    private final StreamedVisits visits;
    private final TenantId tenant;
    private final Consumer<String> say;
    private final Map<UUID, Open> streams = new ConcurrentHashMap<>();
    private final Map<UUID, ExecutorService> threads = new ConcurrentHashMap<>();

    private record Open(int attempt, LiveStream stream, Told told) {}

    SubjectStreams(Path data, Database database, Scribing scribing, KeyRoom keys, TenantId tenant, Consumer<String> say)
            throws IOException {
        this.tenant = tenant;
        this.say = say;
        Path folder = data.resolve("live");
        Sealing sealing = Sealing.with(keys, folder, new SecureRandom());
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
        SlotEars ears = new SlotEars();
        Stages ours = Stages.of(decoder, ears);
        Stages asHeard = new Stages(ours.sound(), ours.cutter(), ears, ours.voices(), ours.turns(), (turns, _) -> turns,
                ours.reader(), ours.drafter());
        LiveRooms rooms = new LiveRooms(
                database.jdbi(), scribing.jobs(), sealing, keys.seals(), decoder, ears, asHeard, scribing.desk(),
                new RuleBook(scribing.vocabularies(), scribing.filters()), scribing.visits(),
                Custody.of(database.jdbi(), keys.seals(), Clock.systemUTC()));
        LiveSettings usual = LiveSettings.usual(folder, 50);
        this.sessions = new LiveSessions(
                new LiveSettings(folder, usual.streams(), LONG, usual.sound(), usual.life(), LONG), rooms,
                Clock.systemUTC(), System::nanoTime);
        this.visits = new Remembering(folder, sealing, asHeard);
    }

    /** What was heard, for the jobs that follow. */
    StreamedVisits visits() {
        return visits;
    }

    /** Does what a line says, some time. */
    void take(String line) {
        String[] words = line.split(" ", -1);
        UUID session = UUID.fromString(words[1]);
        int attempt = Integer.parseInt(words[2]);
        threads.computeIfAbsent(session, _ -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())).execute(() -> {
            try {
                switch (words[0]) {
                    case "open" -> open(session, attempt);
                    case "sound" -> sound(session, attempt, Base64.getDecoder().decode(words[3]));
                    case "end" -> end(session, attempt);
                    default -> throw new IllegalArgumentException(words[0]);
                }
            } catch (LiveException e) {
                refuse(session, attempt, e.kind());
            } catch (InterruptedException | IOException | RuntimeException e) {
                refuse(session, attempt, LiveException.Kind.INTERNAL);
            }
        });
    }

    private void refuse(UUID session, int attempt, LiveException.Kind why) {
        streams.computeIfPresent(session, (_, open) -> open.attempt == attempt ? null : open);
        say.accept((why == LiveException.Kind.ENDED ? "over " : "cut ") + session + " " + attempt);
    }

    private void open(UUID session, int attempt) throws LiveException, IOException, InterruptedException {
        Told told = new Told(session, attempt);
        LiveStream stream = sessions.open(tenant, new Opening(session, 16_000, Encoding.PCM), told);
        stream.configure(CONFIGURATION, WordRules.NONE);
        streams.put(session, new Open(attempt, stream, told));
        say.accept("open " + session + " " + attempt + " " + stream.frames());
    }

    private void sound(UUID session, int attempt, byte[] bytes) throws LiveException, IOException, InterruptedException {
        Open open = streams.get(session);
        if (open != null && open.attempt == attempt) {
            open.stream.sound(bytes);
            say.accept("safe " + session + " " + attempt + " " + open.stream.secure());
        }
    }

    private void end(UUID session, int attempt) throws LiveException, InterruptedException {
        Open open = streams.get(session);
        if (open != null && open.attempt == attempt) {
            streams.remove(session);
            open.stream.endSession();
            open.stream.finish();
            boolean ended = sessions.find(tenant, session).flatMap(sessions::after).isPresent();
            if (ended && !open.told.failed) {
                say.accept("over " + session + " " + attempt);
            } else {
                refuse(session, attempt, LiveException.Kind.INTERNAL);
            }
        }
    }

    @Override
    public void close() throws IOException {
        sessions.close();
        threads.values().forEach(ExecutorService::close);
    }

    private final class Told implements LiveListener {

        private final UUID session;
        private final int attempt;
        private volatile boolean failed;

        Told(UUID session, int attempt) {
            this.session = session;
            this.attempt = attempt;
        }

        @Override
        public void caption(Caption caption) {
            if (!caption.isPartial() && !caption.words().isEmpty()) {
                say.accept("said " + session + " " + attempt + " " + caption.time().endMillis() + " " + caption.words().stream()
                        .map(word -> word.time().startMillis() + "=" + word.text())
                        .collect(Collectors.joining(" ")));
            }
        }

        @Override
        public void heartbeat() {}

        @Override
        public void ended(@Nullable LiveException why) {
            failed = why != null;
            Optional.ofNullable(why).ifPresent(reason -> refuse(session, attempt, reason.kind()));
        }

        @Override
        public void abort() {}
    }
}
