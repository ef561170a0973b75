package org.chartwright.server;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.chartwright.access.AccessKey;
import org.chartwright.access.AdminRecord;
import org.chartwright.access.CredentialsFile;
import org.chartwright.access.Policies;
import org.chartwright.access.RoleBook;
import org.chartwright.access.Roles;
import org.chartwright.access.Secrets;
import org.chartwright.access.Sessions;
import org.chartwright.access.StoredCredentials;
import org.chartwright.access.StoredRoles;
import org.chartwright.access.StoredSignatures;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.aws.ApiRooms;
import org.chartwright.aws.AwsApi;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.aws.StreamFace;
import org.chartwright.aws.operations.Place;
import org.chartwright.aws.operations.RoleUse;
import org.chartwright.aws.sts.Tokens;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.scribing.JobRights;
import org.chartwright.metering.Totals;
import org.chartwright.scribing.JobWorker;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.Stages;
import org.chartwright.scribing.StoreObjects;
import org.chartwright.scribing.WorkerSettings;
import org.chartwright.workspace.BrokenGlass;
import org.chartwright.workspace.HouseState;
import org.chartwright.workspace.VisitSight;
import org.chartwright.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole server: the rooms in the order in which they open; they close in the opposite one. Open one, wait, close it.
 */
public final class Serve implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final int DATABASE_PATIENCE_SECONDS = 2;

    private final Deque<AutoCloseable> rooms = new ArrayDeque<>();
    private final Health health = new Health();
    private final AtomicReference<URI> here = new AtomicReference<>(URI.create("http://127.0.0.1"));
    private final AtomicReference<URI> admin = new AtomicReference<>(URI.create("http://127.0.0.1"));
    private final ServerConfig config;
    private final Clock clock;

    private Serve(ServerConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Opens everything that the role needs.
     *
     * @throws ConfigException if something is configured wrongly or missing; one sentence for the operator
     * @throws org.chartwright.database.DatabaseException if the database cannot be had; likewise
     */
    public static Serve open(ServerConfig config, Clock clock) {
        Serve serve = new Serve(config, clock);
        try {
            serve.openRooms();
            return serve;
        } catch (RuntimeException e) {
            serve.close();
            throw e;
        }
    }

    private void openRooms() {
        makeDataFolder();
        SafeStart.require(config.data());
        boolean worker = config.role() == ServerConfig.Role.WORKER;
        Database database = closing(worker ? Database.join(config.database()) : Database.open(config.database()));
        health.needs("database", () -> answers(database));
        KeyRoom keys = closing(KeySettings.open(config, database, clock));
        health.needs("keys", keys::isUp);

        Tenants tenants = new Tenants(database.jdbi(), clock, new SecureRandom());
        Secrets secrets = new Secrets(keys.seals());
        StoredCredentials credentials = new StoredCredentials(database.jdbi(), clock, System::nanoTime, secrets);
        if (!worker) {
            int plain = secrets.sealPlain(database);
            if (plain > 0) {
                LOG.info("Sealed {} secrets that an older version had kept in the clear", plain);
            }
            writeCredentials(tenants, secrets);
        }

        if (!worker) {
            closing(AuditRoom.open(config, database, clock)).start();
            closing(EventRoom.sender(config, database, clock)).start();
        }

        ObjectRoom objects = ObjectRoom.open(
                config, credentials, keys, tenants, new AuditLog(database.jdbi(), clock)::record, clock);
        closing(objects.store());
        health.needs("objects", objects.isUp());

        Roles roles = new StoredRoles(database.jdbi(), clock, credentials, unknownRoles());
        URI elsewhere = objects.endpoint();
        Supplier<URI> endpoint = this::endpoint;
        Place place = new Place(config.region(), endpoint, elsewhere == null ? endpoint : () -> elsewhere);
        Scribing scribing = new Scribing(
                database, keys, clock, MeteringRoom.quotas(config.settings(), clock), NoteSettings.of(config));
        if (!worker) {
            int plain = scribing.sealPlain();
            if (plain > 0) {
                LOG.info("Sealed {} things that an older version had kept in the clear", plain);
            }
        }
        if (!worker) {
            closing(EhrRoom.sender(config, database, scribing.chart(), clock)).start();
            AdtRoom.listener(config, database, scribing.chart(), clock).ifPresent(this::closing);
        }
        Traces traces = closing(Traces.open(config.settings().text(Setting.TELEMETRY_TRACES), clock));
        if (config.role() != ServerConfig.Role.API) {
            work(database, scribing, objects, keys, new RoleUse(roles, place), traces);
        }
        if (!worker) {
            ApiRooms rooms = new ApiRooms(
                    credentials,
                    scribing.jobs(),
                    scribing.vocabularies(),
                    scribing.filters(),
                    scribing.tags(),
                    new FaceStore(objects.store(), elsewhere == null ? keys.named() : null),
                    new AuditLog(database.jdbi(), clock),
                    roles,
                    new StoredSignatures(database.jdbi()),
                    tokens(database, credentials, secrets),
                    MeteringRoom.rates(config.settings()));
            LiveRoom live = closing(LiveRoom.open(config, database, scribing, keys, clock));
            ServerMetrics metrics = new ServerMetrics(() -> Totals.read(database.jdbi()));
            admin.set(closing(adminFront(metrics)).address());
            Map<String, HttpServlet> face =
                    new HashMap<>(RecordFace.open(
                            database, scribing.chart(), RecordBeside.of(database, scribing, keys, clock),
                            config.endpoint(), endpoint,
                            clock.withZone(EhrRoom.zone(config.settings(), Setting.FHIR_ZONE))));
            VisitSight sight = new VisitSight(
                    SignInRoom.sight(config.settings()), scribing.chart(), new BrokenGlass(database.jdbi(), keys.seals(), clock));
            face.putAll(Workspace.open(new Workspace.Rooms(
                    database.jdbi(), keys, clock, System::nanoTime, scribing, objects.store(),
                    config.settings().text(Setting.WORKSPACE_BUCKET), live::sound, this::state,
                    SignInRoom.ways(config, endpoint, clock), sight)));
            listen(rooms, place, new Doors(
                    (operation, known, fault, took) -> {
                        metrics.called(operation, known, fault, took);
                        traces.called(operation, known, fault, took);
                    },
                    objects, live, face, database, scribing, sight));
        }
        health.open();
    }

    private HouseState state() {
        String version = Serve.class.getPackage().getImplementationVersion();
        return new HouseState(
                health.look(), config.settings().text(Setting.SPEECH_ENGINE), version == null ? "development" : version,
                EngineShelf.of(config.settings()), MeteringRoom.price(config.settings()).orElse(null));
    }

    private void work(
            Database database, Scribing scribing, ObjectRoom objects, KeyRoom keys, JobRights rights, Traces traces) {
        EngineRoom engines = closing(EngineRoom.open(config.settings()));
        Stages stages = engines.stages();
        int jobs = config.settings().number(Setting.SCRIBING_JOBS, 1, 256);
        WorkerSettings usual = WorkerSettings.DEFAULT;
        JobWorker worker = closing(new JobWorker(
                database,
                scribing,
                new JobWorker.Work(
                        new Scribe(stages),
                        new HealthScribePublisher(),
                        new StoreObjects(objects.store(), rights),
                        LiveRoom.streamed(config, keys, stages),
                        engines.scribes(),
                        traces::attempted),
                clock,
                new WorkerSettings(jobs, usual.heartbeat(), usual.look(), usual.retryAfter())));
        health.needs("worker", worker::takesJobs);
    }

    /** What else is served beside the jobs. */
    private record Doors(
            FrontServlet.CallMeter meter,
            ObjectRoom objects,
            LiveRoom live,
            Map<String, HttpServlet> others,
            Database database,
            Scribing scribing,
            VisitSight sight) {}

    private void listen(ApiRooms rooms, Place place, Doors doors) {
        AwsApi api = new AwsApi(rooms, place, config.onlyRegion(), clock);
        Tls tls = TlsFiles.of(config.settings()).map(files -> closing(Tls.open(files))).orElse(null);
        StreamFace streams = new StreamFace(api, rooms, doors.live().sessions());
        BedsideDoor bedside = BedsideRoom.open(
                doors.database(), doors.scribing(), doors.live().sessions(), api, rooms, streams, config.endpoint(),
                doors.sight(), clock);
        FrontServlet servlet = new FrontServlet(
                api, streams, doors.objects().door(), health, bedside, doors.meter());
        Map<String, HttpServlet> others = new HashMap<>(doors.others());
        others.put(BedsideDoor.OF_PEOPLE + "/*", bedside.ofPeople());
        HttpFront front = closing(HttpFront.open(config.http(), tls, servlet, others, bedside::addTo));
        String scheme = tls == null ? "http" : "https";
        here.set(URI.create(scheme + "://" + reachable(config.http().host()) + ":" + front.port()));
    }

    private AdminFront adminFront(ServerMetrics metrics) {
        Settings settings = config.settings();
        int port = settings.number(Setting.ADMIN_PORT, 0, 65_535);
        return AdminFront.open(settings.text(Setting.ADMIN_HOST), port, metrics, health);
    }

    /** Where operators read metrics; a worker has none. */
    public URI admin() {
        return admin.get();
    }

    /** Where clients reach this server. */
    public URI endpoint() {
        URI named = config.endpoint();
        return named == null ? here.get() : named;
    }

    /** Where the keys of the default tenant are. */
    public Path credentials() {
        return config.data().resolve("credentials");
    }

    /** Stops taking requests and jobs, lets what is in hand end or rest, and closes all rooms. */
    @Override
    public void close() {
        health.close();
        while (!rooms.isEmpty()) {
            AutoCloseable room = rooms.pop();
            try {
                room.close();
            } catch (Exception e) {
                LOG.warn("{} did not close well ({}); closing the others", room.getClass().getSimpleName(), e.getClass());
            }
        }
    }

    private <T extends AutoCloseable> T closing(T room) {
        rooms.push(room);
        return room;
    }

    private void makeDataFolder() {
        try {
            if (!Files.isDirectory(config.data())) {
                Files.createDirectories(
                        config.data(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException _) {
            throw new ConfigException("The data folder " + config.data() + " cannot be made.");
        }
    }

    private void writeCredentials(Tenants tenants, Secrets secrets) {
        try {
            Optional<AccessKey> key = tenants.openDefault(secrets);
            if (key.isPresent()) {
                new CredentialsFile(credentials()).put(tenants.find(Tenants.DEFAULT).orElseThrow(), key.get());
            }
        } catch (IOException _) {
            throw new ConfigException("The credentials cannot be written to " + credentials() + ".");
        }
    }

    private Tokens tokens(Database database, StoredCredentials credentials, Secrets secrets) {
        SecureRandom luck = new SecureRandom();
        AdminRecord record = new AdminRecord(new AuditLog(database.jdbi(), clock), Actor.SERVER);
        return new Tokens(
                credentials,
                new RoleBook(database.jdbi(), clock, luck, record),
                new Policies(database.jdbi(), clock, record),
                new Sessions(database.jdbi(), clock, luck, secrets));
    }

    private Roles.Unknown unknownRoles() {
        return switch (config.settings().text(Setting.ACCESS_ROLES)) {
            case "any" -> Roles.Unknown.ANY;
            case "strict" -> Roles.Unknown.STRICT;
            default -> throw new ConfigException(Setting.ACCESS_ROLES.key() + " must be any or strict.");
        };
    }

    private static boolean answers(Database database) {
        try (Connection connection = database.source().getConnection()) {
            return connection.isValid(DATABASE_PATIENCE_SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }

    private static String reachable(String host) {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        return everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    }
}
