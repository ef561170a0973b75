package org.chartwright.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.eventstream.FrameException;
import org.chartwright.aws.eventstream.FrameReader;
import org.chartwright.aws.eventstream.FrameWriter;
import org.chartwright.aws.eventstream.SignedEvents;
import org.chartwright.aws.signing.EventChain;
import org.chartwright.aws.signing.SignatureCheck;
import org.chartwright.aws.signing.TestSigner;
import org.chartwright.aws.wire.WireAnswer;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.live.LiveRooms;
import org.chartwright.live.LiveSessions;
import org.chartwright.live.LiveSettings;
import org.chartwright.live.ScriptedEars;
import org.chartwright.live.log.Seal;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.RuleBook;
import org.chartwright.scribing.Stages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The streaming face on real rooms, with scripted ears, a clock that stands until it is moved, and clients in this process. */
public final class LiveHouse implements AutoCloseable {

    public final ApiHouse house = new ApiHouse();
    public final AtomicLong nanos = new AtomicLong();
    /** How far the sessions' clock is ahead of ours. */
    public volatile Duration ahead = Duration.ZERO;

    public final LiveSessions sessions;
    public final StreamFace face;

    public LiveHouse(Path folder, UnaryOperator<LiveSettings> settings) throws IOException {
        sessions = new LiveSessions(settings.apply(LiveSettings.usual(folder, 50)), rooms(), clock(), nanos::get);
        face = new StreamFace(house.api(), house.rooms(), sessions);
    }

    private LiveRooms rooms() {
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
        ScriptedEars ears = new ScriptedEars();
        Stages ours = Stages.of(decoder, ears);
        Stages asHeard = new Stages(ours.sound(), ours.cutter(), ears, ours.voices(), ours.turns(), (turns, _) -> turns,
                ours.reader(), ours.drafter());
        return new LiveRooms(
                house.jdbi(), house.rooms().jobs(), (_, _) -> Seal.NONE, house.seals(), decoder, ears, asHeard, NoteDesk.DEFAULT,
                new RuleBook(house.rooms().vocabularies(), house.rooms().filters()), house.visits(), house.custody());
    }

    /** The sessions of another folder, as after a start; the caller closes them. */
    public LiveSessions another(Path folder) throws IOException {
        return new LiveSessions(LiveSettings.usual(folder, 50), rooms(), clock(), nanos::get);
    }

