package org.chartwright.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.chartwright.access.AccessKey;
import org.chartwright.access.AdminRecord;
import org.chartwright.access.Policies;
import org.chartwright.access.RoleBook;
import org.chartwright.access.Roles;
import org.chartwright.access.Secrets;
import org.chartwright.access.Sessions;
import org.chartwright.access.StoredCredentials;
import org.chartwright.access.StoredRoles;
import org.chartwright.access.StoredSignatures;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.access.Users;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.aws.operations.Place;
import org.chartwright.aws.operations.Store;
import org.chartwright.aws.sts.Tokens;
import org.chartwright.aws.signing.TestSigner;
import org.chartwright.aws.wire.WireAnswer;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.chart.Chart;
import org.chartwright.custody.Custody;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.PlainTexts;
import org.chartwright.keys.Seals;
import org.chartwright.keys.TestKeys;
import org.chartwright.metering.Rates;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.VisitRecord;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The face on a real database and a store of the test's own, with nobody running jobs. */
public final class ApiHouse implements AutoCloseable {

    /** Reads numbers digit for digit: as a double a time that ends in a zero would lose it. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    public static final String ROLE = "arn:aws:iam::123456789012:role/scribe";

    private final Database database = TestDatabase.fresh();
    private final Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
    private final KeyRoom keys = TestKeys.of(database);
    private final Secrets secrets = new Secrets(keys.seals());
    private final Scribing scribing = new Scribing(database, keys, Clock.systemUTC());
    private final MapStore store = new MapStore();
    private final AdminRecord record = new AdminRecord(new AuditLog(database.jdbi(), Clock.systemUTC()), Actor.SERVER);
    private final StoredCredentials credentials =
            new StoredCredentials(database.jdbi(), Clock.systemUTC(), System::nanoTime, secrets);
    private final ApiRooms rooms = new ApiRooms(
            credentials,
            scribing.jobs(), scribing.vocabularies(), scribing.filters(), scribing.tags(), store,
            new AuditLog(database.jdbi(), Clock.systemUTC()),
            new StoredRoles(database.jdbi(), Clock.systemUTC(), credentials, Roles.Unknown.ANY),
            new StoredSignatures(database.jdbi()),
            new Tokens(
                    credentials,
                    new RoleBook(database.jdbi(), Clock.systemUTC(), new SecureRandom(), record),
                    new Policies(database.jdbi(), Clock.systemUTC(), record),
                    new Sessions(database.jdbi(), Clock.systemUTC(), new SecureRandom(), secrets)),
            Rates.of("", System::nanoTime));
    private final AwsApi api = new AwsApi(
            rooms,
            new Place("us-east-1", () -> URI.create("http://127.0.0.1:8080"), () -> URI.create("http://127.0.0.1:8080")),
            null,
            Clock.systemUTC());

    /** Somebody with a key. */
    public final class Client {

        private final String name;
        private final AccessKey key;

        Client(String name) {
            this.name = name;
            this.key = tenants.add(name, secrets).orElseThrow();
        }

        public AccessKey key() {
            return key;
        }

        public String account() {
            return tenants.find(name).orElseThrow().accountId();
        }

        public TenantId tenant() {
            return tenants.find(name).orElseThrow().id();
        }

        public Answer call(String operation, String body) {
            return send("POST", "/", Map.of("x-amz-target", "Transcribe." + operation,
                    "content-type", "application/x-amz-json-1.1"), body.getBytes(StandardCharsets.UTF_8));
        }

        public Answer call(String operation, JsonNode body) {
            return call(operation, body.toString());
        }

        public Answer send(String method, String target, Map<String, String> headers, byte[] body) {
            WireRequest signed =
                    new TestSigner(key.id(), key.secret()).sign(Instant.now(), method, target, headers, body);
            return new Answer(api.answer(signed));
        }

        public String arn(String kind, String thing) {
            return "arn:aws:transcribe:us-east-1:" + account() + ":" + kind + "/" + thing;
        }
    }

