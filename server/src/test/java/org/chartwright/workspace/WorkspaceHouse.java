package org.chartwright.workspace;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.chartwright.access.Secrets;
import org.chartwright.access.StoredCredentials;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.TestKeys;
import org.chartwright.metering.Price;
import org.chartwright.metering.Quotas;
import org.chartwright.note.custom.TemplateFolder;
import org.chartwright.objects.EmbeddedS3;
import org.chartwright.objects.ObjectKeys;
import org.chartwright.objects.ObjectRecord;
import org.chartwright.objects.ObjectStore;
import org.chartwright.people.Invitations;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.people.Ways;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.Scribing;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The face for people, over HTTP, on a real database; the test moves the clock. */
final class WorkspaceHouse implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String PASSWORD = "correct horse battery";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T09:00:00Z"));
    final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    final Database database = TestDatabase.fresh();
    final KeyRoom keys = TestKeys.of(database);
    final SecureRandom luck = new SecureRandom();
    final Scribing scribing;
    final ObjectStore objects;
    StreamedSound.Sound streamed;
    final TenantId clinic;
    final TenantId other;
    final List<Route> routes;
    private final Server server = new Server(0);
    final String address;

    /** How people may sign in, by the clock and the address of the house. */
    @FunctionalInterface
    interface Doors {
        Ways of(Clock clock, Supplier<URI> address);
    }

    WorkspaceHouse(Path folder) throws Exception {
        this(folder, (_, address) -> new Ways(true, address, Optional.empty(), List.of()));
    }

    WorkspaceHouse(Path folder, Doors doors) throws Exception {
        this(folder, doors, VisitSight.Rule.ALL);
    }

    WorkspaceHouse(Path folder, Doors doors, VisitSight.Rule sight) throws Exception {
        Secrets secrets = new Secrets(keys.seals());
        NoteDesk usual = NoteDesk.DEFAULT;
        NoteDesk desk = new NoteDesk(
                usual.usual(), TemplateFolder.of(folder.resolve("templates")), usual.papers(), usual.engines());
        scribing = new Scribing(database, keys, clock, new Quotas(Quotas.Limits.NONE, clock), desk);
        objects = new EmbeddedS3(
                        folder.resolve("objects"),
                        new StoredCredentials(database.jdbi(), clock, System::nanoTime, secrets),
                        new ObjectKeys(keys.seals(), keys::destroy, keys.named()),
                        ObjectRecord.NONE,
                        clock)
                .store();
        Tenants tenants = new Tenants(database.jdbi(), clock, luck);
        tenants.add(Tenants.DEFAULT, secrets);
        tenants.add("other", secrets);
        clinic = tenants.find(Tenants.DEFAULT).orElseThrow().id();
        other = tenants.find("other").orElseThrow().id();
        ServletContextHandler context = new ServletContextHandler("/");
        Workspace.Rooms rooms = new Workspace.Rooms(
                database.jdbi(), keys, clock, () -> clock.millis() * 1_000_000, scribing, objects,
                "chartwright-visits", (_, _) -> Optional.ofNullable(streamed),
                () -> new HouseState(
                        Map.of("database", true), "pocketsphinx", "test",
                        List.of(new HouseState.Engine("vosk", "not-set-up", "Needs a model folder.")),
                        new Price("EUR", new BigDecimal("1.40"))),
                doors.of(clock, () -> URI.create(here())),
                new VisitSight(sight, scribing.chart(), new BrokenGlass(database.jdbi(), keys.seals(), clock)));
        routes = Workspace.routes(
                rooms, new AuditLog(database.jdbi(), clock), new PersonSessions(database.jdbi(), clock, luck));
        Workspace.open(rooms)
                .forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
        server.setHandler(context);
        server.start();
        address = here().replace("localhost", "127.0.0.1");
    }

    /** As browsers reach it: passkeys are made for names, not for numbers. */
    String here() {
        return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    void forward(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    /** Somebody who is invited, accepts and signs in. */
    Browser person(String account, Person.Role role) throws Exception {
        return person(clinic, Tenants.DEFAULT, account, role);
    }

    Browser person(TenantId tenant, String name, String account, Person.Role role) throws Exception {
        String token = new Invitations(database.jdbi(), keys.seals(), clock, luck)
                .invite(tenant, account, account.substring(0, 1).toUpperCase(Locale.ROOT) + account.substring(1) + " Okafor", role);
        Browser browser = new Browser();
        browser.tenant = name;
        browser.account = account;
        browser.accept(token);
        forward(Duration.ofSeconds(31));
        browser.signIn();
        return browser;
    }

    Browser stranger() {
        return new Browser();
    }

    /** A browser with its cookie. */
    final class Browser {

        private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String tenant = "";
        String account = "";
        String cookie = "";
        byte[] factor = {};

        void accept(String token) throws Exception {
            JsonNode opened = post("invitations/open", Map.of("token", token)).expect(200);
            String uri = opened.path("otpauth").stringValue();
            factor = new Base32().decode(uri.replaceAll(".*secret=([A-Z2-7]+).*", "$1"));
            post("invitations/accept", Map.of("token", token, "password", PASSWORD, "code", code())).expect(204);
        }

        String code() throws Exception {
            TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
            return codes.generateOneTimePasswordString(new SecretKeySpec(factor, codes.getAlgorithm()), now.get());
        }

        Answer signIn() throws Exception {
            Answer answer = post("session", Map.of("tenant", tenant, "account", account, "password", PASSWORD, "code", code()));
            answer.expect(200);
            cookie = answer.http.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            return answer;
        }

        /** Shows password and code again. */
        void prove() throws Exception {
            forward(Duration.ofSeconds(31));
            post("session/proof", Map.of("password", PASSWORD, "code", code())).expect(204);
        }

        Answer get(String path) throws Exception {
            return send("GET", path, null, Map.of());
        }

        Answer post(String path, Object body) throws Exception {
            return send("POST", path, JSON.writeValueAsBytes(body), Map.of("X-Chartwright", "workspace"));
        }

        Answer put(String path, Object body) throws Exception {
            return send("PUT", path, JSON.writeValueAsBytes(body), Map.of("X-Chartwright", "workspace"));
        }

        Answer send(String method, String path, byte[] body, Map<String, String> headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/app/api/" + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        }
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> http) {

        int status() {
            return http.statusCode();
        }

        String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return http.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(http.body());
        }

        String code() {
            return json().path("code").asString("");
        }

        JsonNode expect(int status) {
            if (status() != status) {
                throw new AssertionError("Expected " + status + ", got " + status() + ": " + text());
            }
            return json();
        }
    }

    /** The entries of a tenant's audit record, as they were written. */
    List<JsonNode> audited(TenantId tenant) {
        List<JsonNode> entries = new ArrayList<>();
        AuditExport.each(database.jdbi(), tenant.value(), line -> entries.add(JSON.readTree(line)));
        return entries;
    }

    static String id(JsonNode thing) {
        return UUID.fromString(thing.path("id").stringValue()).toString();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        objects.close();
        keys.close();
        database.close();
    }
}