    /** Puts there what a kill would leave of the sessions here: the files as they are, while all goes on. */
    public static void asKilled(Path sessions, Path there) throws IOException {
        try (Stream<Path> files = Files.walk(sessions)) {
            for (Path file : files.toList()) {
                Path target = there.resolve(sessions.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private Clock clock() {
        return ((InstantSource) () -> Instant.now().plus(ahead)).withZone(ZoneOffset.UTC);
    }

    /** A client that signs as it should, unless told otherwise. */
    public final class Talker {

        private final ApiHouse.Client client;
        private final PipedOutputStream out = new PipedOutputStream();
        private final ByteArrayOutputStream in = new ByteArrayOutputStream();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<WireAnswer> refused = new CompletableFuture<>();
        private final Thread server;
        private final SignedEvents envelopes;
        public Map<String, String> answer = Map.of();
        public Instant time = Instant.now();

        Talker(ApiHouse.Client client, Map<String, String> changes) throws IOException {
            this.client = client;
            Map<String, String> headers = new HashMap<>(Map.of(
                    "x-amzn-transcribe-language-code", "en-US",
                    "x-amzn-transcribe-sample-rate", "16000",
                    "x-amzn-transcribe-media-encoding", "pcm"));
            headers.putAll(changes);
            headers.values().removeIf(String::isEmpty);
            WireRequest head = new TestSigner(client.key().id(), client.key().secret())
                    .signEvents(Instant.now(), "/medical-scribe-stream", headers);
            String authorization = head.first("authorization").orElseThrow();
            String signature = authorization.substring(authorization.lastIndexOf('=') + 1);
            envelopes = new SignedEvents(new EventChain(
                    client.key().secret(),
                    new SignatureCheck.Verified(client.key().id(), "us-east-1", signature, Instant.now()),
                    Clock.systemUTC()));
            PipedInputStream body = new PipedInputStream(out, 1 << 16);
            server = Thread.ofPlatform().start(() -> serve(head, body));
        }

        private void serve(WireRequest head, InputStream body) {
            // Closed when nobody reads any more, so that whoever still writes is told.
            try (body) {
                face.serve(head, new StreamFace.Exchange() {
                    @Override
                    public InputStream body() {
                        return body;
                    }

                    @Override
                    public OutputStream begin(int status, Map<String, String> headers) {
                        answer = headers;
                        begun.countDown();
                        return new OutputStream() {
                            @Override
                            public void write(int b) {
                                write(new byte[] {(byte) b}, 0, 1);
                            }

                            @Override
                            public void write(byte[] bytes, int from, int count) {
                                synchronized (in) {
                                    in.write(bytes, from, count);
                                    in.notifyAll();
                                }
                            }
                        };
                    }

                    @Override
                    public void answer(WireAnswer whole) {
                        refused.complete(whole);
                        begun.countDown();
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Talker awaitHead() throws InterruptedException {
            if (!begun.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("No head came");
            }
            return this;
        }

        public ApiHouse.Answer refusal() throws Exception {
            return new ApiHouse.Answer(refused.get(60, TimeUnit.SECONDS));
        }

        public String session() throws InterruptedException {
            awaitHead();
            return answer.get("x-amzn-transcribe-session-id");
        }

        public Talker raw(byte[] bytes) throws IOException {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                // The server has stopped reading; what it said is in its answer.
            }
            return this;
        }

        public Talker sealed(byte[] event) throws IOException {
            return raw(envelopes.seal(event, time));
        }

        public Talker event(String type, byte[] payload) throws IOException {
            return sealed(FrameWriter.encode(EventMessage.ofTexts(
                    Map.of(":message-type", "event", ":event-type", type), payload)));
        }

        public Talker configure() throws IOException {
            return configure(configuration());
        }

        public Talker configure(JsonNode configuration) throws IOException {
            return event("ConfigurationEvent", configuration.toString().getBytes(StandardCharsets.UTF_8));
        }

        public Talker sound(short[] samples) throws IOException {
            for (int at = 0; at < samples.length; at += 3200) {
                int count = Math.min(3200, samples.length - at);
                byte[] bytes = new byte[2 * count];
                for (int i = 0; i < count; i++) {
                    bytes[2 * i] = (byte) samples[at + i];
                    bytes[2 * i + 1] = (byte) (samples[at + i] >> 8);
                }
                event("AudioEvent", bytes);
            }
            return this;
        }

        public Talker endSession() throws IOException {
            return event("SessionControlEvent", "{\"Type\":\"END_OF_SESSION\"}".getBytes(StandardCharsets.UTF_8));
        }

        /** Ends the input as a client does that wants to. */
        public Talker end() throws IOException {
            sealed(new byte[0]);
            out.close();
            return this;
        }

        /** Vanishes. */
        public Talker vanish() throws IOException {
            out.close();
            return this;
        }

        public boolean endsWithin(long millis) throws InterruptedException {
            server.join(millis);
            return !server.isAlive();
        }

        public Talker awaitEnd() throws InterruptedException {
            server.join(60_000);
            if (server.isAlive()) {
                throw new AssertionError("The stream does not end");
            }
            return this;
        }

        /** What the server told so far. */
        public List<EventMessage> told() throws IOException {
            byte[] bytes;
            synchronized (in) {
                bytes = in.toByteArray();
            }
            List<EventMessage> told = new ArrayList<>();
            FrameReader frames = new FrameReader(new ByteArrayInputStream(bytes), 1 << 20);
            try {
                EventMessage next = frames.next();
                while (next != null) {
                    told.add(next);
                    next = frames.next();
                }
            } catch (FrameException e) {
                throw new IOException(e);
            }
            return told;
        }

        public List<JsonNode> captions() throws IOException {
            return told().stream()
                    .filter(event -> event.text(":event-type").orElse("").equals("TranscriptEvent"))
                    .map(event -> ApiHouse.JSON.readTree(event.payload()).path("TranscriptSegment"))
                    .filter(JsonNode::isObject)
                    .toList();
        }

        public List<JsonNode> finals() throws IOException {
            return captions().stream().filter(caption -> !caption.path("IsPartial").booleanValue()).toList();
        }

        /** Waits until that many final captions came. */
        public Talker awaitFinals(int count) throws IOException, InterruptedException {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            synchronized (in) {
                while (finals().size() < count) {
                    if (System.nanoTime() > limit) {
                        throw new AssertionError("Only " + finals().size() + " captions came");
                    }
                    in.wait(200);
                }
            }
            return this;
        }

        /** The name of the exception that ended the stream. */
        public String exception() throws IOException, InterruptedException {
            awaitEnd();
            List<EventMessage> told = told();
            return told.isEmpty() ? "" : told.getLast().text(":exception-type").orElse("");
        }

        public String reason() throws IOException {
            return ApiHouse.JSON.readTree(told().getLast().payload()).path("Message").asString("");
        }

        public JsonNode details() throws Exception {
            return LiveHouse.this.details(client, session());
        }
    }

    public Talker talk(ApiHouse.Client client) throws IOException {
        return new Talker(client, Map.of());
    }

    public Talker talk(ApiHouse.Client client, Map<String, String> headers) throws IOException {
        return new Talker(client, headers);
    }

    public Talker resume(ApiHouse.Client client, String session) throws IOException {
        return new Talker(client, Map.of("x-amzn-transcribe-session-id", session));
    }

    /** What GetMedicalScribeStream says. */
    public JsonNode details(ApiHouse.Client client, String session) throws Exception {
        WireRequest request = new TestSigner(client.key().id(), client.key().secret())
                .sign(Instant.now(), "GET", "/medical-scribe-stream/" + session, Map.of(), new byte[0]);
        CompletableFuture<WireAnswer> answer = new CompletableFuture<>();
        face.serve(request, new StreamFace.Exchange() {
            @Override
            public InputStream body() {
                return InputStream.nullInputStream();
            }

            @Override
            public OutputStream begin(int status, Map<String, String> headers) {
                throw new AssertionError("Not a stream");
            }

            @Override
            public void answer(WireAnswer whole) {
                answer.complete(whole);
            }
        });
        JsonNode body = new ApiHouse.Answer(answer.join()).body();
        return body.path("MedicalScribeStreamDetails").isObject() ? body.path("MedicalScribeStreamDetails") : body;
    }

    public static ObjectNode configuration() {
        ObjectNode configuration = ApiHouse.JSON.createObjectNode();
        configuration.put("ResourceAccessRoleArn", ApiHouse.ROLE);
        configuration.putObject("PostStreamAnalyticsSettings")
                .putObject("ClinicalNoteGenerationSettings")
                .put("OutputBucketName", "notes-bucket");
        return configuration;
    }

    @Override
    public void close() throws IOException {
        sessions.close();
        house.close();
    }
}
