package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chartwright.access.TenantId;
import org.chartwright.audio.Signals;
import org.chartwright.audit.AuditLog;
import org.chartwright.aws.ApiHouse;
import org.chartwright.aws.LiveHouse;
import org.chartwright.aws.ProgramDoor;
import org.chartwright.aws.signing.Presigner;
import org.chartwright.aws.signing.SigningCredential;
import org.chartwright.bedside.Bedside;
import org.chartwright.chart.Patient;
import org.chartwright.chart.PersonName;
import org.chartwright.chart.Visit;
import org.chartwright.live.LiveSession;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.scribing.RuleBook;
import org.jspecify.annotations.Nullable;
import org.chartwright.workspace.BrokenGlass;
import org.chartwright.workspace.VisitSight;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The live API over real sockets, with scripted ears. */
final class BedsideTest {

    private static final short[] TALK = Signals.join(
            Signals.silence(0.6), Signals.voice(1.5, 3000, 1), Signals.silence(1), Signals.voice(1, 3000, 2), Signals.silence(1));

    @TempDir
    private static Path folder;

    private static LiveHouse live;
    private static ApiHouse.Client client;
    private static HttpFront front;
    private static PersonSessions people;
    private static String cookie;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        live = new LiveHouse(folder, settings -> settings);
        client = live.house.client("bedside");
        people = new PersonSessions(live.house.jdbi(), Clock.systemUTC(), new SecureRandom());
        cookie = "__Host-chartwright=" + people.begin(person("ada", Person.Role.CLINICIAN));
        BedsideDoor door = new BedsideDoor(
                new Bedside(
                        live.sessions,
                        live.house.rooms().jobs(),
                        new RuleBook(live.house.rooms().vocabularies(), live.house.rooms().filters()),
                        live.house.visits()),
                new Callers(
                        people,
                        new ProgramDoor(live.house.api(), live.house.rooms()),
                        new VisitSight(VisitSight.Rule.OWN, live.house.chart(), new BrokenGlass(
                                live.house.jdbi(), live.house.seals(), Clock.systemUTC())),
                        new AuditLog(live.house.jdbi(), Clock.systemUTC()),
                        Clock.systemUTC()),
                live.face,
                URI.create("https://scribe.example"));
        front = HttpFront.open(
                new ServerConfig.Http("127.0.0.1", 0, 400, Duration.ofSeconds(5)),
                null,
                new FrontServlet(live.house.api(), live.face, (_, response) -> response.setStatus(299), new Health(), door,
                        (_, _, _, _) -> {}),
                Map.of(BedsideDoor.OF_PEOPLE + "/*", door.ofPeople()),
                door::addTo);
    }

    @AfterAll
    static void close() throws Exception {
        front.close();
        live.close();
        HTTP.close();
    }

    private static Person person(String account, Person.Role role) {
        return person(client.tenant(), account, role);
    }

    private static Person person(TenantId tenant, String account, Person.Role role) {
        Person person = new Person(UUID.randomUUID(), tenant, account, account, role, true);
        live.house.sql("insert into person (tenant_id, account, id, name, role, enabled, created_at) values (?, ?, ?, ?, ?, true, now())",
                tenant.value(), account, person.id(), account, role.name());
        return person;
    }

    private static UUID visit() {
        TenantId tenant = client.tenant();
        UUID patient = live.house.chart().add(tenant, "ada", new Patient(
                List.of(), new PersonName("Doe", List.of("Jo")), null, Patient.Gender.UNKNOWN, true)).id();
        return live.house.chart().add(tenant, "ada", new Visit(
                patient, null, Visit.State.RECORDING, Instant.parse("2026-03-04T10:15:00Z"), null, "", List.of(), Visit.Plan.NONE)).id();
    }

    private static Visit.State state(UUID visit) {
        return live.house.chart().find(client.tenant(), Visit.class, visit).orElseThrow().entry().state();
    }

    private static byte[] bytes(short[] samples) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }

    /** A browser's page, more or less. */
    private static final class PageSocket implements WebSocket.Listener {

        private final List<JsonNode> told = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;
        private int closed;

        static PageSocket connect(String path, @Nullable String origin, String cookies) {
            WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(30));
            if (origin != null) {
                builder.header("Origin", origin);
            }
            if (!cookies.isEmpty()) {
                builder.header("Cookie", cookies);
            }
            PageSocket page = new PageSocket();
            page.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + front.port() + path), page).join();
            return page;
        }

        static PageSocket connect() {
            return connect("/app/live", "http://127.0.0.1:" + front.port(), cookie);
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                told.add(ApiHouse.JSON.readTree(text.toString()));
                text.setLength(0);
                notifyAll();
            }
            from.request(1);
            return null;
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = code;
            notifyAll();
            return null;
        }

        @Override
        public synchronized void onError(WebSocket from, Throwable error) {
            closed = 1006;
            notifyAll();
        }

        PageSocket say(String message) {
            socket.sendText(message.replace('\'', '"'), true).join();
            return this;
        }

        PageSocket begin(UUID visit) throws InterruptedException {
            say("{'type': 'open', 'visit': '" + visit + "', 'language': 'en-US', 'channels': 1, 'encoding': 'pcm',"
                    + " 'sampleRate': 16000}");
            await(one -> type(one, "opened"));
            return this;
        }

        PageSocket sound(byte[] all, int from, int to) {
            for (int at = from; at < to; at += 6400) {
                int count = Math.min(6400, to - at);
                ByteBuffer message = ByteBuffer.allocate(8 + count).putLong(at).put(all, at, count).flip();
                socket.sendBinary(message, true).join();
            }
            return this;
        }

        synchronized JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (true) {
                for (JsonNode one : told) {
                    if (wanted.test(one)) {
                        return one;
                    }
                }
                assertThat(System.nanoTime()).as("told so far: %s, closed %d", types(), closed).isLessThan(until);
                assertThat(closed).as("told so far: %s", types()).isZero();
                wait(1000);
            }
        }

        private List<String> types() {
            return told.stream().map(one -> one.path("type").asString("") + one.path("code").asString("")).toList();
        }

        synchronized int awaitClosed() throws InterruptedException {
            while (closed == 0) {
                wait(1000);
            }
            return closed;
        }

        JsonNode awaitKept(long to) throws InterruptedException {
            return await(one -> type(one, "kept") && one.path("to").longValue() >= to);
        }

        synchronized List<JsonNode> finals() {
            return told.stream().filter(one -> type(one, "caption") && one.path("final").booleanValue()).toList();
        }

        /** As when a laptop is shut. */
        void vanish() {
            socket.abort();
        }
    }

    private static boolean type(JsonNode message, String type) {
        return message.path("type").asString("").equals(type);
    }

    @Test
    void aVisitIsStreamedReloadedPausedAndEndedWithoutLosingAnything() throws Exception {
        UUID visit = visit();
        byte[] talk = bytes(TALK);
        PageSocket first = PageSocket.connect().begin(visit).sound(talk, 0, talk.length);
        assertThat(state(visit)).isEqualTo(Visit.State.RECORDING);
        first.awaitKept(talk.length);
        JsonNode caption = first.await(one -> type(one, "caption") && one.path("final").booleanValue());
        assertThat(caption.path("words").get(0).path("confidence").doubleValue()).isEqualTo(0.9);
        assertThat(caption.path("begin").longValue()).isBetween(300L, 700L);
        JsonNode level = first.await(one -> type(one, "level"));
        assertThat(level.path("channels").get(0).path("rms").doubleValue()).isLessThan(0);
        JsonNode understood = first.await(one -> type(one, "understood"));
        assertThat(understood.path("segments").get(0).path("role").stringValue()).isIn("CLINICIAN", "PATIENT");
        JsonNode note = first.await(one -> type(one, "note"));
        assertThat(note.path("whole").booleanValue()).isTrue();
        assertThat(note.path("template").stringValue()).isEqualTo("HISTORY_AND_PHYSICAL");
        String session = first.await(one -> type(one, "opened")).path("session").stringValue();
        first.vanish();

        // A page that was reloaded knows the visit only, and sends again what it was told is kept.
        PageSocket second = PageSocket.connect().begin(visit);
        JsonNode opened = second.await(one -> type(one, "opened"));
        assertThat(opened.path("session").stringValue()).isEqualTo(session);
        assertThat(opened.path("channels").intValue()).isOne();
        assertThat(opened.path("resumed").booleanValue()).isTrue();
        assertThat(opened.path("kept").longValue()).isEqualTo(talk.length);
        second.await(one -> one.path("id").equals(caption.path("id")));
        byte[] twice = Stream.of(talk, talk).reduce(BedsideTest::join).orElseThrow();
        second.sound(twice, talk.length - 12_800, twice.length);
        second.awaitKept(twice.length);
        second.say("{'type': 'pause'}").await(one -> type(one, "paused"));
        live.nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
        second.await(one -> type(one, "beat"));
        second.say("{'type': 'resume'}").await(one -> type(one, "resumed"));
        byte[] thrice = join(twice, talk);
        second.sound(thrice, twice.length, thrice.length);
        second.say("{'type': 'end', 'to': " + thrice.length + "}").await(one -> type(one, "ended"));
        assertThat(second.awaitClosed()).isEqualTo(1000);
        assertThat(second.finals()).extracting(one -> one.path("id").stringValue()).doesNotHaveDuplicates().hasSizeGreaterThan(4);
        LiveSession ended = live.sessions.find(client.tenant(), UUID.fromString(session)).orElseThrow();
        assertThat(ended.status()).isEqualTo(LiveSession.Status.COMPLETED);
        assertThat(live.sessions.after(ended).orElseThrow().request().tags()).containsEntry("chartwright:visit", visit.toString());
        assertThat(state(visit)).isEqualTo(Visit.State.PROCESSING);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    @Test
    void aSecondTabTakesOverAndTheFirstIsToldSo() throws Exception {
        UUID visit = visit();
        PageSocket first = PageSocket.connect().begin(visit);
        PageSocket second = PageSocket.connect().begin(visit);
        assertThat(first.awaitClosed()).isEqualTo(4409);
        second.vanish();
    }

    @Test
    void whatIsMissingIsAskedForAndWhatIsLostBecomesSilence() throws Exception {
        UUID visit = visit();
        byte[] talk = bytes(TALK);
        PageSocket gap = PageSocket.connect().begin(visit).sound(talk, 6400, 12_800);
        assertThat(gap.awaitClosed()).isEqualTo(4400);
        assertThat(gap.told.getLast().path("code").stringValue()).isEqualTo("gap");
        assertThat(gap.told.getLast().path("received").longValue()).isZero();
        PageSocket later = PageSocket.connect();
        later.say("{'type': 'open', 'visit': '" + visit + "', 'resumeFrom': 64000}");
        JsonNode opened = later.await(one -> type(one, "opened"));
        assertThat(opened.path("kept").longValue()).isEqualTo(64_000);
        assertThat(opened.path("lost").path("to").longValue()).isEqualTo(64_000);
        later.vanish();
    }

    @Test
    void watchersSeeWhatIsSaidAndOnlyThat() throws Exception {
        UUID visit = visit();
        byte[] talk = bytes(TALK);
        PageSocket page = PageSocket.connect().begin(visit).sound(talk, 0, talk.length);
        String session = page.await(one -> type(one, "opened")).path("session").stringValue();
        page.await(one -> type(one, "caption") && one.path("final").booleanValue());
        URI events = URI.create("http://127.0.0.1:" + front.port() + "/app/live/" + session + "/events");
        assertThat(HTTP.send(HttpRequest.newBuilder(events).build(), HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
        HttpResponse<Stream<String>> watching = HTTP.send(
                HttpRequest.newBuilder(events).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(watching.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        page.say("{'type': 'end', 'to': " + talk.length + "}");
        List<String> lines = watching.body().toList();
        assertThat(lines).contains("event: opened", "event: caption", "event: note", "event: ended");
        assertThat(lines.stream().filter(line -> line.startsWith("data: {\"type\":\"caption\"") && line.contains("\"final\":true")))
                .hasSize(2);
        page.awaitClosed();
        assertThat(HTTP.send(
                        HttpRequest.newBuilder(events).header("Cookie", cookie).build(),
                        HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void anotherTenantsVisitsAndSessionsAreAnsweredLikeNone() throws Exception {
        UUID visit = visit();
        PageSocket own = PageSocket.connect().begin(visit).sound(bytes(TALK), 0, 2 * TALK.length);
        String session = own.await(one -> type(one, "opened")).path("session").stringValue();
        own.await(one -> type(one, "caption"));
        ApiHouse.Client other = live.house.client("bedside-other");
        String theirs = "__Host-chartwright=" + people.begin(person(other.tenant(), "olga", Person.Role.CLINICIAN));
        String absent = UUID.randomUUID().toString();
        for (String member : List.of("visit", "session")) {
            String there = member.equals("visit") ? visit.toString() : session;
            assertThat(refusal(theirs, member, there)).as(member).isEqualTo(refusal(theirs, member, absent)).contains("not-found");
        }
        for (String id : List.of(session, absent)) {
            URI events = URI.create("http://127.0.0.1:" + front.port() + "/app/live/" + id + "/events");
            assertThat(HTTP.send(HttpRequest.newBuilder(events).header("Cookie", theirs).build(),
                            HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
        }
        own.vanish();
    }

    private static String refusal(String cookies, String member, String id) throws Exception {
        PageSocket page = PageSocket.connect("/app/live", "http://127.0.0.1:" + front.port(), cookies);
        page.say("{'type': 'open', '" + member + "': '" + id + "'}");
        int closed = page.awaitClosed();
        return closed + " " + page.told.toString().replace(id, "NAME");
    }

    @Test
    void onlyItsOwnPagesAndThoseWhoMaySeeNotesGetASocket() {
        String own = "http://127.0.0.1:" + front.port();
        assertThat(handshake("/app/live", "http://evil.example", cookie)).isEqualTo(403);
        assertThat(handshake("/app/live", "http://scribe.example", cookie)).isEqualTo(403);
        PageSocket.connect("/app/live", "https://scribe.example", cookie).socket.abort();
        assertThat(handshake("/app/live", null, cookie)).isEqualTo(403);
        assertThat(handshake("/app/live", own, "")).isEqualTo(401);
        assertThat(handshake("/app/live", own, "__Host-chartwright=nonsense")).isEqualTo(401);
        String auditor = people.begin(person("otto", Person.Role.AUDITOR));
        assertThat(handshake("/app/live", own, "__Host-chartwright=" + auditor)).isEqualTo(403);
        assertThat(handshake("/live", null, "")).isEqualTo(401);
    }

    private static int handshake(String path, @Nullable String origin, String cookies) {
        Throwable refused = catchThrowable(() -> PageSocket.connect(path, origin, cookies));
        assertThat(refused).isInstanceOf(CompletionException.class);
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    @Test
    void aProgramStreamsByAPresignedAddress() throws Exception {
        URI signed = new Presigner(Clock.systemUTC(), "us-east-1").get(
                URI.create("http://127.0.0.1:" + front.port()), "/live", client.key().id(),
                new SigningCredential(client.key().secret(), null, null), Duration.ofMinutes(1));
        String address = signed.getRawPath() + "?" + signed.getRawQuery();
        PageSocket program = PageSocket.connect(address, null, "");
        program.say("{'type': 'open', 'channels': 1, 'bucket': 'notes-bucket', 'role': '" + ApiHouse.ROLE + "'}");
        program.await(one -> type(one, "opened"));
        byte[] talk = bytes(TALK);
        program.sound(talk, 0, talk.length).say("{'type': 'end', 'to': " + talk.length + "}");
        program.await(one -> type(one, "ended"));
        assertThat(handshake(address.replace("X-Amz-Date=20", "X-Amz-Date=19"), null, "")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nonsense | invalid",
        "{'type': 'dance'} | invalid",
        "{'type': 'pause'} | invalid",
        "{'type': 'open'} | invalid",
        "{'type': 'open', 'visit': '00000000-0000-4000-8000-000000000000'} | not-found",
        "{'type': 'open', 'session': '00000000-0000-4000-8000-000000000000'} | not-found",
        "{'type': 'open', 'visit': 'VISIT', 'sampleRate': 8000} | invalid",
        "{'type': 'open', 'visit': 'VISIT', 'channels': 2} | invalid",
        "{'type': 'open', 'visit': 'VISIT', 'template': 'SONNET'} | invalid",
        "{'type': 'open', 'visit': 'VISIT', 'specialty': 'astrology'} | invalid",
        "{'type': 'open', 'visit': 'VISIT', 'vocabulary': 'nowhere'} | invalid",
        "{'type': 'open', 'visit': 'VISIT', 'bucket': 'notes-bucket'} | forbidden"})
    void whatIsNotSaidRightlyIsRefusedInWords(String message, String code) throws Exception {
        PageSocket page = PageSocket.connect();
        page.socket.sendText(message.replace('\'', '"').replace("VISIT", visit().toString()), true).join();
        assertThat(page.awaitClosed()).isGreaterThanOrEqualTo(4400);
        assertThat(page.told.getLast().path("code").stringValue()).isEqualTo(code);
        assertThat(page.told.getLast().path("message").stringValue()).isNotBlank();
    }
}
