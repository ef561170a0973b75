package org.chartwright.eval.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.AuditCopy;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.Checkpoints;
import org.chartwright.audit.SigningKey;
import org.chartwright.audit.Verification;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.Scribing;
import org.chartwright.server.Backup;
import org.chartwright.server.ServerConfig;
import org.chartwright.server.Setting;
import org.chartwright.server.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The restore drill. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Fills a server with jobs, backs it up, restores it into an empty folder, reads every job again and"
                + " verifies the audit record. Needs no corpora.")
public final class BackupEval implements Callable<Integer> {

    private static final int DOCUMENT = 20_000;

    @Option(names = "--jobs", description = "How many; default ${DEFAULT-VALUE}.")
    private int jobs = 1000;

    @Override
    public Integer call() throws IOException {
        Report report = run(Files.createTempDirectory("chartwright-backup-"), jobs);
        System.out.println("| jobs | backup s | restore s | lost or changed |\n|---|---|---|---|");
        System.out.printf("| %d | %.1f | %.1f | %d |%n", jobs, report.backup.toMillis() / 1000.0,
                report.restore.toMillis() / 1000.0, report.faults.size());
        report.faults.forEach(System.out::println);
        return report.faults.isEmpty() ? 0 : 1;
    }

    /**
     * What came of it.
     *
     * @param backup how long it took
     * @param restore how long it took
     * @param faults what is not as it was
     */
    record Report(Duration backup, Duration restore, List<String> faults) {}

    static Report run(Path folder, int jobs) throws IOException {
        ServerConfig from = config(folder.resolve("first"));
        ServerConfig to = config(folder.resolve("second"));
        Files.createDirectories(from.data());
        TenantId tenant;
        try (Database database = Database.open(from.database());
                KeyRoom keys = keys(from, database)) {
            Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
            tenants.add(Tenants.DEFAULT);
            tenant = tenants.find(Tenants.DEFAULT).orElseThrow().id();
            fill(database, keys, from, tenant, jobs);
        }
        Map<String, String> before = look(from, tenant);
        long begin = System.nanoTime();
        Backup.write(from, folder.resolve("data"), folder.resolve("keys"), Clock.systemUTC());
        long middle = System.nanoTime();
        Backup.read(to, folder.resolve("data"), folder.resolve("keys"), Clock.systemUTC());
        long end = System.nanoTime();
        List<String> faults = new ArrayList<>();
        Map<String, String> after = look(to, tenant);
        before.forEach((what, value) -> {
            if (!value.equals(after.get(what))) {
                faults.add("not as it was: " + what);
            }
        });
        if (before.size() != jobs * 2 + 2 || after.size() != before.size()) {
            faults.add(before.size() + " things before, " + after.size() + " after");
        }
        return new Report(Duration.ofNanos(middle - begin), Duration.ofNanos(end - middle), faults);
    }

    private static ServerConfig config(Path data) {
        return ServerConfig.of(Settings.usual().with(Setting.SERVER_DATA, data.toString()));
    }

    private static KeyRoom keys(ServerConfig config, Database database) {
        return KeyRoom.open(database, new RootConfig.Local(config.data().resolve("root-key")), Clock.systemUTC());
    }

    private static void fill(Database database, KeyRoom keys, ServerConfig config, TenantId tenant, int count)
            throws IOException {
        Jobs jobs = new Scribing(database, keys, Clock.systemUTC()).jobs();
        for (int i = 0; i < count; i++) {
            String name = "visit-" + i;
            jobs.submit(tenant, new JobRequest(
                    name, new ObjectRef("s3://in/" + name, "in", name), "out", "arn:aws:iam::123456789012:role/scribe",
                    new JobSettings(true, 2, null, null, null, null, NoteTemplate.SIRP.name()), List.of(), Map.of("ward", "7"), null));
            Path documents = Files.createDirectories(config.data().resolve("objects/" + tenant + "/out/" + name));
            byte[] content = new byte[DOCUMENT];
            new java.util.Random(i).nextBytes(content);
            Files.write(documents.resolve("summary.json"), content);
            Files.setAttribute(documents.resolve("summary.json"), "user:user.type", java.nio.ByteBuffer.wrap(new byte[] {7}));
        }
        TenantRows.use(database.jdbi(), tenant.value(), handle ->
                handle.execute("update job set status = 'COMPLETED', ended_at = now()"));
        try (Checkpoints checkpoints = new Checkpoints(database.jdbi(), Clock.systemUTC(),
                SigningKey.open(config.data().resolve("audit")), AuditCopy.NONE)) {
            checkpoints.seal();
        }
    }

    /** Every job opened with its key, every document, and the verdict over the audit record. */
    private static Map<String, String> look(ServerConfig config, TenantId tenant) throws IOException {
        Map<String, String> seen = new TreeMap<>();
        try (Database database = Database.open(config.database());
                KeyRoom keys = keys(config, database)) {
            Jobs jobs = new Scribing(database, keys, Clock.systemUTC()).jobs();
            List<String> names = TenantRows.of(database.jdbi(), tenant.value(), handle ->
                    handle.createQuery("select name from job").mapTo(String.class).list());
            for (String name : names) {
                Job job = jobs.find(tenant, name).orElseThrow();
                seen.put("job " + name, job.status() + " " + job.request().media().uri() + " " + job.request().tags());
                Path document = config.data().resolve("objects/" + tenant + "/out/" + name + "/summary.json");
                seen.put("document " + name, Files.exists(document)
                        ? java.util.Arrays.hashCode(Files.readAllBytes(document)) + "" : "absent");
            }
            List<String> lines = new ArrayList<>();
            for (UUID chain : AuditExport.chains(database.jdbi())) {
                AuditExport.each(database.jdbi(), chain, lines::add);
            }
            Verification verification = new Verification(SigningKey.publicKey(config.data().resolve("audit/public.pem")));
            verification.expect(AuditExport.heads(database.jdbi()).stream());
            Verification.Result verdict = verification.read(lines.stream());
            seen.put("audit", verdict.findings() + " in as many checkpoints: " + verdict.checkpoints());
            // Backup and restore leave an entry each.
            seen.put("entries", "" + lines.stream().filter(line -> !line.contains("\"action\":\"server:")).count());
        }
        return seen;
    }
}
