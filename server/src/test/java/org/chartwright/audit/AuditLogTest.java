package org.chartwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {

    private static final UUID TENANT = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final Actor NURSE = new Actor("arn:aws:iam::123456789012:user/nurse", "api-client", "10.0.0.7");

    @TempDir
    Path folder;

    private Database database;
    private AuditLog log;
    private SigningKey key;
    private PublicKey publicKey;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        log = new AuditLog(database.jdbi(), Clock.systemUTC());
        key = SigningKey.open(folder);
        publicKey = SigningKey.publicKey(folder.resolve("public.pem"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEntryComesAndGoesWithTheTransactionOfItsAct() {
        Act act = Act.of(TENANT, NURSE, "transcribe:DeleteMedicalScribeJob", "job/a");
        assertThatThrownBy(() -> TenantRows.use(database.jdbi(), TENANT, handle -> {
                    log.record(handle, act, Outcome.DONE, "");
                    throw new IllegalArgumentException("the act fails after all");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(lines(TENANT)).isEmpty();
        TenantRows.use(database.jdbi(), TENANT, handle -> log.record(handle, act, Outcome.DONE, ""));
        assertThat(lines(TENANT)).singleElement().asString().startsWith("{\"seq\":1,\"tenant\":\"" + TENANT);
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> log.record(handle, act, Outcome.DONE, "")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangeInTheCourseOfACallIsRecordedOnceAsThatCall() {
        Act act = Act.of(TENANT, NURSE, "transcribe:CreateVocabulary", "vocabulary/v");
        log.during(act, () -> {
            TenantRows.use(database.jdbi(), TENANT, handle -> log.change(handle, TENANT, "inside", "other"));
            return 1;
        });
        log.during(act, () -> 2);
        log.during(Act.of(TENANT, NURSE, "workspace:RecordConsent", ""), () -> {
            TenantRows.use(database.jdbi(), TENANT, handle -> log.change(handle, TENANT, "inside", "consent/7"));
            return 3;
        });
        TenantRows.use(database.jdbi(), TENANT, handle -> log.change(handle, TENANT, "inside", "other"));
        assertThat(lines(TENANT).stream().map(Entry::parse).map(entry ->
                        entry.act().action() + " " + entry.act().actor().role() + " " + entry.act().object()))
                .containsExactly(
                        "transcribe:CreateVocabulary api-client vocabulary/v", "transcribe:CreateVocabulary api-client vocabulary/v",
                        "workspace:RecordConsent api-client consent/7", "inside server other");
    }

    @Test
    void manyWritersMakeOneChainWithoutAGap() {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                Act act = Act.of(i % 3 == 0 ? Act.HOUSE : TENANT, NURSE, "transcribe:GetMedicalScribeJob", "job/" + i);
                writers.submit(() -> log.record(act, Outcome.DONE, ""));
            }
        }
        try (Checkpoints checkpoints = new Checkpoints(database.jdbi(), Clock.systemUTC(), key, AuditCopy.NONE)) {
            checkpoints.seal();
        }
        List<String> all = Stream.concat(lines(Act.HOUSE).stream(), lines(TENANT).stream()).toList();
        assertThat(new Verification(publicKey).read(all.stream()))
                .isEqualTo(new Verification.Result(60, 2, 0, java.util.Map.of()));
    }

    @Test
    void everyKindOfAlterationIsFoundAndPlaced() {
        List<String> lines = signedLog();
        List<String> heads = AuditExport.heads(database.jdbi());
        assertThat(verify(lines, heads).sound()).isTrue();
        assertThat(lines.stream().filter(Checkpoint::isMeantBy)).hasSize(3);

        List<String> changed = new ArrayList<>(lines);
        changed.set(4, changed.get(4).replace("job/4", "job/9"));
        assertThat(place(changed, heads)).isEqualTo("5-6");

        List<String> gone = new ArrayList<>(lines);
        gone.remove(6);
        assertThat(place(gone, heads)).isEqualTo("7-8");

        List<String> swapped = new ArrayList<>(lines);
        swapped.add(2, swapped.remove(3));
        assertThat(place(swapped, heads)).isEqualTo("3-4");

        List<String> twice = new ArrayList<>(lines);
        twice.add(3, twice.get(2));
        assertThat(place(twice, heads)).isEqualTo("4-4");

        List<String> cut = lines.subList(0, lines.size() - 3);
        assertThat(place(cut, heads)).isEqualTo("29-30");
        assertThat(place(List.of(), heads)).isEqualTo("1-30");

        List<String> unsigned = new ArrayList<>(lines);
        unsigned.remove(10);
        assertThat(place(unsigned, heads)).isEqualTo("1-20");
    }

    @Test
    void aRewrittenChainIsFoundByTheCheckpointThatItDoesNotMatch() {
        List<String> lines = new ArrayList<>(signedLog());
        String prev = Sha256.NONE;
        for (int i = 0; i < lines.size(); i++) {
            if (!Checkpoint.isMeantBy(lines.get(i))) {
                Entry was = Entry.parse(lines.get(i));
                String object = was.seq() == 13 ? "job/other" : was.act().object();
                Act act = Act.of(TENANT, NURSE, was.act().action(), object);
                lines.set(i, new Entry(was.seq(), was.time(), act, was.outcome(), was.reason(), prev).canonical());
                prev = Sha256.of(lines.get(i));
            }
        }
        assertThat(place(lines, List.of())).isEqualTo("11-20");
    }

    @Test
    void theCopyHoldsWhatIsSignedAndNothingTwice() throws IOException {
        Path file = folder.resolve("copy.jsonl");
        try (Checkpoints checkpoints = new Checkpoints(database.jdbi(), Clock.systemUTC(), key, new FileCopy(file))) {
            for (int i = 1; i <= 5; i++) {
                log.record(Act.of(TENANT, NURSE, "transcribe:GetMedicalScribeJob", "job/" + i), Outcome.DONE, "");
                checkpoints.seal();
            }
            TenantRows.use(database.jdbi(), TENANT, handle -> handle.execute("update audit_chain set copied_seq = 4"));
            checkpoints.seal();
        }
        assertThat(verify(Files.readAllLines(file), List.of())).isEqualTo(new Verification.Result(5, 5, 0, java.util.Map.of()));
    }

    @Test
    void theRecordOnlyGrowsAndTheKeyIsItsOwnersAlone() throws IOException {
        log.record(Act.of(TENANT, NURSE, "transcribe:GetMedicalScribeJob", "job/1"), Outcome.DONE, "");
        for (String sql : List.of("update audit_entry set entry = ''", "delete from audit_entry")) {
            assertThatThrownBy(() -> TenantRows.use(database.jdbi(), TENANT, handle -> handle.execute(sql)))
                    .hasStackTraceContaining("only ever added to");
        }
        Files.setPosixFilePermissions(folder.resolve("signing.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SigningKey.open(folder)).isInstanceOf(IOException.class).hasMessageContaining("chmod 600");
    }

    private List<String> signedLog() {
        try (Checkpoints checkpoints = new Checkpoints(database.jdbi(), Clock.systemUTC(), key, AuditCopy.NONE)) {
            for (int i = 0; i < 30; i++) {
                log.record(Act.of(TENANT, NURSE, "transcribe:GetMedicalScribeJob", "job/" + i), Outcome.DONE, "");
                if (i % 10 == 9) {
                    checkpoints.seal();
                }
            }
        }
        return lines(TENANT);
    }

    private List<String> lines(UUID chain) {
        List<String> lines = new ArrayList<>();
        AuditExport.each(database.jdbi(), chain, lines::add);
        return lines;
    }

    private Verification.Result verify(List<String> lines, List<String> heads) {
        Verification verification = new Verification(publicKey);
        verification.expect(heads.stream());
        return verification.read(lines.stream());
    }

    private String place(List<String> lines, List<String> heads) {
        Verification.Finding finding = verify(lines, heads).findings().get(TENANT);
        assertThat(finding).isNotNull();
        return finding.from() + "-" + finding.to();
    }
}
