package org.chartwright.eval.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.JobWorker;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.StreamedVisits;
import org.chartwright.scribing.Submission;
import org.chartwright.scribing.WorkerSettings;

/** The process that is killed. Takes names of jobs on its input and answers each once it is accepted. */
final class CrashSubject {

    /** A lease of four seconds, so that the harness need not wait half a minute after each kill. */
    private static final WorkerSettings BRISK =
            new WorkerSettings(2, Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(100));

    private CrashSubject() {}

    /** Runs on the data folder that is named until its input ends. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        try (Database database = Database.open(DatabaseConfig.embedded(data))) {
            Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
            tenants.add(Tenants.DEFAULT);
            TenantId tenant = tenants.find(Tenants.DEFAULT).orElseThrow().id();
            KeyRoom keys = KeyRoom.open(database, new RootConfig.Local(data.resolve("root-key")), Clock.systemUTC());
            Scribing scribing = new Scribing(database, keys, Clock.systemUTC());
            JobWorker.Work work = new JobWorker.Work(
                    new Scribe(PacedEngine.stages()), new HealthScribePublisher(), new FolderObjects(data.resolve("objects")),
                    StreamedVisits.NONE);
            try (JobWorker worker = new JobWorker(database, scribing, work, Clock.systemUTC(), BRISK)) {
                say("ready " + worker.getClass().getSimpleName());
                serve(scribing, tenant);
            }
        }
    }

    private static void serve(Scribing scribing, TenantId tenant) throws IOException {
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            try {
                switch (scribing.jobs().submit(tenant, request(name))) {
                    case Submission.Accepted accepted -> say("accepted " + name);
                    case Submission.NameTaken taken -> say("taken " + name);
                    case Submission.OverLimit _, Submission.NoConsent _ -> say("refused " + name);
                }
            } catch (RuntimeException e) {
                say("refused " + name);
            }
        }
    }

    static JobRequest request(String name) {
        return new JobRequest(
                name,
                new ObjectRef("s3://in/visit", "in", "visit"),
                "out",
                "arn:aws:iam::123456789012:role/scribe",
                new JobSettings(true, 2, null, null, null, null, "HISTORY_AND_PHYSICAL"),
                List.of(),
                Map.of(),
                null);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