    /** An answer, opened. */
    public record Answer(WireAnswer wire) {

        public int status() {
            return wire.status();
        }

        public JsonNode body() {
            return wire.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(wire.body());
        }

        public String code() {
            return body().path("__type").asString("");
        }

        public String message() {
            return body().path("Message").asString("");
        }
    }

    public Client client(String name) {
        return new Client(name);
    }

    public AwsApi api() {
        return api;
    }

    public ApiRooms rooms() {
        return rooms;
    }

    public VisitRecord visits() {
        return scribing.visits();
    }

    public Chart chart() {
        return scribing.chart();
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    public KeyRoom keys() {
        return keys;
    }

    public Tenants tenants() {
        return tenants;
    }

    public Users users() {
        return new Users(database.jdbi(), Clock.systemUTC(), new SecureRandom(), record, secrets);
    }

    public Policies policies() {
        return new Policies(database.jdbi(), Clock.systemUTC(), record);
    }

    public RoleBook roles() {
        return new RoleBook(database.jdbi(), Clock.systemUTC(), new SecureRandom(), record);
    }

    /** What tenants answer for. */
    public Custody custody() {
        return Custody.of(database.jdbi(), keys.seals(), Clock.systemUTC());
    }

    public Seals seals() {
        return keys.seals();
    }

    /** Seals the texts in the clear of what has a room of its own. */
    public PlainTexts plainTexts() {
        return new PlainTexts(database, keys.seals());
    }

    /** Seals what a test wrote in the clear, as a start of the server would. */
    public void sealPlain() {
        scribing.sealPlain();
    }

    public MapStore store() {
        return store;
    }

    public void sql(String statement, Object... values) {
        TestDatabase.acrossAll(database, handle -> handle.execute(statement, values));
    }

    /** The one value that a query finds among the rows of all tenants. */
    public String ask(String query) {
        return TestDatabase.across(database, handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    public void audit(UUID chain, Consumer<String> line) {
        AuditExport.each(database.jdbi(), chain, line);
    }

    /** A request that is right in everything. */
    public static ObjectNode start(String name) {
        ObjectNode request = JSON.createObjectNode();
        request.put("MedicalScribeJobName", name);
        request.putObject("Media").put("MediaFileUri", "s3://recordings/visit.wav");
        request.put("OutputBucketName", "notes-bucket");
        request.put("DataAccessRoleArn", ROLE);
        request.putObject("Settings").put("ShowSpeakerLabels", true).put("MaxSpeakerLabels", 2)
                .put("ChannelIdentification", false);
        return request;
    }

    @Override
    public void close() {
        database.close();
    }

    /** Buckets {@code recordings} and {@code notes-bucket}, with a few objects. */
    public static final class MapStore implements Store {

        private final Map<String, byte[]> objects = new ConcurrentHashMap<>(new HashMap<>(Map.of(
                "recordings/visit.wav", new byte[] {1},
                "recordings/a b+c/Zoë.wav", new byte[] {1})));

        public void put(String path, String content) {
            objects.put(path, content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Sight look(TenantId tenant, ObjectRef object) {
            if (!Set.of("recordings", "notes-bucket").contains(object.bucket())) {
                return Sight.NO_ACCESS;
            }
            return objects.containsKey(object.bucket() + "/" + object.key()) ? Sight.READABLE : Sight.NO_OBJECT;
        }

        @Override
        public Optional<String> namedKey(TenantId tenant, String id) {
            return id.contains("none") ? Optional.empty() : Optional.of("arn:aws:kms:us-east-1:123456789012:" + id);
        }

        @Override
        public boolean canWrite(TenantId tenant, String bucket) {
            return List.of("recordings", "notes-bucket").contains(bucket);
        }

        @Override
        public Optional<byte[]> read(TenantId tenant, ObjectRef object, int most) {
            return Optional.ofNullable(objects.get(object.bucket() + "/" + object.key()))
                    .filter(bytes -> bytes.length <= most);
        }
    }
}
