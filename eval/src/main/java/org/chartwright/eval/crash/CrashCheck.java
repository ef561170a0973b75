package org.chartwright.eval.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.aws.HealthScribePublisher;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import org.chartwright.database.TenantRows;
import org.chartwright.encounter.Pronouns;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.Progress;
import org.chartwright.scribing.Publisher.Documents;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.ScribeRequest;
import org.jdbi.v3.core.Handle;

/** Looks into the subject's database and bucket, beside the running subject, for what must never be. */
final class CrashCheck {

    private CrashCheck() {}

    /** Has the database itself write down every change of state, so that no second end and no step back goes unseen. */
    static void watchStates(Path data) {
        // As the owner: the server's own role may make no tables. Connections come back to the pool as they were.
        with(data, handle -> handle.execute("""
                set local role none;
                create table if not exists state_log (
                    id bigint generated always as identity, job uuid, was text, now text);
                create table if not exists resumed (job uuid, stage text);
                create or replace function log_state() returns trigger language plpgsql as $$
                begin
                    if old.status is distinct from new.status or old.ended_at is distinct from new.ended_at then
                        insert into state_log (job, was, now) values (new.id, old.status, new.status);
                    end if;
                    if old.fence > 0 and new.fence > old.fence then
                        insert into resumed select new.id, case
                            when exists (select from job_checkpoint where job_id = new.id and stage = 'WRITTEN')
                                then 'publishing'
                            when exists (select from job_checkpoint where job_id = new.id) then 'understanding'
                            else 'hearing' end;
                    end if;
                    return new;
                end $$;
                create or replace trigger log_state after update on job for each row execute function log_state()"""));
    }

    static List<String> awaitAllEnded(Path data, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int open = 1;
        while (open > 0 && System.nanoTime() < end) {
            Thread.sleep(500);
            try {
                open = with(data, handle -> number(handle, "select count(*) from job where ended_at is null"));
            } catch (RuntimeException e) {
                open = 1; // PostgreSQL is just coming back
            }
        }
        return open == 0 ? List.of() : List.of(open + " jobs have not ended after " + patience);
    }

    /** How many jobs a kill had interrupted: they were taken by a worker more than once. */
    static int interrupted(Path data) {
        return with(data, handle -> number(handle, "select count(*) from job where fence > 1"));
    }

    /** How often a job was taken again, by the stage in which it had been interrupted. */
    static Map<String, Integer> resumed(Path data) {
        return with(data, handle -> new TreeMap<>(handle.createQuery("select stage, count(*) from resumed group by stage")
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    static List<String> faults(Path data, FolderObjects objects, Set<String> accepted) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, UUID> completed = new HashMap<>();
        with(data, handle -> {
            Set<String> known = new TreeSet<>(handle.createQuery("select name from job").mapTo(String.class).list());
            accepted.stream().filter(name -> !known.contains(name)).forEach(name -> faults.add("lost: " + name));
            handle.createQuery("select name, status, failure_reason from job where status <> 'COMPLETED'")
                    .map((row, context) -> row.getString(1) + " is " + row.getString(2) + ": " + row.getString(3))
                    .forEach(faults::add);
            handle.createQuery("select name, id from job where status = 'COMPLETED'")
                    .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                    .forEach(job -> completed.put(job.getKey(), job.getValue()));
            handle.createQuery("""
                            select job::text from state_log where now in ('COMPLETED', 'FAILED')
                            group by job having count(*) > 1""")
                    .mapTo(String.class)
                    .forEach(job -> faults.add("ended twice: " + job));
            handle.createQuery("""
                            select job::text from state_log
                            where was in ('COMPLETED', 'FAILED') or now = 'QUEUED'""")
                    .mapTo(String.class)
                    .forEach(job -> faults.add("went backwards: " + job));
            if (number(handle, "select count(*) from job_checkpoint") > 0) {
                faults.add("intermediate data of ended jobs is left");
            }
            return 0;
        });
        faults.addAll(documentFaults(objects, completed));
        return faults;
    }

    private static List<String> documentFaults(FolderObjects objects, Map<String, UUID> completed) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, Set<String>> versions = new HashMap<>();
        for (String line : Files.readAllLines(objects.journal())) {
            String[] parts = line.split(" ", -1);
            versions.computeIfAbsent(parts[0], key -> new TreeSet<>()).add(parts[1]);
        }
        versions.forEach((key, digests) -> {
            if (digests.size() > 1) {
                faults.add("published in " + digests.size() + " versions: " + key);
            }
        });
        Scribe scribe = new Scribe(PacedEngine.hasty());
        for (Map.Entry<String, UUID> job : completed.entrySet()) {
            if (StreamClient.isOfSession(job.getKey())) {
                continue; // its words depend on where it was cut: its client knows what must be there
            }
            Documents expected = expected(scribe, objects, job.getKey(), job.getValue());
            compare(objects, job.getKey() + "/transcript.json", expected.transcript(), faults);
            compare(objects, job.getKey() + "/summary.json", expected.summary(), faults);
        }
        Path out = objects.place("out", "");
        try (Stream<Path> files = Files.walk(out)) {
            files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))))
                    .distinct()
                    .filter(name -> !completed.containsKey(name))
                    .forEach(name -> faults.add("documents without a completed job: " + name));
        }
        return faults;
    }

    private static Documents expected(Scribe scribe, FolderObjects objects, String name, UUID visit) throws IOException {
        ScribeRequest request = ScribeRequest.oneMicrophone(
                new NoteRequest(NoteRequest.DEFAULT.template(), Pronouns.THEY_THEM, NoteRequest.DEFAULT.specialty()), visit);
        try {
            return new HealthScribePublisher().write(name, visit, scribe.scribe(
                    PacedEngine.recording(Files.readAllBytes(objects.place("in", "visit"))), request, Progress.NONE));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void compare(FolderObjects objects, String key, byte[] expected, List<String> faults)
            throws IOException {
        Path place = objects.place("out", key);
        if (Files.notExists(place)) {
            faults.add("missing: " + key);
        } else if (!FolderObjects.digest(expected).equals(FolderObjects.digest(Files.readAllBytes(place)))) {
            faults.add("torn or wrong: " + key);
        }
    }

    private static int number(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }

    private static <T> T with(Path data, Function<Handle, T> work) {
        try (Database database = Database.openOrJoin(DatabaseConfig.embedded(data))) {
            return TenantRows.ofAll(database.jdbi(), work::apply);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
