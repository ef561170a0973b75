package org.chartwright.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.scribing.BadTokenException;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.JobStatus;
import org.chartwright.scribing.JobSummary;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.Jobs.JobFilter;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.Page;
import org.chartwright.scribing.PageRequest;
import org.chartwright.scribing.Scribing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Measures how long listing jobs takes when there are many. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Fills the database with jobs of one tenant and measures each way of listing them.")
final class ListEval implements Callable<Integer> {

    private static final double GOAL_MILLIS = 50;

    @Option(names = "--jobs", description = "How many jobs (default: ${DEFAULT-VALUE}).")
    int count = 100_000;

    @Option(names = "--calls", description = "How many calls of each kind (default: ${DEFAULT-VALUE}).")
    int calls = 300;

    @Override
    public Integer call() throws IOException, BadTokenException {
        Path folder = Files.createTempDirectory("chartwright-list");
        boolean reached = true;
        try (Database database = Database.open(DatabaseConfig.embedded(folder))) {
            Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
            tenants.add(Tenants.DEFAULT);
            TenantId tenant = tenants.find(Tenants.DEFAULT).orElseThrow().id();
            KeyRoom keys = KeyRoom.open(database, new RootConfig.Local(folder.resolve("root-key")), Clock.systemUTC());
            Scribing scribing = new Scribing(database, keys, Clock.systemUTC());
            Jobs jobs = scribing.jobs();
            fill(database, tenant, keys);
            settle(database);
            System.out.printf("%,d jobs of one tenant, %d calls a line, milliseconds%n", count, calls);
            reached &= measure("first page of 5", jobs, tenant, JobFilter.ALL, 5, false);
            reached &= measure("first page of 100", jobs, tenant, JobFilter.ALL, 100, false);
            reached &= measure("page after page of 100", jobs, tenant, JobFilter.ALL, 100, true);
            reached &= measure("failed ones, page after page of 5", jobs, tenant,
                    new JobFilter(JobStatus.FAILED, null), 5, true);
            reached &= measure("name contains VISIT-7, pages of 20", jobs, tenant, new JobFilter(null, "VISIT-7"), 20, true);
            reached &= measure("name contains one job's number", jobs, tenant, new JobFilter(null, "visit-77777"), 20, false);
            reached &= measure("name contains nothing that is there", jobs, tenant, new JobFilter(null, "zzz"), 20, false);
            reached &= measure("completed and name contains nothing", jobs, tenant,
                    new JobFilter(JobStatus.COMPLETED, "zzz"), 20, false);
        }
        System.out.println(reached ? "Every p99 is at most 50 ms." : "A p99 is over 50 ms.");
        System.out.println("Kept: " + folder);
        return reached ? 0 : 1;
    }

    private boolean measure(String what, Jobs jobs, TenantId tenant, JobFilter filter, int size, boolean onwards)
            throws BadTokenException {
        List<Double> times = new ArrayList<>();
        @Nullable String token = null;
        for (int i = 0; i < calls + 100; i++) {
            long start = System.nanoTime();
            Page<JobSummary> page = jobs.list(tenant, filter, new PageRequest(size, token));
            if (i >= 100) {
                times.add((System.nanoTime() - start) / 1e6);
            }
            token = onwards ? page.nextToken() : null;
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double p99 = sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
        System.out.printf(Locale.ROOT, "%-38s p50 %6.1f  p99 %6.1f  max %6.1f%n", what, sorted[sorted.length / 2], p99,
                Arrays.stream(sorted).max().orElse(0));
        return p99 <= GOAL_MILLIS;
    }

    /** All with one sealed request, of a size like any other's: a list opens none. */
    private void fill(Database database, TenantId tenant, KeyRoom keys) {
        JobRequest request = new JobRequest(
                "visit-0",
                new ObjectRef("s3://recordings/visit.wav", "recordings", "visit.wav"),
                "documents",
                "arn:aws:iam::123456789012:role/scribe",
                new JobSettings(true, 2, null, null, null, null, "DAP"),
                List.of(),
                Map.of(),
                null);
        String sealed = keys.seals().sealText(
                new Label(tenant.value(), Label.TENANT_WIDE, Kind.JOB_REQUEST, "request"),
                JsonMapper.builder().build().writeValueAsString(request));
        TenantRows.use(database.jdbi(), tenant.value(), handle -> handle.createUpdate("""
                            insert into job (tenant_id, name, id, request, status, created_at, started_at, ended_at)
                            select :tenant, 'visit-' || n, gen_random_uuid(),
                                :request,
                                case when n % 50 = 0 then 'FAILED' else 'COMPLETED' end,
                                now() - n * interval '30 seconds', now(), now()
                            from generate_series(0, :count - 1) n""")
                    .bind("tenant", tenant.value())
                    .bind("request", sealed)
                    .bind("count", count)
                    .execute());
    }

    private static void settle(Database database) {
        database.jdbi().useHandle(handle -> {
            handle.execute("reset role"); // only the owner may
            handle.execute("vacuum analyze job");
            handle.execute("set role chartwright_server");
        });
    }
}
