package org.chartwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.custody.Custody;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.PlainTexts;
import org.chartwright.live.LiveRooms;
import org.chartwright.live.LiveSessions;
import org.chartwright.live.LiveSettings;
import org.chartwright.live.Remembering;
import org.chartwright.live.Sealing;
import org.chartwright.scribing.RuleBook;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.Stages;
import org.chartwright.scribing.StreamedVisits;
import org.chartwright.speech.LiveRecognizer;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizers;
import org.chartwright.workspace.StreamedSound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live room as configured.
 *
 * @param sessions what streams are served with
 * @param recognizer listens to them
 */
record LiveRoom(LiveSessions sessions, LiveRecognizer recognizer) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoom.class);

    private static Path folder(ServerConfig config) {
        return config.data().resolve("live");
    }

    /** Opens it; streams have recognisers of their own, so that jobs do not make them wait. */
    static LiveRoom open(ServerConfig config, Database database, Scribing scribing, KeyRoom keys, Clock clock) {
        int plain = LiveSessions.sealPlain(new PlainTexts(database, keys.seals()));
        if (plain > 0) {
            LOG.info("Sealed what the clients of {} sessions had said and an older version had kept in the clear", plain);
        }
        LiveSettings settings = settings(config);
        int processors = Runtime.getRuntime().availableProcessors();
        int named = config.settings().number(Setting.LIVE_RECOGNISERS, 0, 256);
        int recognisers = named == 0 ? Math.min(processors, settings.streams()) : named;
        LiveRecognizer recognizer;
        try {
            recognizer = Recognizers.openForStreams(
                    SpeechSettings.ofStreams(config.settings()).withParallelism(recognisers));
        } catch (RecognitionException e) {
            throw new ConfigException(e.getMessage() + " (" + Setting.LIVE_ENGINE.key() + ").");
        }
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
        Stages stages = Stages.of(decoder, recognizer);
        LiveRooms rooms = new LiveRooms(
                database.jdbi(), scribing.jobs(), sealing(config, keys), keys.seals(), decoder, recognizer, stages, scribing.desk(),
                new RuleBook(scribing.vocabularies(), scribing.filters()), scribing.visits(),
                Custody.of(database.jdbi(), keys.seals(), clock));
        try {
            return new LiveRoom(new LiveSessions(settings, rooms, clock, System::nanoTime), recognizer);
        } catch (IOException e) {
            recognizer.close();
            throw new ConfigException("Streams cannot be kept in " + settings.folder() + ". " + e.getMessage());
        }
    }

    /** What was streamed, for the jobs that follow. */
    static StreamedVisits streamed(ServerConfig config, KeyRoom keys, Stages stages) {
        return new Remembering(folder(config), sealing(config, keys), stages);
    }

    private static Sealing sealing(ServerConfig config, KeyRoom keys) {
        return Sealing.with(keys, folder(config), new SecureRandom());
    }

    private static LiveSettings settings(ServerConfig config) {
        Settings settings = config.settings();
        int streams = settings.number(Setting.LIVE_STREAMS, 0, 100_000);
        LiveSettings usual = LiveSettings.usual(
                folder(config), streams == 0 ? Runtime.getRuntime().availableProcessors() : streams);
        return new LiveSettings(
                usual.folder(),
                usual.streams(),
                Duration.ofSeconds(settings.number(Setting.LIVE_IDLE, 1, 3600)),
                Duration.ofMinutes(settings.number(Setting.LIVE_SOUND, 1, 6000)),
                Duration.ofMinutes(settings.number(Setting.LIVE_LIFE, 1, 60_000)),
                usual.heartbeat());
    }

    @Override
    public void close() throws IOException {
        try {
            sessions.close();
        } finally {
            recognizer.close();
        }
    }

    /** The sound of a session that has ended, for whoever reviews its visit. */
    Optional<StreamedSound.Sound> sound(TenantId tenant, UUID session) throws IOException {
        return sessions.sound(tenant, session).map(sound -> new StreamedSound.Sound() {
            @Override
            public int channels() {
                return sound.channels();
            }

            @Override
            public long frames() {
                return sound.frames();
            }

            @Override
            public short[] read(long fromFrame, int count) throws IOException {
                return sound.read(fromFrame, count);
            }

            @Override
            public void close() throws IOException {
                sound.close();
            }
        });
    }
}
