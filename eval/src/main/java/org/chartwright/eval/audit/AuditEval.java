package org.chartwright.eval.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditCopy;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Checkpoints;
import org.chartwright.audit.Outcome;
import org.chartwright.audit.SigningKey;
import org.chartwright.audit.Verification;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds out whether every alteration of an audit record is found and placed. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Writes a signed audit record, alters it in random ways, and counts the alterations that verification"
                + " misses or places after where they are. Needs no corpora.")
public final class AuditEval implements Callable<Integer> {

    private static final UUID TENANT = UUID.fromString("11111111-2222-4333-8444-555555555555");

    @Option(names = "--count", description = "How many alterations; default ${DEFAULT-VALUE}.")
    private int count = 10_000;

    @Option(names = "--entries", description = "How long the record is; default ${DEFAULT-VALUE}.")
    private int entries = 500;

    @Option(names = "--seed", description = "Of the alterations; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("chartwright-audit-");
        Report report = run(folder, entries, count, seed);
        System.out.println("| kind | planted | found |\n|---|---|---|");
        report.planted.forEach((kind, planted) ->
                System.out.println("| " + kind + " | " + planted + " | " + report.found.getOrDefault(kind, 0) + " |"));
        report.missed.forEach(System.out::println);
        System.out.println("found and placed: " + (count - report.missed.size()) + " of " + count);
        return report.missed.isEmpty() ? 0 : 1;
    }

    /**
     * What came of it.
     *
     * @param missed a sentence for each alteration that was not found, or placed after where it is
     */
    record Report(
            Map<Alterations.Kind, Integer> planted, Map<Alterations.Kind, Integer> found, Collection<String> missed) {}

    /** Writes a record with the real door into a real database in that folder, and alters what is exported. */
    static Report run(Path folder, int entries, int count, long seed) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> heads;
        try (Database database = Database.open(DatabaseConfig.embedded(folder));
                Checkpoints checkpoints = new Checkpoints(
                        database.jdbi(), Clock.systemUTC(), SigningKey.open(folder.resolve("audit")), AuditCopy.NONE)) {
            AuditLog log = new AuditLog(database.jdbi(), Clock.systemUTC());
            Actor actor = new Actor("arn:aws:iam::123456789012:user/clinic", "api-client", "10.0.0.7");
            for (int i = 1; i <= entries; i++) {
                log.record(Act.of(TENANT, actor, "transcribe:GetMedicalScribeJob", "job/visit-" + i), Outcome.DONE, "");
                if (i % 100 == 0 || i == entries) {
                    checkpoints.seal();
                }
            }
            AuditExport.each(database.jdbi(), TENANT, lines::add);
            heads = AuditExport.heads(database.jdbi());
        }
        PublicKey key = SigningKey.publicKey(folder.resolve("audit/public.pem"));
        Alterations alterations = new Alterations(lines, new Random(seed));
        Report report = new Report(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        if (!verify(key, heads, lines).sound()) {
            report.missed.add("the record that nobody altered is called altered");
        }
        for (int i = 0; i < count; i++) {
            Alterations.Altered altered = alterations.next();
            report.planted.merge(altered.kind(), 1, Integer::sum);
            // From where the alteration is, everything may be called wrong; before it, nothing but the batch it is in.
            boolean placed = verify(key, heads, altered.lines()).findings().values().stream()
                    .anyMatch(finding -> finding.line() >= altered.line() && finding.line() <= altered.line() + 101);
            boolean cut = altered.lines().size() < altered.line();
            boolean found = placed || (cut && !verify(key, heads, altered.lines()).sound());
            if (found) {
                report.found.merge(altered.kind(), 1, Integer::sum);
            } else {
                report.missed.add("missed: " + altered.kind() + " at line " + altered.line());
            }
        }
        return report;
    }

    private static Verification.Result verify(PublicKey key, List<String> heads, List<String> lines) {
        Verification verification = new Verification(key);
        verification.expect(heads.stream());
        return verification.read(lines.stream());
    }
}
