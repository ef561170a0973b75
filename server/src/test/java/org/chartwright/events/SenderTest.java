package org.chartwright.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SenderTest {

    private static final TargetRules TRUSTING = new TargetRules(Set.of("127.0.0.1", "localhost"));

    @TempDir
    Path folder;

    private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final List<String> received = new CopyOnWriteArrayList<>();
    private Database database;
    private UUID tenant;
    private Webhooks webhooks;
    private WebhookKey key;

    /** Remembers bodies and answers as it is told. */
    private class Wire implements Post {
        private boolean arrives;

        @Override
        public Outcome send(String url, UUID event, long seconds, String signature, String body) {
            received.add(body);
            return new Outcome(arrives, arrives ? "status 200" : "status 503");
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), clock, new SecureRandom());
        tenants.add("clinic");
        tenant = tenants.find("clinic").orElseThrow().id().value();
        webhooks = new Webhooks(database.jdbi(), clock, TRUSTING);
        key = WebhookKey.open(folder.resolve("webhook.key"), new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void happen(String status) {
        TenantRows.use(database.jdbi(), tenant, handle ->
                Outbox.put(handle, tenant, new Event(Event.Source.JOB, "visit", status, null, clock.instant())));
    }

    @Test
    void whatDoesNotArriveIsTriedLessAndLessOftenAndThenKeptForARedelivery() {
        UUID hook = webhooks.add(tenant, "https://hooks.example.com/");
        Wire wire = new Wire();
        Sender sender = new Sender(database.jdbi(), clock, wire, key, "us-east-1");
        happen("COMPLETED");
        for (int attempt = 1; attempt <= Sender.ATTEMPTS; attempt++) {
            assertThat(sender.sendDue()).as("attempt %d", attempt).isEqualTo(1);
            assertThat(sender.sendDue()).isZero();
            now = now.plus(Pauses.after(attempt));
        }
        assertThat(sender.sendDue()).isZero();
        assertThat(webhooks.of(tenant)).singleElement().satisfies(webhook -> {
            assertThat(webhook.dead()).isEqualTo(1);
            assertThat(webhook.lastOutcome()).isEqualTo("status 503");
        });
        assertThat(Set.copyOf(received)).as("each attempt sends the same bytes").hasSize(1);
        wire.arrives = true;
        assertThat(webhooks.redeliver(tenant, hook)).isEqualTo(1);
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(webhooks.of(tenant).getFirst().dead()).isZero();
        now = now.plus(Duration.ofDays(1));
        assertThat(sender.sendDue()).isZero();
    }

    @Test
    void aSenderThatDiedWhileItSentIsFollowedByAnother() {
        webhooks.add(tenant, "https://hooks.example.com/");
        happen("QUEUED");
        Post dying = new Wire() {
            @Override
            public Outcome send(String url, UUID event, long seconds, String signature, String body) {
                throw new IllegalStateException("as if killed");
            }
        };
        new Sender(database.jdbi(), clock, dying, key, "us-east-1").sendDue();
        Wire wire = new Wire();
        wire.arrives = true;
        Sender next = new Sender(database.jdbi(), clock, wire, key, "us-east-1");
        assertThat(next.sendDue()).isZero();
        now = now.plus(Duration.ofMinutes(3));
        assertThat(next.sendDue()).isEqualTo(1);
    }

    @Test
    void anEventIsInEventBridgesFormAndSignedForItsReceiver() throws Exception {
        List<String> heads = new ArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        receiver.createContext("/hook", exchange -> {
            for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
                heads.add(exchange.getRequestHeaders().getFirst(name));
            }
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/hook");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        receiver.start();
        String here = "http://127.0.0.1:" + receiver.getAddress().getPort();
        UUID hook = webhooks.add(tenant, here + "/hook");
        try (HttpPost post = new HttpPost(TRUSTING);
                HttpPost strict = new HttpPost(new TargetRules(Set.of()))) {
            happen("COMPLETED");
            assertThat(new Sender(database.jdbi(), clock, post, key, "us-east-1").sendDue()).isEqualTo(1);
            JsonNode event = new JsonMapper().readTree(received.getFirst());
            assertThat(event.path("detail-type").asString()).isEqualTo("MedicalScribe Job State Change");
            assertThat(event.path("detail").path("MedicalScribeJobStatus").asString()).isEqualTo("COMPLETED");
            assertThat(event.path("resources").get(0).asString())
                    .matches("arn:aws:transcribe:us-east-1:[0-9]{12}:medical-scribe-job/visit");
            assertThat(heads.get(0)).isEqualTo(event.path("id").asString());
            byte[] secret = Base64.getDecoder().decode(key.secret(hook).substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] expected = mac.doFinal((heads.get(0) + "." + heads.get(1) + "." + received.getFirst()).getBytes(StandardCharsets.UTF_8));
            assertThat(heads.get(2)).isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));

            received.clear();
            UUID any = UUID.randomUUID();
            assertThat(post.send(here + "/elsewhere", any, 1, "v1,x", "{}").summary()).isEqualTo("status 307");
            assertThat(strict.send(here + "/hook", any, 1, "v1,x", "{}").summary()).isEqualTo("not allowed");
            assertThat(received).isEmpty();
        } finally {
            receiver.stop(0);
        }
    }

    /** The name is fine as written; where it leads is found out when it is connected to. */
    @Test
    void aNameThatLeadsInsideIsNotConnectedTo() throws Exception {
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        inside.createContext("/", exchange -> received.add("reached"));
        inside.start();
        String url = "https://rebound.example:" + inside.getAddress().getPort() + "/";
        InetAddress here = InetAddress.getByAddress("rebound.example", new byte[] {127, 0, 0, 1});
        try (HttpPost post = new HttpPost(new TargetRules(Set.of()), name -> new InetAddress[] {here})) {
            assertThat(post.send(url, UUID.randomUUID(), 1, "v1,x", "{}").summary()).isEqualTo("ForbiddenAddressException");
            assertThat(received).isEmpty();
        } finally {
            inside.stop(0);
        }
    }
}
