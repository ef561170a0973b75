package org.chartwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.chart.Chart;
import org.chartwright.chart.NoteLife;
import org.chartwright.chart.Samples;
import org.chartwright.chart.VisitNote;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import org.chartwright.database.TestDatabase;
import org.chartwright.ehr.NoteOutbox;
import org.chartwright.keys.TestSeals;
import org.chartwright.people.oidc.ClientKeys;
import org.chartwright.server.ServerConfig;
import org.chartwright.server.Setting;
import org.chartwright.server.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands for targets and deliveries, on a database of their own. */
final class EhrCommandTest {

    @TempDir
    Path folder;

    private Path settings;

    @BeforeEach
    void open() throws Exception {
        settings = Files.writeString(
                folder.resolve("settings"), TestDatabase.settings() + "ehr.trusted-hosts = engine.hospital.test\n");
        assertThat(run("admin", "tenant", "create", "clinic").code()).isZero();
    }

    private Said run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--data", folder.toString(), "--config", settings.toString()));
        if (line.contains("ehr")) {
            line.addAll(List.of("--tenant", "clinic"));
        }
        return Said.by(line);
    }

    private String ok(String... words) {
        Said said = run(words);
        assertThat(said.code()).as(said.err()).isZero();
        return said.out();
    }

    @Test
    void aKeyForTheLaunchIsWrittenOnceAndForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("key.json");
        assertThat(Said.by(List.of("ehr", "make-key", file.toString())).code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        String written = Files.readString(file);
        assertThat(ClientKeys.read(written).published().toString()).contains("ES384");
        assertThat(Said.by(List.of("ehr", "make-key", file.toString())).code()).isEqualTo(65);
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    /** A note that is signed while the server runs elsewhere. */
    private void sign() {
        DatabaseConfig config = ServerConfig.of(Settings.read(settings).with(Setting.SERVER_DATA, folder.toString())).database();
        try (Database database = Database.open(config)) {
            Clock clock = Clock.systemUTC();
            TenantId tenant = new Tenants(database.jdbi(), clock, new SecureRandom()).find("clinic").orElseThrow().id();
            Chart chart = new Chart(database.jdbi(), clock, TestSeals.make(), new SecureRandom());
            UUID patient = chart.add(tenant, "ada", Samples.patient("Pena", "Rosa", "MR-1")).id();
            UUID practitioner = chart.add(tenant, "ada", Samples.practitioner()).id();
            UUID visit = chart.add(tenant, "ada", Samples.visit(patient, practitioner)).id();
            UUID transcript = chart.add(tenant, "ada", Samples.transcript(patient, visit)).id();
            VisitNote note = Samples.note(patient, visit, transcript);
            new NoteLife(chart, clock, new NoteOutbox(clock))
                    .sign(tenant, new NoteLife.Person("ada", "Ada Okafor"), chart.add(tenant, "ada", note));
        }
    }

    @Test
    void aTargetIsNamedShownAndForgottenAndWhatWaitsForItIsSeenAndSentAgain() {
        ok("ehr", "add-target", "--receiver", "EHR|HOSPITAL", "--documents", "text", "engine", "mllp://engine.hospital.test:2575");
        ok("ehr", "add-target", "main", "https://ehr.example.org/fhir");
        assertThat(ok("ehr", "targets").lines()).containsExactlyInAnyOrder(
                "engine\tmdm\tmllp://engine.hospital.test:2575\ttext", "main\tfhir\thttps://ehr.example.org/fhir\tboth");
        assertThat(run("ehr", "add-target", "main", "https://other.example.org/fhir").code()).as("taken").isEqualTo(65);
        assertThat(run("ehr", "add-target", "bad", "http://10.0.0.7/fhir").code()).as("neither TLS nor trusted").isEqualTo(65);
        assertThat(ok("ehr", "deliveries")).isEmpty();

        sign();
        List<String> lines = ok("ehr", "deliveries", "--state", "waiting").lines().toList();
        assertThat(lines).hasSize(2).allMatch(line -> line.split("\t").length == 9 && !line.contains("Pena"));
        assertThat(ok("ehr", "deliveries", "--state", "failed")).isEmpty();
        ok("ehr", "resend", lines.getFirst().split("\t")[0]);
        assertThat(run("ehr", "resend", UUID.randomUUID().toString()).code()).isEqualTo(65);

        ok("ehr", "remove-target", "engine");
        assertThat(run("ehr", "remove-target", "engine").code()).isEqualTo(65);
        assertThat(ok("ehr", "deliveries").lines()).singleElement().asString().contains("\tmain\t");
    }
}
