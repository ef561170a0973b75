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
import org.chartwright.scribing.Submission;
import org.chartwright.scribing.WorkerSettings;

/** The process that is killed. Takes jobs and streams by lines on its input and answers once it has accepted something. */
final class CrashSubject {

    /** A lease of two seconds, so that the harness need not wait half a minute after each kill. */
    private static final WorkerSettings BRISK =
            new WorkerSettings(2, Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(100));

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
            try (SubjectStreams streams = new SubjectStreams(data, database, scribing, keys, tenant, CrashSubject::say)) {
                JobWorker.Work work = new JobWorker.Work(
                        new Scribe(PacedEngine.stages()), new HealthScribePublisher(),
                        new FolderObjects(data.resolve("objects")), streams.visits());
                try (JobWorker worker = new JobWorker(database, scribing, work, Clock.systemUTC(), BRISK)) {
                    say("ready " + worker.getClass().getSimpleName());
                    serve(scribing, streams, tenant);
                }
            }
        }
    }

    private static void serve(Scribing scribing, SubjectStreams streams, TenantId tenant) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("job ")) {
                submit(scribing, tenant, line.substring(line.indexOf(' ') + 1));
            } else {
                streams.take(line);
            }
        }
    }

    private static void submit(Scribing scribing, TenantId tenant, String name) {
        try {
            switch (scribing.jobs().submit(tenant, request(name))) {
                case Submission.Accepted _ -> say("accepted " + name);
                case Submission.NameTaken _ -> say("taken " + name);
                case Submission.OverLimit _, Submission.NoConsent _ -> say("refused " + name);
            }
        } catch (RuntimeException e) {
            say("refused " + name);
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

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
